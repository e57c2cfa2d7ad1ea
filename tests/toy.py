"""An encoder and a reader that one can compute by hand.

A text's vector counts its words, scaled to unit length:

"red red blue" is (2, 1, 0, ...) / √5, so its cosine with "red" is 2/√5. A word outside the vocabulary
counts for nothing; a text without any known word points along the last axis, which no word has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from index.models.protocols import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.models.protocols import RerankRequest
    from index.types import Vectors

VOCABULARY = ("red", "blue", "green", "fox", "dog", "sun")


class ToyEncoder:
    """Counts words; reads at most `limit` words, so that a longer sentence needs windows."""

    name = "toy"
    dimension = len(VOCABULARY) + 1

    def __init__(self, *, limit: int = 8, digest: str = "toy-1") -> None:
        self.limit = limit
        self.digest = digest
        self.embedded: list[str] = []
        """Every text that was embedded, in order."""

    def windows(self, text: str) -> tuple[str, ...]:
        words = text.split()
        if len(words) <= self.limit:
            return (text,)
        step = self.limit // 2
        starts = range(0, len(words) - step, step)
        return tuple(" ".join(words[start : start + self.limit]) for start in starts)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            words = re.findall(r"\w+", text.lower())[: self.limit]
            for word in words:
                if word in VOCABULARY:
                    row[VOCABULARY.index(word)] += 1
            if not row.any():
                row[-1] = 1
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


class ToyReader:
    """Likes a sentence by how many of the question's words it holds, and marks its first word."""

    digest = "toy"

    def read_all(self, asked: Sequence[RerankRequest]) -> list[dict[int, Reading]]:
        return [dict(self._read(own)) for own in asked]

    def _read(self, asked: RerankRequest) -> Iterator[tuple[int, Reading]]:
        words = {*asked.question.lower().split()}
        for window in asked.windows:
            for place, text in enumerate(window.sentences, start=window.first):
                liked = float(len(words & {*text.lower().split()}))
                yield place, Reading(0, len(text.split(" ")[0]), liked, 1.0, liked, 1.0)
