"""What a snapshot's JSON files hold, checked when read: the manifest, and the articles."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from index.retrieval.contents import ChunkVectors
from index.types import Article, Heading, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = 3

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Manifest(BaseModel):
    """What a snapshot was made from and what its files must be."""

    model_config = _STRICT

    format: Literal[3]
    created: datetime.datetime
    model: str
    model_digest: str
    dimension: int
    sources: dict[str, str]
    """File name -> digest of the file and its sidecar, the skipped ones included."""
    skipped: tuple[str, ...]
    """Files that could not be read and were left out on request."""
    articles: int
    sentences: int
    vectors: int
    files: dict[str, str]
    """File name -> SHA-256."""


class ArticleRecord(BaseModel):
    """An article with its sentences and the ids of their vectors."""

    model_config = _STRICT

    name: str
    title: str
    url: str | None
    published: datetime.date | None
    language: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    headings: tuple[tuple[int, int, int, int], ...]
    """Place, level, and where the words stand."""
    chunks: ChunkVectors

    @classmethod
    def of(cls, article: Article, chunks: ChunkVectors) -> ArticleRecord:
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
            headings=tuple(
                (heading.place, heading.level, heading.text.start, heading.text.end)
                for heading in article.headings
            ),
            chunks=chunks,
        )

    def article(self) -> Article:
        """Return the article.

        Raises:
            ValueError: its parts do not fit each other.

        """
        spans = tuple(Span(start, end) for start, end in self.sentences)
        if not len(self.chunks.sentences) == len(self.chunks.pairs) == len(spans) > 0:
            raise ValueError(f"{self.name}: its vectors do not fit its sentences")
        if spans[-1].end > len(self.text):
            raise ValueError(f"{self.name}: its sentences do not fit its text")
        if self.paragraphs[:1] != (0,) or list(self.paragraphs) != sorted({*self.paragraphs}):
            raise ValueError(f"{self.name}: its paragraphs are not in order")
        if len(self.chunks.paragraphs) != len(self.paragraphs) or self.paragraphs[-1] >= len(spans):
            raise ValueError(f"{self.name}: its paragraphs do not fit its sentences")
        headings = tuple(Heading(place, level, Span(*text)) for place, level, *text in self.headings)
        if any(
            heading.place >= len(spans) or not spans[heading.place].holds(heading.text)
            for heading in headings
        ):
            raise ValueError(f"{self.name}: its headings do not fit its sentences")
        return Article(
            name=self.name,
            text=self.text,
            title=self.title,
            url=self.url,
            published=self.published,
            language=self.language,
            sentences=spans,
            paragraphs=self.paragraphs,
            headings=headings,
        )


class ArticlesFile(BaseModel):
    """All articles of a library."""

    model_config = _STRICT

    articles: tuple[ArticleRecord, ...]

    @classmethod
    def of(cls, articles: Iterable[Article], chunks: Iterable[ChunkVectors]) -> ArticlesFile:
        """Put articles on record, each with the vectors of its chunks."""
        return cls(articles=tuple(map(ArticleRecord.of, articles, chunks)))
