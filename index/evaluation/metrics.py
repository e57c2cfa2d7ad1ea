"""What came of each question -> measures of the whole set, with intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel

from index.evaluation.curves import Reliability, RiskCoverage
from index.types import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from index.evaluation.datasets import QuestionSet

    Floats = npt.NDArray[np.float64]
    Bools = npt.NDArray[np.bool_]

PIPELINE_STAGES = ("dense", "bm25", "fused", "reader")
TOP = 20
"""Sentences that the last stage ranks; a right one below them counts as not found."""
RANKING = ("precision_at_1", "recall_at_3", "recall_at_5", "mean_reciprocal_rank")
SPANS = ("exact_match", "f1")
_BLOCKS, _BLOCK = 50, 20
"""The bootstrap's 1,000 resamples, drawn 20 at a time to spare memory."""
_SEED = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question."""

    answerable: bool
    ranks: tuple[float, ...]
    """The place of the first right sentence after each of `PIPELINE_STAGES`, from 1; infinite if none is."""
    exact: float
    f1: float
    """Of the answer's words in the first quote, none if it marks none; 1 is best."""
    confidence: float
    verdict: Verdict
    milliseconds: float | None
    """For one question asked alone; None if it was not in the sample."""

    @property
    def right(self) -> bool:
        """Whether the first quote is a sentence that answers."""
        return self.ranks[-1] == 1


class Estimate(BaseModel, frozen=True):
    """A mean over questions, and its 95 % interval (percentile bootstrap; Efron and Tibshirani, 1993)."""

    value: float
    low: float
    high: float


class VerdictReport(BaseModel, frozen=True):
    """How often a verdict is given, as a share of all questions, and how often it is right when it is."""

    share: float
    right: float | None
    """The first quote is right; for "not_found": the article does not answer. None if it is never given."""


class EvaluationReport(BaseModel, frozen=True):
    """All measures; a kind of question that the set does not have leaves None."""

    articles: int
    questions: int
    """Those that were asked."""
    answerable: int
    skipped: int
    """Questions left out, because they are blank or too long."""
    stages: dict[str, dict[str, Estimate]] | None
    """`RANKING` after each of `PIPELINE_STAGES`, over the answerable; one right sentence is enough."""
    spans: dict[str, Estimate] | None
    """Each of `SPANS`, over the answerable questions."""
    auroc: float | None
    """Of the confidence, answerable against unanswerable: how often the answerable one has more of it."""
    aurc: float
    """See `RiskCoverage.area`."""
    calibration_error: float
    """See `Reliability.error`."""
    verdicts: dict[Verdict, VerdictReport]
    milliseconds: dict[str, float]
    """p50 and p95 over the questions that were asked one at a time."""


def first_right(ranking: Sequence[int], right: frozenset[int]) -> float:
    """Return the place of the first right sentence, counted from 1; infinite if none is."""
    places = (place for place, sentence in enumerate(ranking, start=1) if sentence in right)
    return next(places, float("inf"))


def report(outcomes: Sequence[Outcome], questions: QuestionSet) -> EvaluationReport:
    """Sum up what came of the questions of a set."""
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    stages, spans = _estimates(answerable) if answerable else (None, None)
    confidences, right = confidence_and_right(outcomes)
    times = [outcome.milliseconds for outcome in outcomes if outcome.milliseconds is not None]
    return EvaluationReport(
        articles=len(questions.documents),
        questions=len(outcomes),
        answerable=len(answerable),
        skipped=questions.skipped,
        stages=stages,
        spans=spans,
        auroc=_auroc(confidences, np.array([outcome.answerable for outcome in outcomes])),
        aurc=RiskCoverage.of(confidences, right).area,
        calibration_error=Reliability.of(confidences, right).error,
        verdicts={verdict: _verdict(verdict, outcomes) for verdict in Verdict},
        milliseconds={"p50": float(np.percentile(times, 50)), "p95": float(np.percentile(times, 95))},
    )


def confidence_and_right(outcomes: Sequence[Outcome]) -> tuple[Floats, Bools]:
    """Return what the plots are drawn from. Both shapes: (questions,)."""
    confidences = [outcome.confidence for outcome in outcomes]
    return np.array(confidences), np.array([outcome.right for outcome in outcomes])


def _estimates(answerable: Sequence[Outcome]) -> tuple[dict[str, dict[str, Estimate]], dict[str, Estimate]]:
    """Estimate `RANKING` after each of `PIPELINE_STAGES`, then `SPANS`, from the same resamples."""
    ranks = np.array([outcome.ranks for outcome in answerable])  # (questions, stages)
    ranking = np.stack([ranks <= 1, ranks <= 3, ranks <= 5, 1 / ranks], axis=2)
    spans = np.array([(outcome.exact, outcome.f1) for outcome in answerable])
    values = np.column_stack([ranking.reshape(len(ranks), -1), spans])  # (questions, measures)
    rng = np.random.default_rng(_SEED)
    draws = (rng.integers(len(values), size=(_BLOCK, len(values))) for _ in range(_BLOCKS))
    means = np.concatenate([values[drawn].mean(axis=1) for drawn in draws])  # (resamples, measures)
    columns = np.stack([values.mean(axis=0), *np.percentile(means, (2.5, 97.5), axis=0)], axis=1)
    estimates = [Estimate(value=value, low=low, high=high) for value, low, high in columns.tolist()]
    measures = len(RANKING)
    stages = {
        stage: dict(zip(RANKING, estimates[number * measures : (number + 1) * measures], strict=True))
        for number, stage in enumerate(PIPELINE_STAGES)
    }
    return stages, dict(zip(SPANS, estimates[-len(SPANS) :], strict=True))


def _auroc(confidences: Floats, answerable: Bools) -> float | None:
    from sklearn.metrics import roc_auc_score

    both = answerable.any() and not answerable.all()
    return float(roc_auc_score(answerable, confidences)) if both else None


def _verdict(verdict: Verdict, outcomes: Sequence[Outcome]) -> VerdictReport:
    given = [outcome for outcome in outcomes if outcome.verdict is verdict]
    right = [not outcome.answerable if verdict is Verdict.NOT_FOUND else outcome.right for outcome in given]
    return VerdictReport(share=len(given) / len(outcomes), right=sum(right) / len(right) if right else None)
