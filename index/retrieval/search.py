"""A question -> every sentence's scores, by meaning and by words, alone and in its context; then fused.

Six scores for each sentence: the cosine of its vector, and BM25 of its words, each for the sentence itself,
for the sentence together with the one before, and for its paragraph. Their z-scores over all sentences are
added with weights.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.calibration import FUSION_WEIGHTS
from index.retrieval.lexical import joint_scores
from index.text.chunking import chunks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from index.retrieval.contents import Ids, IndexContents, VectorStore
    from index.retrieval.lexical import LexicalIndex
    from index.types import Vectors

    Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class VectorRows:
    """For each text, the places of its vectors: `flat[starts[i]:starts[i + 1]]`, never none."""

    flat: npt.NDArray[np.intp]
    starts: npt.NDArray[np.intp]

    @classmethod
    def of(cls, texts: Ids, ids: npt.NDArray[np.int64]) -> VectorRows:
        """Find the texts' vectors among all, whose ids are given in ascending order."""
        starts = np.cumsum([0, *(len(text) for text in texts[:-1])], dtype=np.intp)
        own = np.fromiter(itertools.chain.from_iterable(texts), dtype=np.int64)
        return cls(np.searchsorted(ids, own), starts)

    def best(self, values: Scores) -> Scores:
        """Take the greatest value of each row. Shape: (texts,)."""
        best: Scores = np.maximum.reduceat(values[self.flat], self.starts)
        return best


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Both halves of an index, over all sentences, pairs and paragraphs in reading order."""

    vectors: VectorStore
    rows: tuple[VectorRows, VectorRows, VectorRows]
    """Of sentences, pairs and paragraphs."""
    lexical: tuple[LexicalIndex, LexicalIndex, LexicalIndex]
    paragraph_of: npt.NDArray[np.intp]
    """For each sentence, the place of its paragraph. Shape: (sentences,)."""

    @classmethod
    def of(cls, contents: IndexContents) -> SearchIndex:
        """Turn ids into places among the vectors, over all articles in reading order."""

        def places(texts: Iterable[Ids]) -> VectorRows:
            return VectorRows.of(tuple(itertools.chain.from_iterable(texts)), contents.vectors.ids)

        paragraphs: list[int] = []
        for article in contents.articles:
            before = paragraphs[-1] + 1 if paragraphs else 0
            paragraphs += [before + number for number in chunks_of(article).paragraph_of]
        return cls(
            contents.vectors,
            (
                places(chunks.sentences for chunks in contents.chunks),
                places(chunks.pairs for chunks in contents.chunks),
                places(chunks.paragraphs for chunks in contents.chunks),
            ),
            contents.lexical,
            np.array(paragraphs, dtype=np.intp),
        )


@dataclass(frozen=True, slots=True)
class SearchScores:
    """What search says about every sentence. All shapes but one: (sentences,)."""

    cosine: Scores
    """Of the sentence itself, from -1 to 1."""
    bm25: Scores
    """Of the sentence itself, 0 or more."""
    zscores: Scores
    """The six scores, each with mean 0 and standard deviation 1. Shape: (6, sentences)."""
    fused: Scores
    """Their weighted sum, again with mean 0 and standard deviation 1."""


def search(
    question: str, rows: Vectors, indexes: Sequence[SearchIndex], places: npt.NDArray[np.intp]
) -> SearchScores:
    """Score sentences for a question.

    Args:
        question: its words.
        rows: the vectors of its windows, of which the best counts. Shape: (windows, dimension).
        indexes: what is searched, as if it were one index of all.
        places: the sentences that are scored, in reading order, which for `SearchScores` are all there are.

    """
    if not len(places):
        none = np.empty((6, 0), dtype=np.float32)
        return SearchScores(none[0], none[0], none, none[0])
    halves = zip(*(index.lexical for index in indexes), strict=True)
    by_words = zip(*(joint_scores(question, half) for half in halves), strict=True)
    found, chosen = [], []
    first = before = 0
    for index, lexical in zip(indexes, by_words, strict=True):
        stop = first + len(index.paragraph_of)
        own = places[np.searchsorted(places, first) : np.searchsorted(places, stop)]
        if len(own):
            found.append(_scores(rows, index, lexical))
            chosen.append(own - first + before)
            before += stop - first
        first = stop
    scores = np.concatenate(found, axis=1)[:, np.concatenate(chosen)]
    zscores = _zscores(scores)
    fused = _zscores(np.asarray(FUSION_WEIGHTS, dtype=np.float32) @ zscores)
    return SearchScores(scores[0], scores[3], zscores, fused)


def _scores(rows: Vectors, index: SearchIndex, lexical: Sequence[Scores]) -> Scores:
    """Gather the six scores of all sentences of an index. Shape: (6, sentences)."""
    cosines = index.vectors.cosines(rows).max(axis=0)
    halves = [rows_of.best(cosines) for rows_of in index.rows], list(lexical)
    for half in halves:
        half[2] = half[2][index.paragraph_of]
    return np.stack([score for half in halves for score in half])


def ranked(scores: Scores) -> npt.NDArray[np.intp]:
    """Order sentences by their scores, best first; equal ones stand in reading order."""
    return np.argsort(-scores, kind="stable")


def _zscores(scores: Scores) -> Scores:
    centred = scores - scores.mean(axis=-1, keepdims=True)
    zscores: Scores = centred / (scores.std(axis=-1, keepdims=True) + np.float32(1e-6))
    return zscores
