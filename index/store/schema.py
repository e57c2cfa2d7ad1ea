"""What a snapshot's JSON files hold, checked when read: the manifest, and the articles."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from index.retrieval.contents import ChunkVectors
from index.text.documents import StoredArticle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.types import Article

FORMAT = 5

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Manifest(BaseModel):
    """What a snapshot was made from and what its files must be."""

    model_config = _STRICT

    format: Literal[5]
    created: datetime.datetime
    model: str
    model_digest: str
    dimension: int
    sources: dict[str, str]
    """File name -> digest of the file and its sidecar, the skipped ones included."""
    skipped: tuple[str, ...]
    """Files that could not be read and were left out on request."""
    aliases: dict[str, str] = {}
    """Words of questions, and what they mean."""
    articles: int
    sentences: int
    vectors: int
    files: dict[str, str]
    """File name -> SHA-256."""


class ArticleRecord(BaseModel):
    """An article with its sentences and the ids of their vectors."""

    model_config = _STRICT

    stored: StoredArticle
    chunks: ChunkVectors

    @classmethod
    def of(cls, article: Article, chunks: ChunkVectors) -> ArticleRecord:
        """Put an article on record."""
        return cls(stored=StoredArticle.of(article), chunks=chunks)

    def article(self) -> Article:
        """Return the article.

        Raises:
            ValueError: its parts do not fit each other.

        """
        article = self.stored.article()
        if not len(self.chunks.sentences) == len(self.chunks.pairs) == len(article.sentences):
            raise ValueError(f"{article.name}: its vectors do not fit its sentences")
        if len(self.chunks.paragraphs) != len(article.paragraphs):
            raise ValueError(f"{article.name}: its vectors do not fit its paragraphs")
        return article


class ArticlesFile(BaseModel):
    """All articles of a library."""

    model_config = _STRICT

    articles: tuple[ArticleRecord, ...]

    @classmethod
    def of(cls, articles: Iterable[Article], chunks: Iterable[ChunkVectors]) -> ArticlesFile:
        """Put articles on record, each with the vectors of its chunks."""
        return cls(articles=tuple(map(ArticleRecord.of, articles, chunks)))
