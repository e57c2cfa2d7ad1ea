"""Each of the six scores, worked out by hand, and their sum."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index import Library, Query, build
from index.calibration import FUSION_WEIGHTS
from index.models.protocols import Models
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from index.retrieval.search import SearchScores


@pytest.fixture
def red(articles: Path) -> SearchScores:
    """Ask "red" of "The red fox. The blue dog." / "Red red blue." and "Green sun!"."""
    encoder = ToyEncoder()
    build(articles, articles.parent / "index", encoder=encoder)
    (searched,) = Library.open(articles.parent / "index", Models(encoder)).pipeline.search_all([Query("red")])
    return searched.found


def zscores(values: list[float]) -> list[float]:
    return list((np.array(values) - np.mean(values)) / np.std(values))


def bm25(tf: int, length: int, *, average: float, df: int, texts: int) -> float:
    """Compute Lucene's BM25 of one word by its formula."""
    idf = math.log(1 + (texts - df + 0.5) / (df + 0.5))
    return idf * tf / (tf + 1.2 * (1 - 0.75 + 0.75 * length / average))


def test_cosines_of_sentences_pairs_and_paragraphs(red: SearchScores) -> None:
    sentences = [1 / math.sqrt(2), 0, 2 / math.sqrt(5), 0]
    # Of the pairs, the second has four words once, the third red and blue twice and the dog once.
    pairs = [1 / math.sqrt(2), 1 / 2, 2 / 3, 0]
    paragraphs = [1 / 2, 1 / 2, 2 / math.sqrt(5), 0]
    assert red.cosine == pytest.approx(sentences, abs=1e-6)
    for row, expected in zip(red.zscores[:3], (sentences, pairs, paragraphs), strict=True):
        assert row == pytest.approx(zscores(expected), abs=1e-4)


def test_bm25_of_sentences_pairs_and_paragraphs(red: SearchScores) -> None:
    # Without stop words the sentences have 2, 2, 3 and 2 words.
    sentences = [
        bm25(1, 2, average=9 / 4, df=2, texts=4),
        0,
        bm25(2, 3, average=9 / 4, df=2, texts=4),
        0,
    ]
    pairs = [
        bm25(1, 2, average=13 / 4, df=3, texts=4),
        bm25(1, 4, average=13 / 4, df=3, texts=4),
        bm25(2, 5, average=13 / 4, df=3, texts=4),
        0,
    ]
    first = bm25(1, 4, average=3, df=2, texts=3)
    paragraphs = [first, first, bm25(2, 3, average=3, df=2, texts=3), 0]
    assert red.bm25 == pytest.approx(sentences, abs=1e-6)
    for row, expected in zip(red.zscores[3:], (sentences, pairs, paragraphs), strict=True):
        assert row == pytest.approx(zscores(expected), abs=1e-4)


def test_the_sum_is_weighted_and_standardised(red: SearchScores) -> None:
    weighted = sum(weight * row for weight, row in zip(FUSION_WEIGHTS, red.zscores, strict=True))
    assert red.fused == pytest.approx(zscores(list(weighted)), abs=1e-4)


def test_words_that_are_not_there_leave_it_to_meaning(articles: Path) -> None:
    encoder = ToyEncoder()
    build(articles, articles.parent / "index", encoder=encoder)
    library = Library.open(articles.parent / "index", Models(encoder))
    for question in ("zebra", "the", "?"):
        found = library.pipeline.search_all([Query(question)])[0].found
        assert not found.zscores[3:].any()
        assert np.isfinite(found.fused).all()
