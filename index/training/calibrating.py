"""What was gathered -> fitted numbers, and by cross-validation how good they are on other articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.model_selection import GroupKFold

from index.answer import signals as signals_of
from index.calibration import Calibration, Confidence
from index.reading import rescore
from index.search import ranked
from index.training.confidence import STATED, answered_from, fit_confidence, mixed, unsure_from
from index.training.gathering import Kind
from index.training.ranking import features, fit_ranking

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from index.calibration import Ranking
    from index.training.confidence import Bools, Floats, Logistic
    from index.training.gathering import Gathered
    from index.training.ranking import Floats as Scores

    Order = npt.NDArray[np.intp]

_FOLDS = 8


@dataclass(frozen=True, slots=True)
class Checked:
    """What fitted numbers say to questions of articles that they were not fitted on."""

    orders: tuple[Order, ...]
    """Of all sentences, best first, for each question."""
    confidences: Floats
    """Shape: (questions,)."""
    right: Bools
    """Whether the first sentence answers. Shape: (questions,)."""


def calibrate(everything: Sequence[Gathered]) -> tuple[Calibration, Checked]:
    """Fit on all questions, with thresholds from cross-validation by article."""
    tables = [features(gathered) for gathered in everything]
    checked = _checked(everything, tables)
    kinds = [gathered.kind for gathered in everything]
    ranking, confidence = _fitted(everything, tables, range(len(everything)))
    answered, _ = answered_from(checked.confidences, checked.right, mixed(kinds, STATED))
    return (
        Calibration(
            ranking=ranking,
            confidence=Confidence(
                weights=tuple(confidence.weights.tolist()),
                intercept=confidence.intercept,
                answered_from=answered,
                unsure_from=min(answered, unsure_from(checked.confidences, kinds)),
            ),
        ),
        checked,
    )


def _checked(everything: Sequence[Gathered], tables: Sequence[tuple[Scores, Bools]]) -> Checked:
    orders: dict[int, Order] = {}
    confidences = np.zeros(len(everything))
    groups = [gathered.group for gathered in everything]
    folds = GroupKFold(n_splits=min(_FOLDS, len(set(groups))))
    for train, test in folds.split(everything, groups=groups):
        ranking, confidence = _fitted(everything, tables, train.tolist())
        for place in test.tolist():
            signals, orders[place] = _ranked(everything[place], ranking)
            confidences[place] = confidence(signals[None])[0]
    right = [int(orders[place][0]) in gathered.right for place, gathered in enumerate(everything)]
    return Checked(
        tuple(orders[place] for place in range(len(everything))), confidences, np.array(right, dtype=bool)
    )


def _fitted(
    everything: Sequence[Gathered], tables: Sequence[tuple[Scores, Bools]], places: Sequence[int]
) -> tuple[Ranking, Logistic]:
    chosen = [everything[place] for place in places]
    ranking = fit_ranking([tables[place] for place in places if everything[place].kind is Kind.ANSWERABLE])
    outcomes = [_ranked(gathered, ranking) for gathered in chosen]
    confidence = fit_confidence(
        np.stack([signals for signals, _ in outcomes]),
        np.array([int(order[0]) in own.right for own, (_, order) in zip(chosen, outcomes, strict=True)]),
        [gathered.kind for gathered in chosen],
    )
    return ranking, confidence


def _ranked(gathered: Gathered, ranking: Ranking) -> tuple[Floats, Order]:
    scores = rescore(gathered.found, gathered.read, ranking)
    order = ranked(scores)
    return signals_of(gathered.found, gathered.read, scores, order), order
