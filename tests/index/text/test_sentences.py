from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import split
from tests.conftest import SEEDS

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
