"""Questions -> sentences that share their words, rare words most: a search quick enough for all of them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.training.data.arrays import Ragged
    from index.training.data.corpus import Ints

_TOKENS = 30522
FOUND = 4
"""Sentences found for a question, of its article and of others each."""
_LOOKED_AT = 40
"""Sentences looked at; some are of the question's own paragraph."""
_COMMON = 4.6
"""The rarity of what stands in one of a hundred sentences; what is more common is no sign of a topic."""
_ROWS = 2000
"""Questions that are searched for together."""


def alike(
    sentences: Ragged, articles: Ints, asked: Ragged, article_of: Ints, near: Ints
) -> tuple[Ints, Ints]:
    """Find, for each question, sentences of its article and of others that share its words.

    Args:
        sentences: their tokens.
        articles: where each article's sentences begin, and the last one's end.
        asked: the questions' tokens.
        article_of: each question's article, -1 for none.
        near: the first sentence of the paragraph that it was written for, and that after the last.

    Returns:
        Sentences outside that paragraph, and of other articles, best first, -1 where there are no more.
        Shapes: (questions, 4).

    """
    counts = _vectors(sentences)
    rare = _rarity(counts)
    texts, questions = _weighted(counts, rare), _weighted(_vectors(asked), rare)
    hard, foreign = (np.full((len(asked), FOUND), -1, dtype=np.int32) for _ in range(2))
    for number_of_article, (first, last) in enumerate(itertools.pairwise(articles.tolist())):
        of_it = np.flatnonzero(article_of == number_of_article)
        if not len(of_it):
            continue
        for number, places in zip(of_it, _best(questions[of_it], texts[first:last]), strict=True):
            there = places + first
            outside = there[(there < near[number, 0]) | (there >= near[number, 1])][:FOUND]
            hard[number, : len(outside)] = outside
    for row, places in enumerate(_best(questions, texts)):
        article = int(article_of[row])
        inside = (articles[article] <= places) & (places < articles[article + 1]) & (article >= 0)
        others = places[~inside][:FOUND]
        foreign[row, : len(others)] = others
    return hard, foreign


def _vectors(rows: Ragged) -> csr_matrix:
    """Return each row its tokens, each as often as it stands there. Shape: (rows, tokens), float32."""
    ones = np.ones(len(rows.values), dtype=np.float32)
    matrix = csr_matrix((ones, rows.values.astype(np.int32), rows.borders.copy()), shape=(len(rows), _TOKENS))
    matrix.sum_duplicates()
    return matrix


def _rarity(matrix: csr_matrix) -> np.ndarray:
    """Return each token's inverse document frequency. Shape: (tokens,)."""
    frequency = np.bincount(matrix.indices, minlength=_TOKENS)
    weights: np.ndarray = np.log(1 + len(matrix.indptr) / (1 + frequency)).astype(np.float32)
    return weights


def _weighted(matrix: csr_matrix, rare: np.ndarray) -> csr_matrix:
    """Count a token once, by its rarity, a common one not at all; divide by the third root of the length."""
    result = matrix.copy()
    result.data = np.where(rare > _COMMON, rare, 0)[result.indices]
    result.eliminate_zeros()
    lengths = np.maximum(1, np.diff(result.indptr)) ** (1 / 3)
    result.data /= np.repeat(lengths, np.diff(result.indptr)).astype(np.float32)
    return result


def _best(questions: csr_matrix, texts: csr_matrix) -> Iterator[Ints]:
    """Find for each question the texts that share most with it, best first; fewer if few share anything."""
    turned = texts.T.tocsr()
    for first in range(0, questions.shape[0], _ROWS):
        scores = (questions[first : first + _ROWS] @ turned).tocsr()
        for row in range(scores.shape[0]):
            of_row = slice(scores.indptr[row], scores.indptr[row + 1])
            values, places = scores.data[of_row], scores.indices[of_row]
            if len(values) > _LOOKED_AT:
                top = np.argpartition(-values, _LOOKED_AT)[:_LOOKED_AT]
                values, places = values[top], places[top]
            yield places[np.argsort(-values, kind="stable")].astype(np.int32)
