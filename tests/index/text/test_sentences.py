from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
import sentencex  # noqa: TID251 - what it is given is counted
from hypothesis import given
from hypothesis import strategies as st

from index.text.structure import structure_of
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import Span

ODD = st.lists(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(' .!?…\n\r\t"“”‘’()[]«»。！？\u2028\u200b\u0085\xa0\x0c#-*>`|~1aÄé🎉\u0301'),
        st.sampled_from(["Mr. ", "e.g. ", "U.S. ", "\r\n", "\n\n", "```", "[1]: ", "| - |", "<!--", "1. "]),
    ),
    max_size=60,
).map("".join)


def texts_of(text: str, *, markdown: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in split(text, markdown=markdown)]


def split(text: str, *, markdown: bool = False, language: str = "en") -> tuple[Span, ...]:
    return structure_of(text, markdown=markdown, language=language).sentences


@pytest.mark.parametrize("markdown", [False, True])
@given(text=ODD)
def test_spans_are_ordered_disjoint_inside_and_lose_only_white_space(text: str, *, markdown: bool) -> None:
    spans = split(text, markdown=markdown)
    edges = [0, *itertools.chain.from_iterable((span.start, span.end) for span in spans), len(text)]
    assert edges == sorted(edges)
    left_out = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert not "".join(left_out).strip()
    for span in spans:
        sentence = text[span.start : span.end]
        assert sentence
        assert sentence == sentence.strip()


def test_the_seed_article_has_19_sentences() -> None:
    (path,) = SEEDS.glob("*.txt")
    sentences = texts_of(path.read_bytes().decode())
    assert len(sentences) == 19
    assert sentences[14] == "Mr. Takaichi gave Mr. Lee a drumstick with his name engraved on it."
    assert sentences[4] == (
        "According to the South Korean government, Takaichi said, “Today, I achieved a lifelong dream."
        " Playing the drums has been my dream since I was a child.”"
    )
    assert sentences[8].startswith("They met in her hometown of Nara")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_in_plain_text_a_line_is_a_paragraph(end: str) -> None:
    assert texts_of(f"One line without an end{end}and another. And more{end}") == [
        "One line without an end",
        "and another.",
        "And more",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_in_markdown_hard_wrapped_lines_belong_together(end: str) -> None:
    text = end.join(
        ["# Title", "One sentence", "over two lines. Two.", "", "- first item", "- second item", "", "Last"]
    )
    assert texts_of(text, markdown=True) == [
        "# Title",
        f"One sentence{end}over two lines.",
        "Two.",
        "- first item",
        "- second item",
        "Last",
    ]


def test_offsets_count_code_points_not_bytes() -> None:
    text = "Äöü 🎉 ok. Next."
    assert [(span.start, span.end) for span in split(text)] == [(0, 9), (10, 15)]


def test_another_language_splits_by_its_own_abbreviations() -> None:
    text = "Das ist z.B. ein Satz. Und noch einer."
    assert [text[s.start : s.end] for s in split(text, language="de")] == [
        "Das ist z.B. ein Satz.",
        "Und noch einer.",
    ]


def cycled(words: str) -> Callable[[int], str]:
    return lambda size: (words * (size // len(words) + 1))[:size]


def growing(sign: str) -> Callable[[int], str]:
    return lambda size: "".join(f"e{sign * length}" for length in range(1, round((2 * size) ** 0.5)))


SLOW_ONCE = {
    "runs of backticks that grow": (growing("`"), True),
    "a definition with an open title": (lambda size: "[a]: /b\n'" + cycled("a\n")(size), True),
    "a heading that closes and goes on": (lambda size: "# " + "#" * size + " a", True),
    "a heading of spaces": (lambda size: "# a" + " " * size + "b", True),
    "open quotation marks": (cycled("“"), False),
    "open marks of all kinds": (cycled("“‘«([\"' a. "), False),
    "sentences without a space": (cycled("日本語。"), False),
}


@pytest.mark.parametrize(("text", "markdown"), SLOW_ONCE.values(), ids=SLOW_ONCE.keys())
def test_no_text_takes_long_for_its_size(text: Callable[[int], str], *, markdown: bool) -> None:
    """Each of these took the square of its size: minutes or hours for what a file may hold."""
    article = text(100_000)
    kept = "".join(texts_of(article, markdown=markdown))
    assert "".join(kept.split()) == "".join(article.split())


@pytest.mark.parametrize(("lines", "parts"), [(18, 1), (19, 2)])
def test_a_link_is_defined_in_twenty_lines_at_most(lines: int, parts: int) -> None:
    assert len(texts_of("[a]: /b\n'" + "x\n" * lines + "'", markdown=True)) == parts


def test_ten_times_the_text_is_ten_times_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count the characters that sentencex is given, and what it is given at once."""
    given: list[int] = []
    boundaries = sentencex.get_sentence_boundaries

    def counted(language: str, text: str) -> object:
        given.append(len(text))
        return boundaries(language, text)

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", counted)
    for text in ("“" * 100_000, growing("`")(100_000), "One sentence. " * 7000, "word " * 20_000):
        given.clear()
        split(text)
        assert max(given) <= 4000
        assert sum(given) <= 2 * len(text) + 4000


def test_a_long_paragraph_is_split_as_its_parts_are() -> None:
    (path,) = SEEDS.glob("*.txt")
    once = " ".join(path.read_bytes().decode().split())
    sentences = texts_of(once)
    assert len(once) < 4000
    assert texts_of(" ".join([once] * 20)) == sentences * 20
