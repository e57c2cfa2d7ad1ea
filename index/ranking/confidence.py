"""What search and reading found -> how sure the first one answers, what may be said of it, and quotes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from index.types import Quote, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from index.calibration import Confidence
    from index.models.protocols import Reading
    from index.retrieval.scope import Scope
    from index.retrieval.search import Scores, SearchScores

SIGNALS = 6
_MOST_MARGIN = 10.0
_LEAST = -10.0
"""Further below none, a sentence is no less likely to answer."""


def signals(
    found: SearchScores, read: Mapping[int, Reading], scores: Scores, order: npt.NDArray[np.intp]
) -> npt.NDArray[np.float64]:
    """Gather what says how sure an answer is. Shape: (6,); those of the reader are 0 without one.

    In order: the highest cosine; the first sentence's fused score, how far it is over none and its words
    over null; how far its score is ahead of the second's; and the logarithm of the summed exponentials of
    all sentences over none, which several that answer together raise.
    """
    first = int(order[0])
    margin = min(float(scores[first] - scores[order[1]]), _MOST_MARGIN) if len(order) > 1 else _MOST_MARGIN
    top = read.get(first)
    over = np.array([reading.over_none for reading in read.values()])
    return np.array(
        [
            found.cosine.max(),
            found.fused[first],
            max(top.over_none, _LEAST) if top else 0.0,
            max(top.over_null, _LEAST) if top else 0.0,
            margin,
            max(float(np.logaddexp.reduce(over)), _LEAST) if read else 0.0,
        ],
        dtype=np.float64,
    )


def capped(signals: npt.NDArray[np.float64], enough_cosine: float) -> npt.NDArray[np.float64]:
    """Count the highest cosine up to a limit. Shape of both: (6,) or (questions, 6).

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


def quote_of(scope: Scope, place: int, scores: Scores, read: Mapping[int, Reading], *, first: bool) -> Quote:
    """Quote a sentence, with the words that answer where it was read and some are likely to."""
    article, sentence = scope.sentences[place]
    score = float(scores[place])
    reading = read.get(place)
    # The first sentence was chosen for its answer; of the others, some are only near.
    if reading is None or (reading.over_null < 0 and not first):
        return Quote(article, sentence, score)
    start = article.sentences[sentence - 1].start
    return Quote(article, sentence, score, Span(start + reading.start, start + reading.end))
