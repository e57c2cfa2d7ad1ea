"""An evaluation as people read it: a table, and two curves of what the confidence is worth.

Everywhere `confidences` has shape (questions,), float64, from 0 to 1, and `right` has shape (questions,),
bool: whether the first quote answers the question. Matplotlib, the extra `evaluate`, loads to draw only.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import starmap
from typing import TYPE_CHECKING

import numpy as np
from rich.table import Table
from rich.text import Text

from index.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt
    from matplotlib.axes import Axes
    from rich.console import Console

    from index.evaluation import Estimate, EvaluationReport, VerdictReport
    from index.types import Verdict

    Floats = npt.NDArray[np.float64]
    Bools = npt.NDArray[np.bool_]

BINS = 10
SIZE = (1500, 675)
"""Of the picture, in pixels."""
_DPI = 150
_INK, _FILL, _GUIDE = "#1f4e79", "#8fb8de", "#767676"


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
    confidence: Floats
    """Mean in each."""
    accuracy: Floats
    """Share of first quotes that are right in each."""

    @classmethod
    def of(cls, confidences: Floats, right: Bools) -> Reliability:
        """Sort the questions into bins."""
        places = np.minimum((confidences * BINS).astype(np.intp), BINS - 1)
        bins, group, counts = np.unique(places, return_inverse=True, return_counts=True)
        return cls(
            bins,
            counts,
            np.bincount(group, weights=confidences) / counts,
            np.bincount(group, weights=right) / counts,
        )

    @property
    def error(self) -> float:
        """Expected calibration error (Guo et al., 2017): the bins' mean gap by questions; 0 is best."""
        return float(np.average(np.abs(self.accuracy - self.confidence), weights=self.counts))


def show(report: EvaluationReport, console: Console) -> None:
    """Print the measures: a table of the stages, then a line for each of the rest."""
    left_out = f", {report.skipped} left out as blank or too long" if report.skipped else ""
    console.print(
        f"articles {report.articles}, questions {report.questions}, answerable {report.answerable}{left_out}"
    )
    if report.stages is not None:
        table = Table("stage", "P@1", "R@3", "R@5", "MRR", box=None, pad_edge=False)
        for stage, measures in report.stages.items():
            table.add_row(stage, *map(_estimate, measures.values()))
        console.print(table)
    rest = Table.grid(padding=(0, 2))
    if report.spans is not None:
        exact, f1 = map(_estimate, report.spans.values())
        rest.add_row("words", Text.assemble("exact match ", exact, ", F1 ", f1))
    auroc = "none" if report.auroc is None else f"{report.auroc:.3f}"
    rest.add_row(
        "confidence",
        f"AUROC {auroc}, AURC {report.aurc:.3f}, expected calibration error {report.calibration_error:.3f}",
    )
    rest.add_row("verdicts (right)", ", ".join(starmap(_verdict, report.verdicts.items())))
    rest.add_row("a question", ", ".join(f"{name} {ms:.1f} ms" for name, ms in report.milliseconds.items()))
    console.print(rest)


def _estimate(estimate: Estimate) -> Text:
    interval = f"{estimate.low:.2f}–{estimate.high:.2f}"
    return Text.assemble(f"{estimate.value:.3f} ", (interval, "dim"))


def _verdict(verdict: Verdict, given: VerdictReport) -> str:
    right = "none" if given.right is None else f"{given.right:.0%}"
    return f"{verdict.replace('_', ' ')} {given.share:.0%} ({right})"


def check(path: Path) -> None:
    """Check that a picture can be drawn there, before hours of asking.

    Raises:
        UsageError: matplotlib is not installed, or there is no such folder.

    """
    try:
        import matplotlib.figure  # noqa: F401
    except ImportError as error:
        raise UsageError("plots need matplotlib: pip install 'verbatim[evaluate]'") from error
    if not path.parent.is_dir():
        raise UsageError(f"the plot {path} cannot be written: there is no folder {path.parent}")


def draw(path: Path, confidences: Floats, right: Bools) -> None:
    """Draw risk against coverage, and the reliability diagram, side by side, into a PNG file.

    Raises:
        UsageError: as in `check`, or the file cannot be written.

    """
    check(path)
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.1)
    figure = Figure(figsize=(SIZE[0] / _DPI, SIZE[1] / _DPI), dpi=_DPI, layout=layout)
    left, right_side = figure.subplots(1, 2)
    _draw_risk(left, RiskCoverage.of(confidences, right))
    _draw_reliability(right_side, Reliability.of(confidences, right))
    try:
        figure.savefig(path, format="png")
    except OSError as error:
        raise UsageError(f"the plot {path} cannot be written: {error.strerror}") from error


def _draw_risk(axes: Axes, curve: RiskCoverage) -> None:
    axes.plot(
        100 * curve.coverage, 100 * curve.risk, color=_INK, label=f"by confidence, area {curve.area:.3f}"
    )
    axes.axhline(100 * curve.risk[-1], color=_GUIDE, linestyle=":", label="in any order, on average")
    axes.set(
        title="Risk against coverage",
        xlabel="questions answered, the surest first (%)",
        ylabel="of these answered wrongly (%)",
        xlim=(0, 100),
        ylim=(0, 110),
    )
    _dress(axes)


def _draw_reliability(axes: Axes, diagram: Reliability) -> None:
    axes.bar(
        (diagram.bins + 0.5) / BINS,
        100 * diagram.accuracy,
        width=0.94 / BINS,
        color=_FILL,
        label=f"right, calibration error {diagram.error:.3f}",
    )
    axes.plot(diagram.confidence, 100 * diagram.accuracy, "o", color=_INK, label="mean confidence")
    axes.plot((0, 1), (0, 100), color=_GUIDE, linestyle=":", label="calibrated")
    for place, count in zip(diagram.bins, diagram.counts, strict=True):
        axes.text((place + 0.5) / BINS, 104, f"{count}", ha="center", fontsize="small", color=_GUIDE)
    axes.set(
        title="Reliability",
        xlabel="confidence (above: questions in each tenth)",
        ylabel="first quotes that are right (%)",
        xlim=(0, 1),
        ylim=(0, 110),
    )
    _dress(axes)


def _dress(axes: Axes) -> None:
    axes.grid(alpha=0.3)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    # Below the axes, where it can hide no data.
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=3, fontsize="small", frameon=False)
