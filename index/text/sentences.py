"""Article text -> sentence spans: the only door to sentencex, and to Markdown's blocks."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import sentencex  # noqa: TID251 - this is its door

from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]+")
_LINE_START = re.compile(r"\r\n|\r|\n")


def split(text: str, *, language: str = "en", markdown: bool = False) -> tuple[Span, ...]:
    """Find the sentences of a text.

    A sentence never crosses a paragraph. In plain text a line is a paragraph; in Markdown a block is
    one (its hard-wrapped lines belong together, a heading or a list item stands alone).

    Returns:
        Spans in order, disjoint, without white space at their ends; only white space is left out.

    """
    paragraphs = _blocks(text) if markdown else (Span(*line.span()) for line in _LINE.finditer(text))
    return tuple(sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph, language))


def _sentences(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    found = sentencex.get_sentence_boundaries(language, text[paragraph.start : paragraph.end])
    # Only where sentences start is believed, so that nothing between two of them can be lost.
    starts = sorted({paragraph.start, *(paragraph.start + sentence["start_index"] for sentence in found)})
    for start, end in itertools.pairwise([*starts, paragraph.end]):
        yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if words := piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        yield Span(left, left + len(words))


def _blocks(text: str) -> Iterator[Span]:
    from markdown_it import MarkdownIt

    line_starts = [0, *(end.end() for end in _LINE_START.finditer(text)), len(text)]
    # CommonMark counts the same line ends, so its line numbers are ours.
    cuts = {0, len(line_starts) - 1}
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.map:
            cuts.update(token.map)
    cuts |= {
        number
        for number, line in enumerate(itertools.pairwise(line_starts))
        if not text[slice(*line)].strip()
    }
    for first, last in itertools.pairwise(sorted(cut for cut in cuts if cut < len(line_starts))):
        yield from _stripped(text, line_starts[first], line_starts[last])
