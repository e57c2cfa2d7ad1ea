"""One's own questions -> numbers fitted on them, and what comes of the same questions by cross-validation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.evaluation.metrics import TOP, first_right
from index.evaluation.single_article import library_of
from index.evaluation.squad_metrics import best_overlap
from index.fitting.cases import Case, Kind, searched
from index.fitting.cross_validation import FOLDS, calibrate
from index.ranking.confidence import verdict_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.calibration import Calibration, Confidence
    from index.evaluation.datasets import QuestionSet
    from index.evaluation.metrics import Outcome
    from index.fitting.cross_validation import Order
    from index.models.protocols import Models

LEAST, LEAST_OF_EACH = 40, FOLDS
"""Questions in all, and of those that the article answers and does not: one for each fold."""
RANKED_FROM = 200
"""Answerable questions from which on the order of sentences is fitted too, with its eight weights."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What fitting gave."""

    calibration: Calibration
    outcomes: tuple[Outcome, ...]
    """Of each question, by numbers that were not fitted on it; in order."""
    by_article: bool
    """Whether they were not fitted on any question of the same article either."""
    ranking: bool
    """Whether the order of sentences was fitted too."""


def check_enough(questions: QuestionSet) -> None:
    """Check that something can be fitted, before hours of asking.

    Raises:
        UsageError: there are too few questions, or too few of a kind; says what cannot be fitted.

    """
    right = [bool(question.right) for document in questions.documents for question in document.questions]
    if len(right) < LEAST:
        raise UsageError(
            f"calibrating needs at least {LEAST} questions, got {len(right)}: write down more of them"
        )
    answerable = sum(right)
    if min(answerable, len(right) - answerable) < LEAST_OF_EACH:
        raise UsageError(
            f"got {answerable} questions that the articles answer and {len(right) - answerable} that they do"
            f" not: without at least {LEAST_OF_EACH} of each, neither the confidence nor its thresholds can"
            " be fitted"
        )


def fit(
    questions: QuestionSet,
    outcomes: Sequence[Outcome],
    models: Models,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Fitted:
    """Fit confidence and thresholds to a question set, and with many questions the order of sentences too.

    Args:
        questions: enough of them, see `check_enough`. Their kinds count as often as they are there.
        outcomes: of the questions, by the calibration in use; in order.
        models: what is in use; without a reader the order is never fitted.
        progress: called with (questions asked, questions to ask).

    Raises:
        UsageError: all first sentences are right, or all are wrong.

    """
    cases = []
    for case in _cases(questions, models):
        cases.append(case)
        if progress:
            progress(len(cases), len(outcomes))
    answerable = sum(case.kind is Kind.ANSWERABLE for case in cases)
    ranking = models.reader is not None and answerable >= RANKED_FROM
    fitted, checked = calibrate(cases, stated=None, ranking=None if ranking else models.calibration.ranking)
    new = [
        _outcome(case, order, confidence, old, fitted.confidence)
        for case, order, confidence, old in zip(
            cases, checked.orders, checked.confidences.tolist(), outcomes, strict=True
        )
    ]
    return Fitted(fitted, tuple(new), checked.by_article, ranking)


def _cases(questions: QuestionSet, models: Models) -> Iterator[Case]:
    for document in questions.documents:
        library = library_of(document.source, models)
        finds = searched(library, [question.text for question in document.questions])
        for question, hits in zip(document.questions, finds, strict=True):
            yield Case(
                source="own",
                kind=Kind.ANSWERABLE if question.right else Kind.ADVERSARIAL,
                article=library.articles[0],
                group=document.source.name,
                found=hits.found,
                read=library.pipeline.read_all([hits])[0],
                right=frozenset(number - 1 for number in question.right),
                answers=question.answers,
            )


def _outcome(case: Case, order: Order, confidence: float, old: Outcome, fitted: Confidence) -> Outcome:
    """Judge a question anew; what search alone found, and the time, stay as they were."""
    exact, f1 = best_overlap(case.marked(int(order[0])), case.answers)
    return replace(
        old,
        ranks=(*old.ranks[:-1], first_right(order[:TOP].tolist(), case.right)),
        exact=exact,
        f1=f1,
        confidence=confidence,
        verdict=verdict_of(confidence, fitted),
    )
