"""The curves of what a confidence is worth, as a picture; only drawing needs matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import UsageError
from index.evaluation.curves import BINS, Reliability, RiskCoverage, Thresholds

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes

    from index.evaluation.curves import Bools, Floats

SIZE = (2250, 675)
"""Of the picture, in pixels."""
_DPI = 150
_INK, _FILL, _GUIDE, _MARK = "#1f4e79", "#8fb8de", "#767676", "#b3541e"


def check(path: Path) -> None:
    """Check that a picture can be drawn there, before hours of asking.

    Raises:
        UsageError: matplotlib is not installed, or there is no such folder.

    """
    try:
        import matplotlib.figure  # noqa: F401
    except ImportError as error:
        raise UsageError("plots need matplotlib: .venv/bin/pip install -e '.[evaluate]'") from error
    if not path.parent.is_dir():
        raise UsageError(f"the plot {path} cannot be written: there is no folder {path.parent}")


def draw(path: Path, confidences: Floats, right: Bools, *, answered_from: float) -> None:
    """Draw risk against coverage, the reliability diagram, and what a threshold buys, into a PNG file.

    The threshold that is in use is marked. For `confidences` and `right` see `index.evaluation.curves`.

    Raises:
        UsageError: as in `check`, or the file cannot be written.

    """
    check(path)
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.1)
    figure = Figure(figsize=(SIZE[0] / _DPI, SIZE[1] / _DPI), dpi=_DPI, layout=layout)
    left, middle, right_side = figure.subplots(1, 3)
    draw_risk(left, RiskCoverage.of(confidences, right))
    draw_reliability(middle, Reliability.of(confidences, right))
    draw_thresholds(right_side, Thresholds.of(confidences, right), answered_from)
    try:
        figure.savefig(path, format="png")
    except OSError as error:
        raise UsageError(f"the plot {path} cannot be written: {error.strerror}") from error


def draw_risk(axes: Axes, curve: RiskCoverage) -> None:
    """Draw risk against coverage."""
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


def draw_reliability(axes: Axes, diagram: Reliability) -> None:
    """Draw how often answers of each tenth of confidence are right."""
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


def draw_thresholds(axes: Axes, curve: Thresholds, chosen: float) -> None:
    """Draw what each threshold would answer, and how much of it rightly."""
    for values, colour, label in ((curve.precision, _INK, "right"), (curve.share, _FILL, "answered")):
        axes.step(curve.thresholds, 100 * values, where="pre", color=colour, label=label)
    axes.axvline(chosen, color=_MARK, linestyle="--", label=f"in use, {chosen:.2f}")
    axes.set(
        title="Answering from a confidence on",
        xlabel="least confidence that is answered",
        ylabel="of all questions answered, of these right (%)",
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
