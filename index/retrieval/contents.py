"""What an index holds in memory: articles, their vectors, and BM25 of their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from index.retrieval.lexical import LexicalIndex
    from index.retrieval.vectors import VectorIndex
    from index.types import Article, Vectors

Ids = tuple[tuple[int, ...], ...]
"""For each text of a list: the ids of its vectors, never none."""


class ChunkVectors(BaseModel):
    """The vectors of an article's sentences, pairs and paragraphs (`index.text.chunking.Chunks`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sentences: Ids
    pairs: Ids
    paragraphs: Ids


class VectorStore(Protocol):
    """Vectors that can be searched, here or elsewhere.

    Search compares sentences by z-scores over all that may be quoted, so every vector needs a cosine. A store
    that only knows the nearest ones gives all others the lowest cosine among those: they are at most as near,
    and none of them can come first by meaning.
    """

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """Every id that is held, in ascending order. Shape: (vectors,)."""

    def cosines(self, queries: Vectors) -> npt.NDArray[np.float32]:
        """Compare each row with every vector. Shape: (rows, vectors), in the order of `ids`."""


@dataclass(frozen=True, slots=True)
class IndexContents:
    """All articles of a library, ready to be searched."""

    articles: tuple[Article, ...]
    chunks: tuple[ChunkVectors, ...]
    """One for each article."""
    vectors: VectorIndex
    lexical: tuple[LexicalIndex, LexicalIndex, LexicalIndex]
    """Of all sentences, pairs and paragraphs, in reading order."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Words of questions, and what they mean."""
