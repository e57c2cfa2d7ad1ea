"""Article text -> sentence spans: the only door to sentencex."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import sentencex  # noqa: TID251 - this is its door

from index.text.markdown import blocks
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]+")
_READ, _SETTLED = 4000, 3000
"""A paragraph is split so many characters at a time, as sentencex takes time by the square of them; only
starts among the first so many are believed where it goes on, so that a quotation can be seen whole."""


def split(text: str, *, language: str = "en", markdown: bool = False) -> tuple[Span, ...]:
    """Find the sentences of a text.

    A sentence never crosses a paragraph. In plain text a line is a paragraph; in Markdown a block is
    one (its hard-wrapped lines belong together, a heading or a list item stands alone).

    Returns:
        Spans in order, disjoint, without white space at their ends; only white space is left out.

    """
    paragraphs = _blocks(text) if markdown else (Span(*line.span()) for line in _LINE.finditer(text))
    return tuple(sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph, language))


def _blocks(text: str) -> Iterator[Span]:
    for start, end in blocks(text):
        yield from _stripped(text, start, end)


def _sentences(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    # Only where sentences start is believed, so that nothing between two of them can be lost.
    starts = [paragraph.start, *_starts(text, paragraph, language)]
    for start, end in itertools.pairwise([*starts, paragraph.end]):
        yield from _stripped(text, start, end)


def _starts(text: str, paragraph: Span, language: str) -> Iterator[int]:
    """Find where the sentences of a paragraph start but the first, in order."""
    start, last = paragraph.start, paragraph.start
    while start < paragraph.end:
        piece = text[start : min(start + _READ, paragraph.end)]
        whole = start + len(piece) == paragraph.end
        for sentence in sentencex.get_sentence_boundaries(language, piece):
            place = start + sentence["start_index"]
            if place > max(start, last) and (whole or place < start + _SETTLED):
                last = place
                yield last
        # From where a sentence starts; halfway at least, so that this ends in time even where none does.
        start = paragraph.end if whole else max(last, start + _READ // 2)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if words := piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        yield Span(left, left + len(words))
