"""A text -> its sentences, paragraphs and headings, as the format of its file marks them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.text import sentences
from index.types import Heading, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Structure:
    """What `Article` has of the same names."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file marks paragraphs and headings."""

    markdown: bool
    paragraph_break: re.Pattern[str]
    """What parts two paragraphs."""
    heading: re.Pattern[str] | None
    """A sentence that is a heading: its groups are the signs, one for each level, and the rest."""

    def structure(self, text: str, *, language: str) -> Structure:
        """Find what a text consists of."""
        spans = sentences.split(text, language=language, markdown=self.markdown)
        return Structure(spans, tuple(self._paragraphs(text, spans)), tuple(self._headings(text, spans)))

    def _paragraphs(self, text: str, spans: Sequence[Span]) -> Iterator[int]:
        if spans:
            yield 0
        for place, (before, span) in enumerate(itertools.pairwise(spans), start=1):
            if self.paragraph_break.search(text, before.end, span.start):
                yield place

    def _headings(self, text: str, spans: Sequence[Span]) -> Iterator[Heading]:
        if self.heading is None:
            return
        for place, span in enumerate(spans):
            if found := self.heading.fullmatch(text, span.start, span.end):
                # By stripping, as a pattern that looks for the closing signs takes the square of the time.
                words = found[2].rstrip("#").rstrip() or found[2][0]
                start = found.start(2)
                yield Heading(place, len(found[1]), Span(start, start + len(words)))


FORMATS: Mapping[str, Format] = {
    ".md": Format(
        markdown=True,
        paragraph_break=re.compile(r"[\r\n]\s*[\r\n]"),
        heading=re.compile(r"(#{1,6})\s+(.+)"),
    ),
    ".txt": Format(markdown=False, paragraph_break=re.compile(r"[\r\n]"), heading=None),
}
"""Keyed by the ending of a file's name, in lower case."""
