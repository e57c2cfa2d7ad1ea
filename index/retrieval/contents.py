"""What an index holds in memory: articles, their vectors, and BM25 of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from index.retrieval.lexical import LexicalIndex
    from index.retrieval.vectors import VectorIndex
    from index.types import Article

Ids = tuple[tuple[int, ...], ...]
"""For each text of a list: the ids of its vectors, never none."""


class ChunkVectors(BaseModel):
    """The vectors of an article's sentences, pairs and paragraphs (`index.text.chunking.Chunks`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sentences: Ids
    pairs: Ids
    paragraphs: Ids


@dataclass(frozen=True, slots=True)
class IndexContents:
    """All articles of a library, ready to be searched."""

    articles: tuple[Article, ...]
    chunks: tuple[ChunkVectors, ...]
    """One for each article."""
    vectors: VectorIndex
    lexical: tuple[LexicalIndex, LexicalIndex, LexicalIndex]
    """Of all sentences, pairs and paragraphs, in reading order."""
