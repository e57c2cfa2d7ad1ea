"""Signals of answers, and which were right -> a confidence that means what it says, and its thresholds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression

from index.errors import UsageError
from index.fitting.cases import Kind
from index.ranking.confidence import capped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Bools = npt.NDArray[np.bool_]

BALANCED = {Kind.ANSWERABLE: 0.5, Kind.ADVERSARIAL: 0.3, Kind.ELSEWHERE: 0.2}
"""How much each kind counts in fitting, so that the unanswerable teach as much as the others."""
STATED = {Kind.ANSWERABLE: 0.75, Kind.ADVERSARIAL: 0.19, Kind.ELSEWHERE: 0.06}
"""What people are taken to ask; the confidence is calibrated for this."""
_INVERSE_SHRINKAGE = 0.3
_UNSHRUNK = 1e6
PRECISION = 0.9
"""Of the answers given as "answered"."""
REFUSED = 0.06
"""Of the questions that the article answers, said not to be answered."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """`1 / (1 + exp(-(weights @ signals + intercept)))`, of signals that are `capped`."""

    weights: Floats
    intercept: float
    enough_cosine: float = math.inf

    def __call__(self, signals: Floats) -> Floats:
        """Return the probabilities. Shapes: (questions, signals) to (questions,)."""
        probabilities: Floats = 1 / (1 + np.exp(-self.logits(signals)))
        return probabilities

    def logits(self, signals: Floats) -> Floats:
        """Return what the logistic function is taken of. Shapes: (questions, signals) to (questions,)."""
        logits: Floats = capped(signals, self.enough_cosine) @ self.weights + self.intercept
        return logits


def mixed(kinds: Sequence[Kind], mix: Mapping[Kind, float]) -> Floats:
    """Weigh questions so that each kind counts as the mix says; a kind that is missing counts for nothing.

    Shape: (questions,); the weights are 1 on average.
    """
    counts = {kind: kinds.count(kind) for kind in Kind}
    present = sum(share for kind, share in mix.items() if counts[kind])
    return np.array([mix[kind] / present / counts[kind] * len(kinds) for kind in kinds])


def fit_confidence(signals: Floats, right: Bools, *, balanced: Floats, stated: Floats) -> Logistic:
    """Fit how likely an answer is right: on balanced questions, then calibrated for the stated ones.

    Logistic regression on standardised signals, whose weights are given for the plain ones, and then Platt
    scaling (1999), whose slope and intercept are multiplied in. The highest cosine counts up to its median,
    which holds for encoders of any scale.

    Args:
        signals: of `index.ranking.confidence.signals`. Shape: (questions, 6).
        right: whether the first sentence answers. Shape: (questions,).
        balanced: how much each question teaches. Shape: (questions,).
        stated: how much of each is asked. Shape: (questions,).

    Raises:
        UsageError: all answers are right, or all are wrong.

    """
    if right.all() or not right.any():
        raise UsageError(
            f"{right.sum()} of {len(right)} answers are right: a confidence can only be fitted where some are"
            " and some are not; read more questions"
        )
    enough = float(np.median(signals[:, 0]))
    plain = capped(signals, enough)
    mean, deviation = plain.mean(axis=0), plain.std(axis=0)
    deviation[deviation == 0] = 1.0
    fitted = _logistic((plain - mean) / deviation, right, balanced, _INVERSE_SHRINKAGE)
    weights = fitted.weights / deviation
    return scaled(Logistic(weights, fitted.intercept - float(weights @ mean), enough), signals, right, stated)


def scaled(fitted: Logistic, signals: Floats, right: Bools, stated: Floats) -> Logistic:
    """Scale a confidence so that it is calibrated for the stated questions (Platt 1999).

    As there, n right answers count as right by (n + 1) / (n + 2), and wrong ones alike: a few questions that
    the signals part without error are no reason to be certain.
    """
    before = np.tile(fitted.logits(signals), 2)
    counts = np.where(right, right.sum(), (~right).sum())
    surely = (counts + 1) / (counts + 2)
    outcomes = np.concatenate([right, ~right])
    weights = np.concatenate([stated * surely, stated * (1 - surely)])
    platt = _logistic(before[:, None], outcomes, weights, _UNSHRUNK)
    (slope,) = platt.weights.tolist()
    return Logistic(slope * fitted.weights, slope * fitted.intercept + platt.intercept, fitted.enough_cosine)


def _logistic(signals: Floats, right: Bools, weights: Floats, inverse_shrinkage: float) -> Logistic:
    model = LogisticRegression(C=inverse_shrinkage, max_iter=2000).fit(signals, right, sample_weight=weights)
    return Logistic(model.coef_[0].astype(np.float64), float(model.intercept_[0]))


def answered_from(confidences: Floats, right: Bools, weights: Floats) -> tuple[float, float]:
    """Find the lowest confidence from which on `PRECISION` of the answers are right.

    Returns:
        That confidence, and the share of questions that have it or more; 1 and 0 if there is none.

    """
    order = np.argsort(-confidences, kind="stable")
    ordered, given = confidences[order], np.cumsum(weights[order])
    precision = np.cumsum((weights * right)[order]) / given
    last = np.append(ordered[1:] < ordered[:-1], [True])  # equal confidences stand or fall together
    good = np.flatnonzero((precision >= PRECISION) & last)
    return (float(ordered[good[-1]]), float(given[good[-1]] / given[-1])) if len(good) else (1.0, 0.0)


def unsure_from(confidences: Floats, answerable: Bools, weights: Floats) -> float:
    """Find the confidence below which `REFUSED` of the answerable questions fall; 0 if there are none."""
    order = np.argsort(confidences[answerable], kind="stable")
    if not len(order):
        return 0.0
    below = np.cumsum(weights[answerable][order])
    last = int(np.searchsorted(below, REFUSED * below[-1], side="right"))
    return float(confidences[answerable][order[min(last, len(order) - 1)]])
