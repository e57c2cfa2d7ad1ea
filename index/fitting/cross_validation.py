"""Cases -> fitted numbers, and by cross-validation how good they are on other questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.model_selection import GroupKFold, StratifiedKFold

from index.calibration import Calibration, Confidence
from index.fitting.cases import Kind
from index.fitting.confidence import BALANCED, STATED, answered_from, fit_confidence, mixed, unsure_from
from index.fitting.ranking import features, fit_ranking
from index.ranking.confidence import signals as signals_of
from index.ranking.reranking import rescore
from index.retrieval.search import ranked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from index.calibration import Ranking
    from index.fitting.cases import Case
    from index.fitting.confidence import Bools, Floats, Logistic
    from index.retrieval.search import Scores

    Order = npt.NDArray[np.intp]
    Places = npt.NDArray[np.intp]

FOLDS = 8
CHAT = "community"
"""The question set as people chat, which counts as much as all others together."""
_ARTICLES = 5
"""From so many on, no article's questions are in two folds."""
_SEED = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What fitted numbers say to questions that they were not fitted on."""

    by_article: bool
    """Whether they were not fitted on any question of the same article either."""
    orders: tuple[Order, ...]
    """Of all sentences, best first, for each question."""
    confidences: Floats
    """Shape: (questions,)."""
    right: Bools
    """Whether the first sentence answers. Shape: (questions,)."""


def calibrate(
    cases: Sequence[Case],
    *,
    stated: Mapping[Kind, float] | None = STATED,
    ranking: Ranking | None = None,
) -> tuple[Calibration, Checked]:
    """Fit on all questions, with thresholds from cross-validation: by article if there are enough of them.

    Args:
        cases: the questions; some that the article answers and some that it does not.
        stated: what kinds of questions the confidence is calibrated for; None: those of the cases.
        ranking: taken as it is, instead of being fitted.

    Raises:
        UsageError: all first sentences are right, or all are wrong.

    """
    fit = _Fit(cases, stated, ranking)
    checked = fit.checked()
    kept, confidence = fit.on(range(len(cases)))
    asked = _asked_in_chats(cases)
    confidences, weights = checked.confidences[asked], fit.stated[asked]
    answered, _ = answered_from(confidences, checked.right[asked], weights)
    return (
        Calibration(
            ranking=kept,
            confidence=Confidence(
                weights=tuple(confidence.weights.tolist()),
                enough_cosine=confidence.enough_cosine,
                intercept=confidence.intercept,
                answered_from=answered,
                unsure_from=min(answered, unsure_from(confidences, fit.answerable[asked], weights)),
            ),
        ),
        checked,
    )


class _Fit:
    """Fits on any of the cases, given by their places."""

    def __init__(
        self, cases: Sequence[Case], stated: Mapping[Kind, float] | None, ranking: Ranking | None
    ) -> None:
        self.kinds = [case.kind for case in cases]
        self.answerable = np.array([kind is Kind.ANSWERABLE for kind in self.kinds])
        self.stated = weighed(cases, stated)
        self._mix = stated
        self._cases = cases
        self._ranking = ranking
        self._tables: Sequence[tuple[Scores, Bools]] = [] if ranking else [features(case) for case in cases]

    def on(self, places: Sequence[int]) -> tuple[Ranking, Logistic]:
        chosen = [self._cases[place] for place in places]
        ranking = self._ranking or fit_ranking(
            [self._tables[place] for place in places if self.kinds[place] is Kind.ANSWERABLE]
        )
        outcomes = [_ranked(case, ranking) for case in chosen]
        confidence = fit_confidence(
            np.stack([signals for signals, _ in outcomes]),
            np.array(
                [int(order[0]) in case.right for case, (_, order) in zip(chosen, outcomes, strict=True)]
            ),
            balanced=weighed(chosen, BALANCED),
            stated=weighed(chosen, self._mix),
        )
        return ranking, confidence

    def checked(self) -> Checked:
        orders: dict[int, Order] = {}
        confidences = np.zeros(len(self._cases))
        by_article = len({case.group for case in self._cases}) >= _ARTICLES
        for train, test in _folds(self._cases, by_article=by_article):
            ranking, confidence = self.on(train.tolist())
            for place in test.tolist():
                signals, orders[place] = _ranked(self._cases[place], ranking)
                confidences[place] = confidence(signals[None])[0]
        right = [int(orders[place][0]) in case.right for place, case in enumerate(self._cases)]
        return Checked(
            by_article,
            tuple(orders[place] for place in range(len(self._cases))),
            confidences,
            np.array(right, dtype=bool),
        )


def weighed(cases: Sequence[Case], mix: Mapping[Kind, float] | None) -> Floats:
    """Weigh questions by their kinds, chats as much as all other sets together; without a mix, evenly.

    Shape: (questions,); the weights are 1 on average.
    """
    if mix is None:
        return np.ones(len(cases))
    weights = np.zeros(len(cases))
    chat = np.array([case.source == CHAT for case in cases])
    for part in (chat, ~chat):
        kinds = [case.kind for case, inside in zip(cases, part, strict=True) if inside]
        if kinds:
            weights[part] = mixed(kinds, mix) / len(kinds)
    result: Floats = weights / weights.mean()
    return result


def _asked_in_chats(cases: Sequence[Case]) -> Bools:
    """Tell which questions the thresholds are chosen on: those of chats, which are harder; else all."""
    chat = np.array([case.source == CHAT for case in cases])
    return chat if chat.any() else ~chat


def _folds(cases: Sequence[Case], *, by_article: bool) -> Iterator[tuple[Places, Places]]:
    if by_article:
        groups = [case.group for case in cases]
        yield from GroupKFold(n_splits=min(FOLDS, len(set(groups)))).split(cases, groups=groups)
        return
    answerable = np.array([case.kind is Kind.ANSWERABLE for case in cases])
    splits = min(FOLDS, int(answerable.sum()), int((~answerable).sum()))
    folds = StratifiedKFold(n_splits=splits, shuffle=True, random_state=_SEED)
    yield from folds.split(np.zeros(len(cases)), answerable)


def _ranked(case: Case, ranking: Ranking) -> tuple[Floats, Order]:
    scores = rescore(case.found, case.read, ranking)
    order = ranked(scores)
    return signals_of(case.found, case.read, scores, order), order
