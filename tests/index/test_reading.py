"""Which windows are read, and what reading changes, worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.answer import confidence_of, signals, verdict_of
from index.calibration import Confidence, Ranking
from index.reading import Unread, choose_windows, read_until_certain, rescore
from index.search import Found, ranked
from index.types import Reading, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

ZEROS = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def found(*fused: float) -> Found:
    """Make search results whose six z-scores are all the same."""
    scores = np.array(fused, dtype=np.float32)
    return Found(scores / np.float32(10), scores, np.stack([scores] * 6), scores)


def reading(span: float, *, null: float = 0.0, answerable: float = 0.0) -> Reading:
    return Reading(0, 1, span, null, answerable)


def test_a_window_is_a_hit_and_its_neighbours_and_no_hit_is_read_twice() -> None:
    scores = found(0, 9, 8, 7, 0, 6, 0, 0, 5)
    windows = choose_windows(scores, [10] * 9, [0, 9], count=4)
    assert windows == [range(3), range(2, 5), range(4, 7), range(7, 9)]
    assert choose_windows(found(0, 9, 8, 7, 0), [10] * 5, [0, 5], count=1) == [range(3)]


def test_a_window_stays_in_its_article() -> None:
    windows = choose_windows(found(0, 0, 9, 8, 0), [10] * 5, [0, 3, 5], count=2)
    assert windows == [range(1, 3), range(3, 5)]


def test_a_long_window_loses_neighbours_but_not_the_hit() -> None:
    assert choose_windows(found(0, 9, 0), [500, 150, 100], [0, 3], count=1) == [range(2)]
    assert choose_windows(found(0, 9, 0), [100, 150, 500], [0, 3], count=1) == [range(2)]
    assert choose_windows(found(0, 9, 0), [600, 150, 100], [0, 3], count=1) == [range(1, 2)]


class Scripted:
    """Gives each sentence the span logits that are listed for it, one at each reading; keeps its batches."""

    digest = "scripted"

    def __init__(self, **logits: list[float]) -> None:
        self._logits = {text: iter(values) for text, values in logits.items()}
        self.batches: list[list[str]] = []

    def read_all(self, windows: Sequence[tuple[str, Sequence[str]]]) -> list[list[Reading]]:
        self.batches.append([f"{question}: {' '.join(texts)}" for question, texts in windows])
        return [[reading(next(self._logits[text]), null=1) for text in texts] for _, texts in windows]


def test_no_more_is_read_once_an_answer_is_certain() -> None:
    """At 3 above null after two windows; the questions share their batches."""
    reader = Scripted(a=[0, 0], b=[4, 3.9], c=[9], d=[0], e=[0], f=[0])
    windows = [range(place, place + 1) for place in range(6)]
    read = read_until_certain(reader, [Unread(name, "abcdef", windows) for name in ("one", "two")])
    assert reader.batches == [
        ["one: a", "one: b", "two: a", "two: b"],
        ["two: c", "two: d", "two: e"],
    ]
    assert [list(own) for own in read] == [[0, 1], [0, 1, 2, 3, 4]]


def test_reading_ends_with_the_windows_there_are() -> None:
    read = read_until_certain(Scripted(a=[0], b=[0]), [Unread("short", "ab", [range(2)])])
    assert [list(own) for own in read] == [[0, 1]]
    assert read_until_certain(Scripted(), []) == []


def test_of_two_readings_of_a_sentence_the_likelier_span_counts() -> None:
    reader = Scripted(a=[0], b=[1, 2], c=[0, -1], d=[-2])
    read = read_until_certain(reader, [Unread("q", "abcd", [range(2), range(1, 3), range(2, 4)])])
    assert {sentence: own.span for sentence, own in read[0].items()} == {0: 0, 1: 2, 2: 0, 3: -2}


def test_a_sentence_scores_by_search_and_reading() -> None:
    ranking = Ranking(search=(1, 0, 0, 0, 0, 0.5), span=2, null=-1, answerable=3, behind=-10)
    read = {0: reading(4, null=1, answerable=2), 2: reading(3, null=2, answerable=1)}
    # 1.5 times the z-score, then 8 - 1 + 6 for the first, 6 - 2 + 3 - 10 for the third, which is 1 behind.
    scores = rescore(found(2, 6, 4), read, ranking)
    assert scores == pytest.approx([3 + 13, 9 - 3, 6 - 3])
    assert ranked(scores).tolist() == [0, 1, 2]


def test_without_a_reader_search_alone_decides() -> None:
    assert rescore(found(2, 6), {}, Ranking(search=(1, 1, 0, 0, 0, 0))) == pytest.approx([4, 12])


def test_the_signals_of_an_answer() -> None:
    read = {0: reading(4, null=1, answerable=2), 2: reading(3, null=-3, answerable=1)}
    scores = np.array([16, 6, 3], dtype=np.float32)
    gathered = signals(found(2, 6, 4), read, scores, ranked(scores))
    assert gathered == pytest.approx([0.6, 2, 3, 2, 10, 6, 2])
    alone = signals(found(2), {}, scores[:1], ranked(scores[:1]))
    assert alone == pytest.approx([0.2, 2, 0, 0, 10, 0, 0])


def test_how_far_below_null_the_likeliest_span_lies_hardly_matters() -> None:
    scores = np.array([3, 2], dtype=np.float32)

    def gathered(*spans: float) -> list[float]:
        read = {place: reading(span, null=1, answerable=2) for place, span in enumerate(spans)}
        return list(signals(found(2, 6), read, scores, ranked(scores))[[2, 5]])

    assert gathered(-2.5, -9) == [-3.5, -3.5]
    assert gathered(-7, -9) == [-8, -4]


def test_confidence_and_verdict() -> None:
    fitted = Confidence(
        weights=(2, 0, 0, 0, 0, 0, 1), enough_cosine=0.5, intercept=-3, answered_from=0.8, unsure_from=0.3
    )
    assert confidence_of(np.array([0.5, 9, 9, 9, 9, 9, 2]), fitted) == pytest.approx(0.5)
    assert confidence_of(np.array([0.9, 9, 9, 9, 9, 9, 2]), fitted) == pytest.approx(0.5)
    assert confidence_of(np.array([0.4, 9, 9, 9, 9, 9, 2]), fitted) < 0.5
    assert confidence_of(np.array([0, 0, 0, 0, 0, 0, 800.0]), fitted) == 1
    assert confidence_of(np.array([0, 0, 0, 0, 0, 0, -8000.0]), fitted) == 0
    assert [verdict_of(value, fitted) for value in (0.8, 0.79, 0.3, 0.29)] == [
        Verdict.ANSWERED,
        Verdict.UNSURE,
        Verdict.UNSURE,
        Verdict.NOT_FOUND,
    ]
