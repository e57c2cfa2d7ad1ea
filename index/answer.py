"""What search and reading found -> how sure the first sentence answers, and what may be said of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from index.types import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from index.calibration import Confidence
    from index.search import Found, Scores
    from index.types import Reading

_MOST_MARGIN = 10.0
_LEAST_OVER_NULL = -4.0
"""If even the likeliest span lies further below null, it is no less likely that the first quote answers."""


def signals(
    found: Found, read: Mapping[int, Reading], scores: Scores, order: npt.NDArray[np.intp]
) -> npt.NDArray[np.float64]:
    """Gather what says how sure an answer is. Shape: (7,); those of the reader are 0 without one.

    In order: the highest cosine; the first sentence's fused score, its span logit over null, and its
    answerable logit; how far its score is ahead of the second's; and the highest span over null and
    answerable logit of all that was read.
    """
    first = int(order[0])
    margin = min(float(scores[first] - scores[order[1]]), _MOST_MARGIN) if len(order) > 1 else _MOST_MARGIN
    top = read.get(first)
    return np.array(
        [
            found.cosine.max(),
            found.fused[first],
            top.over_null if top else 0.0,
            top.answerable if top else 0.0,
            margin,
            max((max(reading.over_null, _LEAST_OVER_NULL) for reading in read.values()), default=0.0),
            max((reading.answerable for reading in read.values()), default=0.0),
        ],
        dtype=np.float64,
    )


def capped(signals: npt.NDArray[np.float64], enough_cosine: float) -> npt.NDArray[np.float64]:
    """Count the highest cosine up to a limit. Shape of both: (7,) or (questions, 7).

    A low one shows that the article is about something else; a high one does not show that it answers.
    """
    values = signals.copy()
    values[..., 0] = np.minimum(values[..., 0], enough_cosine)
    return values


def confidence_of(signals: npt.NDArray[np.float64], fitted: Confidence) -> float:
    """Estimate from 0 to 1 how likely the first quote answers."""
    logit = float(np.dot(fitted.weights, capped(signals, fitted.enough_cosine))) + fitted.intercept
    return (1 + math.tanh(logit / 2)) / 2  # the logistic function, without overflow


def verdict_of(confidence: float, fitted: Confidence) -> Verdict:
    """Say what may be claimed at a confidence."""
    if confidence >= fitted.answered_from:
        return Verdict.ANSWERED
    return Verdict.UNSURE if confidence >= fitted.unsure_from else Verdict.NOT_FOUND
