"""An article, and where its parts stand.

Offsets are Unicode code points of the article's decoded text, the end excluded, so that
`article.text[span.start:span.end]` is what the span means.
"""

from __future__ import annotations

import bisect
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

CUT = "…"
"""Ends a title that is the beginning of a longer text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Heading:
    """A sentence of an article that is the heading of what follows."""

    place: int
    """Of the sentence, counted from 0."""
    level: int
    """1 for the highest."""
    text: Span
    """Its words, without the signs that make it a heading."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What sentences need to be understood: the lead-in of a list or of code, the header of a table."""

    first: int
    """The place of the first sentence that they lead in, counted from 0."""
    last: int
    """The place of the last one; all between are led in, too."""
    text: Span


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a document, and where its sentences stand."""

    name: str
    """Unique in a library; in an articles folder the file's name."""
    text: str = field(repr=False)
    """Of plain text and Markdown the decoded file, without byte order mark, line ends untouched; of other
    formats what was extracted."""
    title: str
    url: str | None
    """Where the article is published (http or https)."""
    published: datetime.date | None
    language: str
    """ISO 639-1 code, which the sentence splitter goes by."""
    sentences: tuple[Span, ...] = field(repr=False)
    """In reading order, disjoint; everything between them is white space."""
    paragraphs: tuple[int, ...] = field(default=(0,), repr=False)
    """The places, counted from 0, of the sentences with which a paragraph begins; the first is 0."""
    headings: tuple[Heading, ...] = field(default=(), repr=False)
    """In reading order; none where the format has no headings."""
    lead_ins: tuple[LeadIn, ...] = field(default=(), repr=False)
    """In reading order, for different sentences."""
    pages: tuple[int, ...] = field(default=(), repr=False)
    """The offsets in the text at which the pages begin; none where the format has no pages. A page without
    text begins where the next one does."""
    digest: str = field(init=False, repr=False, compare=False)
    """SHA-256 of the text, which says whether a place in it still means the same."""
    _above: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """For each heading, which one stands above it; -1 for none."""

    def __post_init__(self) -> None:
        seal = hashlib.sha256(self.text.encode("utf-8", "surrogatepass"))
        object.__setattr__(self, "digest", seal.hexdigest())
        object.__setattr__(self, "_above", tuple(_parents(self.headings)))

    def read(self, span: Span) -> str:
        """Return the article's own words at the span."""
        return self.text[span.start : span.end]

    def opens_paragraph(self, place: int) -> bool:
        """Whether a paragraph begins with the sentence at a place, counted from 0."""
        found = bisect.bisect_left(self.paragraphs, place)
        return self.paragraphs[found : found + 1] == (place,)

    def lead_in(self, place: int) -> Span | None:
        """Return the words that a sentence needs to be understood, where it has such; counted from 0."""
        found = bisect.bisect_right(self.lead_ins, place, key=lambda lead_in: lead_in.first) - 1
        return self.lead_ins[found].text if found >= 0 and place <= self.lead_ins[found].last else None

    def page(self, place: int) -> int | None:
        """Return the number, from 1, of the page on which a sentence begins; its place is counted from 0."""
        return bisect.bisect_right(self.pages, self.sentences[place].start) or None

    def path(self, place: int) -> tuple[str, ...]:
        """Return the words of the headings that a sentence stands below, the highest first.

        The place is counted from 0; what is a heading itself does not stand below itself.
        """
        words: list[str] = []
        number = bisect.bisect_right(self.headings, place, key=lambda heading: heading.place) - 1
        if number >= 0 and self.headings[number].place == place:
            number = self._above[number]
        while number >= 0:
            words.append(self.read(self.headings[number].text))
            number = self._above[number]
        return tuple(reversed(words))


def _parents(headings: Sequence[Heading]) -> Iterator[int]:
    above: list[int] = []
    for number, heading in enumerate(headings):
        while above and headings[above[-1]].level >= heading.level:
            above.pop()
        yield above[-1] if above else -1
        above.append(number)
