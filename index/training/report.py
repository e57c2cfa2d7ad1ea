"""What cross-validation said -> a few lines to read, and to put into the model card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sklearn.metrics import roc_auc_score

from index.evaluation.curves import Reliability
from index.evaluation.metrics import first_right
from index.evaluation.squad_metrics import best_overlap
from index.fitting.cases import Kind
from index.fitting.confidence import STATED
from index.fitting.cross_validation import weighed
from index.retrieval.search import ranked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.calibration import Calibration
    from index.fitting.cases import Case
    from index.fitting.confidence import Bools
    from index.fitting.cross_validation import Checked


def report(everything: Sequence[Case], checked: Checked, calibration: Calibration) -> Iterator[str]:
    """Describe each question set, then the confidence on the stated mix."""
    kinds = [case.kind for case in everything]
    sources = list(dict.fromkeys(case.source for case in everything))
    for source in sources:
        yield from _of_source(source, everything, checked)
    for source in [*sources, "all"]:
        here = np.array([source in ("all", case.source) for case in everything])
        answerable = here & _of(kinds, Kind.ANSWERABLE)
        for kind in (Kind.ADVERSARIAL, Kind.ELSEWHERE):
            other = here & _of(kinds, kind)
            if answerable.any() and other.any():
                both = answerable | other
                area = roc_auc_score(answerable[both], checked.confidences[both])
                yield f"AUROC of the confidence, {source}, answerable against {kind.value}: {area:.3f}"
    weights = weighed(everything, STATED)
    error = Reliability.of(checked.confidences, checked.right, weights).error
    answered = calibration.confidence.answered_from
    sure = checked.confidences >= answered
    share = float(np.average(sure, weights=weights))
    right = float(np.average(checked.right[sure], weights=weights[sure])) if sure.any() else 0.0
    yield f"expected calibration error on the stated mix: {error:.3f}"
    yield f"{share:.1%} of the stated mix answered (from {answered:.3f} on), {right:.1%} of them right"
    unsure = calibration.confidence.unsure_from
    for source in sources:
        here = np.array([case.source == source for case in everything])
        for kind in Kind:
            if (chosen := here & _of(kinds, kind)).any():
                sure = chosen & (checked.confidences >= answered)
                good = f", {checked.right[sure].mean():.1%} of them right" if sure.any() else ""
                below = float((checked.confidences[chosen] < unsure).mean())
                yield (
                    f"{source}, {kind.value}: {sure.sum() / chosen.sum():.1%} answered{good};"
                    f" {below:.1%} not found (below {unsure:.3f})"
                )


def _of(kinds: Sequence[Kind], kind: Kind) -> Bools:
    return np.array([each is kind for each in kinds])


def _of_source(source: str, everything: Sequence[Case], checked: Checked) -> Iterator[str]:
    chosen = [
        (case, order)
        for case, order in zip(everything, checked.orders, strict=True)
        if case.source == source and case.kind is Kind.ANSWERABLE
    ]
    if not chosen:
        return
    stages = {
        "fused": [(case, ranked(case.found.fused)) for case, _ in chosen],
        "with reader": chosen,
    }
    for stage, outcomes in stages.items():
        ranks = np.array([first_right(order.tolist(), case.right) for case, order in outcomes])
        spans = [best_overlap(case.marked(int(order[0])), case.answers) for case, order in outcomes]
        exact, overlap = np.mean(spans, axis=0).tolist()
        yield (
            f"{source}, {stage}, {len(ranks)} questions: P@1 {(ranks <= 1).mean():.3f}"
            f" R@3 {(ranks <= 3).mean():.3f} R@5 {(ranks <= 5).mean():.3f}"
            f" MRR {(1 / ranks).mean():.3f} EM {exact:.3f} F1 {overlap:.3f}"
        )
