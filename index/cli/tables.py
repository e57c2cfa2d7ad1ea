"""An evaluation as people read it at a terminal."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from index.evaluation.metrics import Estimate, EvaluationReport, VerdictReport
    from index.types import Verdict


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


def compare(before: EvaluationReport, after: EvaluationReport, console: Console) -> None:
    """Print the measures of what was in use beside those of what was fitted."""
    table = Table("", "in use", "calibrated", box=None, pad_edge=False)
    for old, new in zip(_lines(before), _lines(after), strict=True):
        table.add_row(*old, new[1])
    console.print(table)


def _lines(report: EvaluationReport) -> Iterator[tuple[str, str]]:
    for name, measures in (report.stages or {}).items():
        if name == "reader":
            for label, measure in zip(("P@1", "R@3", "R@5", "MRR"), measures.values(), strict=True):
                yield label, f"{measure.value:.3f}"
    for label, measure in zip(("exact match", "F1"), (report.spans or {}).values(), strict=False):
        yield label, f"{measure.value:.3f}"
    yield "AUROC", "none" if report.auroc is None else f"{report.auroc:.3f}"
    yield "AURC", f"{report.aurc:.3f}"
    yield "expected calibration error", f"{report.calibration_error:.3f}"
    for verdict, given in report.verdicts.items():
        name = verdict.replace("_", " ")
        yield f"{name} (right)", _verdict(verdict, given).removeprefix(f"{name} ")
