"""How an article is cut into windows, and how a window is laid out."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from index.models.tokenization import assemble
from index.text.articles import Source, parse
from index.text.windows import chunk, windows_of
from index.types import Article, Span

TEXT = "Old mill. It fell.\nNew mill. It stands."
ARTICLE = Article(
    name="a.txt",
    text=TEXT,
    title="Old mill…",
    url=None,
    published=None,
    language="en",
    sentences=(Span(0, 9), Span(10, 18), Span(19, 28), Span(29, 39)),
    paragraphs=(0, 2),
)


def test_a_short_article_is_one_window() -> None:
    assert chunk([10, 20, 30], most=60, shared=10) == [range(3)]
    (own,) = windows_of(ARTICLE)
    assert own.title == "Old mill"
    assert own.sentences == ("Old mill.", "It fell.", "New mill.", "It stands.")
    assert own.opens == (True, False, True, False)
    assert (own.first, own.stop) == (0, 4)


def test_a_longer_one_is_cut_into_windows_of_about_one_length_that_share_a_little() -> None:
    # 100 in windows of at most 60 that share 10: two, of about 55 each.
    assert chunk([10] * 10, most=60, shared=10) == [range(6), range(5, 10)]
    # Nothing is shared where the last sentence is longer than that.
    assert chunk([10, 10, 10, 20, 30, 10, 10], most=60, shared=10) == [range(4), range(4, 7)]


def test_a_window_of_a_markdown_article_says_under_which_headings_it_stands() -> None:
    parts = ["# Mills", "a" * 700 + ".", "## The old one #", "b" * 700 + ".", "c" * 900 + ".", "## New"]
    text = "\n\n".join([*parts, "d" * 900 + "."])
    article = parse(Source("a.md", text.encode(), None, None))
    told = [(own.title, own.sentences[0][:9]) for own in windows_of(article)]
    assert told == [
        ("Mills", "# Mills"),
        ("Mills", "## The ol"),
        ("Mills › The old one", "c" * 9),
        ("Mills", "## New"),
    ]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=60))
def test_every_sentence_is_read_and_no_window_is_longer_than_it_may_be(lengths: list[int]) -> None:
    windows = chunk(lengths, most=60, shared=15)
    assert sorted({place for own in windows for place in own}) == list(range(len(lengths)))
    for own in windows:
        assert sum(lengths[own.start : own.stop]) <= 60 or len(own) == 1
    for before, own in itertools.pairwise(windows):
        assert before.start < own.start <= before.stop < own.stop
        assert sum(lengths[own.start : before.stop]) <= 15


def test_a_window_is_laid_out() -> None:
    sentences = [([50, 51], True), ([60], False)]
    assert assemble([40], [45], sentences) == ([101, 40, 102, 45, 102, 3, 50, 51, 2, 60, 102], 3, [5, 8])
    assert assemble([40], [], sentences) == ([101, 40, 102, 3, 50, 51, 2, 60, 102], 3, [3, 6])
