"""A stretch of text -> the spans of its sentences: the only door to sentencex."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import sentencex  # noqa: TID251 - this is its door

from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_READ, _SETTLED = 4000, 3000
"""A paragraph is split so many characters at a time, as sentencex takes time by the square of them; only
starts among the first so many are believed where it goes on, so that a quotation can be seen whole."""


def split(text: str, start: int, end: int, *, words: int | None = None, language: str) -> Iterator[Span]:
    """Find the sentences of a paragraph.

    Args:
        text: of the article.
        start: where the paragraph starts.
        end: where it ends.
        words: where its words start, behind the signs that make it a list's item; by default at the start.
        language: ISO 639-1 code.

    Returns:
        Spans in order, disjoint, without white space at their ends; only white space is left out.

    """
    # Only where sentences start is believed, so that nothing between two of them can be lost.
    starts = [start, *_starts(text, start if words is None else words, end, language)]
    for first, last in itertools.pairwise([*starts, end]):
        yield from stripped(text, first, last)


def stripped(text: str, start: int, end: int) -> Iterator[Span]:
    """Leave out the white space at both ends of a stretch of text, or all of it if it is nothing else."""
    piece = text[start:end]
    if words := piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        yield Span(left, left + len(words))


def _starts(text: str, first: int, end: int, language: str) -> Iterator[int]:
    """Find where the sentences of a paragraph start but the first, in order."""
    start, last = first, first
    while start < end:
        piece = text[start : min(start + _READ, end)]
        whole = start + len(piece) == end
        for sentence in sentencex.get_sentence_boundaries(language, piece):
            place = start + sentence["start_index"]
            if place > max(start, last) and (whole or place < start + _SETTLED):
                last = place
                yield last
        # From where a sentence starts; halfway at least, so that this ends in time even where none does.
        start = end if whole else max(last, start + _READ // 2)
