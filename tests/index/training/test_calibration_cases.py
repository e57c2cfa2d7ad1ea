"""Fits and measures against numbers worked out by hand, and the whole of calibrating on toy articles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index import UsageError
from index.fitting.cases import Case, Kind
from index.fitting.confidence import (
    BALANCED,
    STATED,
    Logistic,
    answered_from,
    fit_confidence,
    mixed,
    scaled,
    unsure_from,
)
from index.fitting.cross_validation import calibrate, weighed
from index.fitting.ranking import features, fit_ranking
from index.models.protocols import Models, Reading
from index.ranking.reranking import rescore
from index.retrieval.search import SearchScores
from index.training.calibration_cases import Chosen, gather
from index.training.report import report
from index.types import Article, Span
from tests.index.training.data import qa, write_squad
from tests.toy import ToyEncoder, ToyReader

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = Article("a.txt", "A. B. C. D.", "A", None, None, "en", tuple(Span(n, n + 2) for n in (0, 3, 6, 9)))
FOUND = SearchScores(
    np.zeros(4, np.float32), np.zeros(4, np.float32), np.zeros((6, 4), np.float32), np.zeros(4, np.float32)
)
YES, TRAP, AWAY = Kind.ANSWERABLE, Kind.ADVERSARIAL, Kind.ELSEWHERE


def table(*rows: float) -> np.ndarray:
    """Make features of which only what the reader says of the sentence differs."""
    values = np.zeros((len(rows), 8), dtype=np.float32)
    values[:, 6] = rows
    return values


def test_the_ranking_is_the_softmax_regression() -> None:
    # In 3 of 4 questions the sentence with 1 answers, in the other the one with 0: without shrinkage
    # the weight is log 3. With it, the derivative is 0 where sigmoid(w) - 3/4 + 2 * 1e-3 * w = 0.
    first, second = np.array([True, False]), np.array([False, True])
    tables = [(table(1, 0), first)] * 3 + [(table(1, 0), second)]
    weight = fit_ranking([*tables, (table(1, 0), first & second)]).sentence
    assert 1 / (1 + math.exp(-weight)) - 3 / 4 + 2e-3 * weight == pytest.approx(0, abs=1e-6)
    assert weight == pytest.approx(math.log(3), abs=0.02)


def test_features_are_what_the_score_weighs() -> None:
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(6, 4)).astype(np.float32)
    found = SearchScores(scores[0], scores[3], scores, scores.sum(axis=0))
    readings = {
        2: Reading(0, 1, span=5, null=1, sentence=3, none=0.5),
        0: Reading(0, 1, span=2, null=4, sentence=-1, none=2),
    }
    values, right = features(_case(ARTICLE, found, readings, right=frozenset({2, 3})))
    assert values[0] == pytest.approx([*scores[:, 2], 2.5, 4])
    assert values[1] == pytest.approx([*scores[:, 0], -3, -2])
    assert right.tolist() == [True, False]
    weights = fit_ranking([(values, right)])
    row = [*weights.search, weights.sentence, weights.span]
    assert rescore(found, readings, weights)[[2, 0]] == pytest.approx(values @ np.array(row), abs=1e-5)


def _case(
    article: Article, found: SearchScores, readings: dict[int, Reading], *, right: frozenset[int]
) -> Case:
    return Case("set", YES, article, "set/a.txt", found, readings, right, ("A",))


def test_a_mix_weighs_kinds_not_questions() -> None:
    weights = mixed([YES, YES, TRAP, AWAY, AWAY], STATED)
    assert weights.tolist() == pytest.approx([1.875, 1.875, 0.95, 0.15, 0.15])
    of_two_kinds = mixed([YES, TRAP, TRAP], STATED)
    assert of_two_kinds.tolist() == pytest.approx([2.25 / 0.94, 0.285 / 0.94, 0.285 / 0.94])


def test_platt_scaling_meets_the_frequencies() -> None:
    # Two values of the signal with 1 of 4 and 3 of 4 right. Each counts as right or wrong by 5/6 only, so
    # the frequencies are (5 + 3) / 24 and (15 + 1) / 24, and the logits -log 2 and log 2.
    signals = np.array([[0.0]] * 4 + [[1.0]] * 4)
    right = np.array([True, False, False, False, True, True, True, False])
    fitted = scaled(Logistic(np.array([5.0]), 1.0), signals, right, np.ones(8))
    assert fitted.weights.tolist() == pytest.approx([2 * math.log(2)], abs=1e-3)
    assert fitted.intercept == pytest.approx(-math.log(2), abs=1e-3)
    assert fitted(np.array([[0.0], [1.0]])).tolist() == pytest.approx([1 / 3, 2 / 3], abs=1e-3)


def test_a_few_questions_are_no_reason_to_be_certain() -> None:
    signals = np.array([[0.0]] * 4 + [[1.0]] * 6)
    right = np.array([False] * 4 + [True] * 6)
    fitted = scaled(Logistic(np.array([5.0]), 1.0), signals, right, np.ones(10))
    assert fitted(np.array([[0.0], [1.0]])).tolist() == pytest.approx([1 / 6, 7 / 8], abs=1e-3)


def test_confidence_takes_plain_signals_and_is_calibrated_for_the_mix() -> None:
    rng = np.random.default_rng(2)
    kinds = [YES] * 400 + [TRAP] * 300 + [AWAY] * 300
    signals = rng.normal(size=(1000, 6)) * 10 + 50
    right = np.array([kind is YES for kind in kinds]) & (signals[:, 3] + rng.normal(size=1000) * 5 > 45)
    signals[:, 5] = 4.0  # one that never differs
    weights = mixed(kinds, STATED)
    fitted = fit_confidence(signals, right, balanced=mixed(kinds, BALANCED), stated=weights)
    assert np.average(fitted(signals), weights=weights) == pytest.approx(
        np.average(right, weights=weights), abs=2e-3
    )
    assert abs(fitted.weights).argmax() == 3
    assert fitted.weights[5] == 0


def test_the_highest_cosine_counts_up_to_its_median() -> None:
    rng = np.random.default_rng(3)
    signals = np.zeros((900, 6))
    signals[:, 0] = rng.uniform(0.1, 0.9, size=900)
    right = (signals[:, 0] > 0.3) & (rng.random(900) < 0.8)  # below .3 never, above alike
    even = np.ones(900)
    fitted = fit_confidence(signals, right, balanced=even, stated=even)
    assert fitted.enough_cosine == np.median(signals[:, 0])
    low, middle, high, highest = fitted(np.array([[cosine, *[0.0] * 5] for cosine in (0.2, 0.45, 0.6, 0.9)]))
    assert low < 0.3 < middle < high
    assert high == highest


def test_a_confidence_needs_right_and_wrong_answers() -> None:
    with pytest.raises(UsageError, match="2 of 2 answers are right: a confidence can only be fitted where"):
        fit_confidence(np.zeros((2, 6)), np.array([True, True]), balanced=np.ones(2), stated=np.ones(2))


def test_thresholds() -> None:
    confidences = np.array([0.95, 0.9, 0.9, 0.5, 0.4])
    right = np.array([True, True, False, True, True])
    even = np.ones(5)
    # Down to .9 two of three are right, down to .4 four of five: only the first alone reaches 90 %.
    assert answered_from(confidences, right, even) == (0.95, 0.2)
    # Where the wrong one counts a tenth, all of 4.1 reach 97 %.
    assert answered_from(confidences, right, np.array([1, 1, 0.1, 1, 1])) == (0.4, 1.0)
    assert answered_from(confidences, ~right, even) == (1.0, 0.0)
    # Of 50 answerable questions, 3 (6 %) fall below the fourth; the unanswerable one does not count.
    rising = np.append(np.arange(50) / 100, 0.0)
    answerable = np.array([True] * 50 + [False])
    assert unsure_from(rising, answerable, np.ones(51)) == 0.03
    # Where the lowest counts three times, as much as 3 of 52: 5.8 %; the next would make it 7.7 %.
    assert unsure_from(rising, answerable, np.array([3, *[1] * 50])) == 0.01
    assert unsure_from(np.array([0.5]), np.array([False]), np.ones(1)) == 0


def test_calibrating_on_toy_articles(tmp_path: Path) -> None:
    texts = [
        "Green fox one. Blue sun two.",
        "Red dog three. Green green four.",
        "Sun sun five. Blue fox six.",
    ]
    articles = []
    for text in texts:
        first, second = text.split(". ")
        asked = [qa(text, first.lower(), first.split(" ")[0]), qa(text, second.lower(), second.split(" ")[0])]
        articles.append([(text, [*asked, qa(text, "four fox two?")])])
    write_squad(tmp_path / "toy.json", articles)
    done: list[tuple[int, int]] = []

    def gathered(*, every: int, elsewhere: int) -> list[Case]:
        return list(
            gather(
                tmp_path,
                Chosen("toy.json", every=every, elsewhere=elsewhere),
                models=Models(ToyEncoder(), ToyReader()),
                work=tmp_path,
                seed=1,
                progress=lambda *now: done.append(now),
            )
        )

    everything = gathered(every=1, elsewhere=30)
    kinds = [case.kind for case in everything]
    assert (kinds[:4], kinds.count(AWAY), len(kinds)) == ([YES, YES, TRAP, AWAY], 12, 21)
    assert done[-1] == (21, 21)
    assert all(bool(case.right) is (case.kind is YES) for case in everything)
    calibration, checked = calibrate(everything)
    assert calibration == calibrate(everything)[0]
    assert calibration.ranking.sentence + calibration.ranking.span > 0
    answerable = np.array([kind is YES for kind in kinds])
    assert checked.right.tolist() == answerable.tolist()  # the words alone find every sentence
    assert checked.confidences[answerable].mean() > checked.confidences[~answerable].mean()
    lines = list(report(everything, checked, calibration))
    assert lines[1].startswith(
        "toy, with reader, 6 questions: P@1 1.000 R@3 1.000 R@5 1.000 MRR 1.000 EM 1.000"
    )
    thinned = gathered(every=4, elsewhere=1)
    assert [case.kind for case in thinned] == [YES, AWAY, YES, AWAY, TRAP, AWAY]
    assert [case.group for case in gathered(every=4, elsewhere=1)] == [case.group for case in thinned]


def test_what_chats_ask_counts_as_much_as_all_else() -> None:
    def case(source: str, kind: Kind) -> Case:
        return Case(source, kind, ARTICLE, "g", FOUND, {}, frozenset(), ())

    cases = [case("community", YES), case("a", YES), case("b", YES), case("b", TRAP)]
    weights = weighed(cases, {YES: 0.75, TRAP: 0.25, AWAY: 0.0})
    assert weights.tolist() == pytest.approx([2, 0.75, 0.75, 0.5])
    assert weighed(cases, None).tolist() == [1, 1, 1, 1]
