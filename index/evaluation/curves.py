"""What a confidence is worth: risk against coverage, reliability, and what a threshold buys.

Everywhere `confidences` has shape (questions,), float64, from 0 to 1, and `right` has shape (questions,),
bool: whether the first quote answers the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Bools = npt.NDArray[np.bool_]

BINS = 10


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """What answering only the surest questions costs, for 1, 2, ... all of them. Shapes: (questions,)."""

    coverage: Floats
    """Share of the questions that are answered."""
    risk: Floats
    """Share of those whose first quote is wrong."""

    @classmethod
    def of(cls, confidences: Floats, right: Bools) -> RiskCoverage:
        """Take the questions from the surest down; those of equal confidence share their mean risk."""
        _, group = np.unique(-confidences, return_inverse=True)
        losses = (np.bincount(group, weights=~right) / np.bincount(group))[np.sort(group)]
        taken = np.arange(1, len(right) + 1)
        return cls(taken / len(right), np.cumsum(losses) / taken)

    @property
    def area(self) -> float:
        """AURC, the mean risk over all coverages (Geifman and El-Yaniv, 2017); 0 is best."""
        return float(self.risk.mean())


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often answers of about the same confidence are right. Shapes: (bins that are not empty,)."""

    bins: npt.NDArray[np.intp]
    """Which of the `BINS` equally wide ones, from 0; each holds its lower edge, the last one 1 too."""
    counts: npt.NDArray[np.intp]
    """Questions in each."""
    weight: Floats
    """How much they count."""
    confidence: Floats
    """Mean in each."""
    accuracy: Floats
    """Share of first quotes that are right in each."""

    @classmethod
    def of(cls, confidences: Floats, right: Bools, weights: Floats | None = None) -> Reliability:
        """Sort the questions into bins; some may count more than others. Shape of weights: (questions,)."""
        weights = np.ones(len(right)) if weights is None else weights
        counted = weights > 0
        confidences, right, weights = confidences[counted], right[counted], weights[counted]
        places = np.minimum((confidences * BINS).astype(np.intp), BINS - 1)
        bins, group, counts = np.unique(places, return_inverse=True, return_counts=True)
        weight: Floats = np.bincount(group, weights=weights).astype(np.float64)
        return cls(
            bins,
            counts,
            weight,
            np.bincount(group, weights=weights * confidences) / weight,
            np.bincount(group, weights=weights * right) / weight,
        )

    @property
    def error(self) -> float:
        """Expected calibration error (Guo et al., 2017): the bins' mean gap by questions; 0 is best."""
        return float(np.average(np.abs(self.accuracy - self.confidence), weights=self.weight))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What answering from a confidence on gives, for each confidence that occurs. Shapes: (confidences,)."""

    thresholds: Floats
    """Ascending."""
    precision: Floats
    """Share of the questions of that confidence or more whose first quote is right."""
    share: Floats
    """Their share of all questions."""

    @classmethod
    def of(cls, confidences: Floats, right: Bools) -> Thresholds:
        """Take each confidence for the threshold in turn."""
        thresholds, group = np.unique(confidences, return_inverse=True)
        answered = np.cumsum(np.bincount(group)[::-1])[::-1]
        correct = np.cumsum(np.bincount(group, weights=right)[::-1])[::-1]
        return cls(thresholds, correct / answered, answered / len(right))
