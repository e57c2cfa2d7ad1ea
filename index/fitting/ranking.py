"""Cases -> the weights of a sentence's final score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.calibration import Ranking
from index.ranking.reranking import rescore

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from index.fitting.cases import Case
    from index.retrieval.search import Scores

    Bools = npt.NDArray[np.bool_]

_SEARCH, _WEIGHTS = 6, 8
_NEVER = -1e4
_SHRINKAGE = 1e-3
"""Of the sum of the squared weights, which is added to the loss."""


def features(case: Case) -> tuple[Scores, Bools]:
    """Return what `rescore` weighs, of each sentence read, and which of them answer.

    Shapes: (sentences read, 8) and (sentences read,). The score is linear in the weights, so a feature is
    the score under a weight of 1 for it alone.
    """
    read = list(case.read)
    columns = [rescore(case.found, case.read, ranking)[read] for ranking in _UNITS]
    return np.stack(columns, axis=1), np.array([sentence in case.right for sentence in read], dtype=bool)


def _ranking(weights: Sequence[float]) -> Ranking:
    sentence, span = weights[_SEARCH:]
    return Ranking(search=tuple(weights[:_SEARCH]), sentence=sentence, span=span)


_UNITS = tuple(_ranking(row) for row in np.eye(_WEIGHTS).tolist())


def fit_ranking(tables: Sequence[tuple[Scores, Bools]]) -> Ranking:
    """Fit weights under which the sentences that answer are likeliest.

    Listwise softmax regression (Cao et al. 2007, ListNet), with all the weight on the sentences that answer;
    a question of which none was read teaches nothing and is left out.

    Args:
        tables: as `features` gives them, one for each question.

    """
    import torch

    kept = [(table, right) for table, right in tables if right.any()]
    if not kept:
        return _ranking([0.0] * _WEIGHTS)
    shape = (len(kept), max(len(table) for table, _ in kept))
    values = np.zeros((*shape, _WEIGHTS))
    outside, wrong = np.full(shape, _NEVER), np.full(shape, _NEVER)
    for row, (table, right) in enumerate(kept):
        values[row, : len(table)] = table
        outside[row, : len(table)] = 0
        wrong[row, : len(table)][right] = 0
    x, of_all, of_right = (torch.from_numpy(array) for array in (values, outside, wrong))
    weights = torch.zeros(_WEIGHTS, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=80, line_search_fn="strong_wolfe")

    def closure() -> float:
        optimizer.zero_grad()
        scores = x @ weights
        missed = torch.logsumexp(scores + of_all, 1) - torch.logsumexp(scores + of_right, 1)
        loss = missed.mean() + _SHRINKAGE * weights.pow(2).sum()
        loss.backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
        return loss.item()

    optimizer.step(closure)  # type: ignore[no-untyped-call] # as above
    return _ranking(weights.tolist())
