"""Which windows are read, and what reading changes, worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from index.calibration import Confidence, Ranking
from index.models.protocols import Reading
from index.ranking.confidence import confidence_of, signals, verdict_of
from index.ranking.reranking import choose_windows, rescore
from index.retrieval.search import SearchScores, ranked
from index.text.windows import Window
from index.types import Verdict


def found(*fused: float) -> SearchScores:
    """Make search results whose six z-scores are all the same."""
    scores = np.array(fused, dtype=np.float32)
    return SearchScores(scores / np.float32(10), scores, np.stack([scores] * 6), scores)


def reading(sentence: float, *, none: float = 0.0, span: float = 0.0, null: float = 0.0) -> Reading:
    return Reading(0, 1, span, null, sentence, none)


def window(first: int, *texts: str) -> Window:
    return Window(first, "T", texts, (True, *[False] * (len(texts) - 1)))


SHORT = (window(0, "a", "b", "c"), window(2, "c", "d"))
LONG = tuple(window(place, "x", "y") for place in range(6))


def test_of_short_articles_all_is_read_with_places_counted_over_all() -> None:
    chosen = choose_windows(found(*range(8)), [SHORT, SHORT], [0, 4, 8])
    assert [(own.first, own.stop) for own in chosen] == [(0, 3), (2, 4), (4, 7), (6, 8)]
    assert chosen[2].sentences == ("a", "b", "c")


def test_of_a_long_article_what_holds_the_best_hits_is_read_and_no_hit_twice() -> None:
    # The best hits are 5, 4 and 1: the last window that begins at or before each of them is taken.
    chosen = choose_windows(found(0, 3, 1, 0, 4, 5, 2), [LONG], [0, 7], count=3)
    assert [own.first for own in chosen] == [5, 4, 1]
    chosen = choose_windows(found(0, 3, 0, 0, 0, 9, 8), [LONG], [0, 7], count=2)
    assert [own.first for own in chosen] == [5, 1]  # the hit 6 stands in the first already


def test_a_hit_is_read_in_its_own_article() -> None:
    chosen = choose_windows(found(0, 0, 0, 0, 9, 0, 8), [SHORT, LONG[:2]], [0, 4, 7], count=2)
    assert [own.first for own in chosen] == [4, 5]


def test_a_sentence_scores_by_search_and_reading() -> None:
    ranking = Ranking(search=(1, 0, 0, 0, 0, 0.5), sentence=2, span=3)
    read = {0: reading(4, none=1, span=2), 2: reading(3, none=2, span=1, null=2)}
    # 1.5 times the z-score, then 2 * 3 + 3 * 2 for the first and 2 * 1 - 3 for the third; the second, which
    # was not read, counts like the third.
    scores = rescore(found(2, 6, 4), read, ranking)
    assert scores == pytest.approx([3 + 12, 9 - 1, 6 - 1])
    assert ranked(scores).tolist() == [0, 1, 2]


def test_without_a_reader_search_alone_decides() -> None:
    assert rescore(found(2, 6), {}, Ranking(search=(1, 1, 0, 0, 0, 0))) == pytest.approx([4, 12])


def test_the_signals_of_an_answer() -> None:
    read = {0: reading(4, none=1, span=2, null=3), 2: reading(3, none=2)}
    scores = np.array([15, 8, 5], dtype=np.float32)
    gathered = signals(found(2, 6, 4), read, scores, ranked(scores))
    assert gathered == pytest.approx([0.6, 2, 3, -1, 7, math.log(math.exp(3) + math.exp(1))])
    alone = signals(found(2), {}, scores[:1], ranked(scores[:1]))
    assert alone == pytest.approx([0.2, 2, 0, 0, 10, 0])


def test_what_is_hopeless_is_no_less_so_for_being_further_below_none() -> None:
    scores = np.array([3, 2], dtype=np.float32)

    def gathered(*over: float) -> list[float]:
        read = {place: reading(value, span=value) for place, value in enumerate(over)}
        return list(signals(found(2, 6), read, scores, ranked(scores))[[2, 3, 5]])

    assert gathered(-12, -30) == [-10, -10, -10]
    assert gathered(-12, -30) == gathered(-15, -20)


def test_confidence_and_verdict() -> None:
    fitted = Confidence(
        weights=(2, 0, 0, 0, 0, 1), enough_cosine=0.5, intercept=-3, answered_from=0.8, unsure_from=0.3
    )
    assert confidence_of(np.array([0.5, 9, 9, 9, 9, 2]), fitted) == pytest.approx(0.5)
    assert confidence_of(np.array([0.9, 9, 9, 9, 9, 2]), fitted) == pytest.approx(0.5)
    assert confidence_of(np.array([0.4, 9, 9, 9, 9, 2]), fitted) < 0.5
    assert confidence_of(np.array([0, 0, 0, 0, 0, 800.0]), fitted) == 1
    assert confidence_of(np.array([0, 0, 0, 0, 0, -8000.0]), fitted) == 0
    assert [verdict_of(value, fitted) for value in (0.8, 0.79, 0.3, 0.29)] == [
        Verdict.ANSWERED,
        Verdict.UNSURE,
        Verdict.UNSURE,
        Verdict.NOT_FOUND,
    ]
