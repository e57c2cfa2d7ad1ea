"""An article as it is stored: JSON, checked when it is read."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self

from pydantic import BaseModel, ConfigDict, model_validator

from index.text.formats.types import Oddity
from index.types import Article, Heading, LeadIn, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_Offsets = tuple[int, int]
"""Where something starts and ends."""


class StoredArticle(BaseModel):
    """An article; see `Article` for what the parts of the same names mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    url: str | None
    published: datetime.date | None
    language: str
    text: str
    sentences: tuple[_Offsets, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[tuple[int, int, int, int], ...]
    """Place, level, and where the words stand."""
    lead_ins: tuple[tuple[int, int, int, int], ...]
    """The first place, the last, and where the words stand."""
    pages: tuple[int, ...]

    @classmethod
    def of(cls, article: Article) -> Self:
        """Put an article on record."""
        return cls(
            name=article.name,
            title=article.title,
            url=article.url,
            published=article.published,
            language=article.language,
            text=article.text,
            sentences=tuple((span.start, span.end) for span in article.sentences),
            paragraphs=article.paragraphs,
            headings=tuple((own.place, own.level, own.text.start, own.text.end) for own in article.headings),
            lead_ins=tuple((own.first, own.last, own.text.start, own.text.end) for own in article.lead_ins),
            pages=article.pages,
        )

    def article(self, *, name: str | None = None) -> Article:
        """Return the article, on request under another name.

        Raises:
            ValueError: its parts do not fit each other.

        """
        spans = tuple(Span(start, end) for start, end in self.sentences)
        headings = tuple(Heading(place, level, Span(*text)) for place, level, *text in self.headings)
        lead_ins = tuple(LeadIn(first, last, Span(*text)) for first, last, *text in self.lead_ins)
        self._check("sentences", bool(spans) and _disjoint(spans) and spans[-1].end <= len(self.text))
        self._check("paragraphs", self.paragraphs[:1] == (0,) and _rise([*self.paragraphs, len(spans)]))
        self._check("headings", _rise([-1, *(heading.place for heading in headings), len(spans)]))
        self._check("headings", all(spans[heading.place].holds(heading.text) for heading in headings))
        bounds = [bound for own in lead_ins for bound in (own.first, own.last + 1)]
        self._check("lead-ins", all(own.first <= own.last for own in lead_ins))
        self._check("lead-ins", _sorted([0, *bounds, len(spans)]))
        self._check("lead-ins", all(own.text.end <= len(self.text) for own in lead_ins))
        self._check("pages", _sorted([0, *self.pages, len(self.text)]))
        return Article(
            name=self.name if name is None else name,
            text=self.text,
            title=self.title,
            url=self.url,
            published=self.published,
            language=self.language,
            sentences=spans,
            paragraphs=self.paragraphs,
            headings=headings,
            lead_ins=lead_ins,
            pages=self.pages,
        )

    def _check(self, part: str, fits: bool) -> None:  # noqa: FBT001 - what is checked
        if not fits:
            raise ValueError(f"{self.name}: its {part} do not fit its text")


class Document(StoredArticle):
    """A file as it was understood: its text with all that is known of it, and what is odd about it."""

    oddities: tuple[Oddity, ...] = ()

    @classmethod
    def of(cls, article: Article, *, oddities: tuple[Oddity, ...] = ()) -> Self:
        """Put an article on record, with what is odd about its file."""
        return super().of(article).model_copy(update={"oddities": oddities})

    @model_validator(mode="after")
    def _fits(self) -> Self:
        self.article()
        return self


def _disjoint(spans: Sequence[Span]) -> bool:
    return _sorted([bound for span in spans for bound in (span.start, span.end)])


def _sorted(numbers: Iterable[int]) -> bool:
    listed = list(numbers)
    return listed == sorted(listed)


def _rise(numbers: Sequence[int]) -> bool:
    return _sorted(numbers) and len({*numbers}) == len(numbers)
