"""`evaluate` from the files to what is printed, drawn and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from index import loading
from index.calibration import Calibration
from index.cli import tables
from index.cli.console import progress_bar
from index.cli.exits import say
from index.evaluation import metrics, plots, runner
from index.evaluation.datasets import read_questions
from index.evaluation.metrics import EvaluationReport
from index.store import calibration_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rich.console import Console

    from index.config import LibrarySettings

_Report = TypeVar("_Report", bound=BaseModel)


class CalibrationReport(BaseModel, frozen=True):
    """What `--calibrate --json` prints."""

    before: EvaluationReport
    """Of the calibration that was in use."""
    after: EvaluationReport
    """Of the fitted one, by cross-validation; search alone and the time are as before."""
    by_article: bool
    """Whether no article's questions were both fitted on and judged; else no question was."""
    ranking: bool
    """Whether the order of sentences was fitted too."""
    calibration: Calibration
    file: str
    """Where it is kept."""


def evaluate(
    settings: LibrarySettings,
    file: Path,
    *,
    calibrate: bool,
    plot: Path | None,
    json: bool,
    console: Console,
    screen: Console,
) -> None:
    """Measure a question set, calibrate on it if asked to, and print; `screen` shows how far it has come.

    Raises:
        UsageError: the file cannot be read, the plot cannot be drawn, or there is too little to fit on.
        QuestionSetError: the file is malformed.
        ArticleError: an article that it names cannot be read.
        ModelError: a model cannot be loaded.
        SnapshotError: the calibration cannot be written.

    """
    if plot is not None:
        plots.check(plot)  # before the long part
    questions = read_questions(file, articles=settings.articles, max_bytes=settings.max_article_bytes)
    if calibrate:
        from index.fitting.own_questions import check_enough

        check_enough(questions)
    with screen.status("loading the models"):
        models = loading.models_for(settings, say=say)
    with progress_bar(screen, "asking") as progress:
        outcomes = runner.ask(questions, models, progress=progress)
    report = metrics.report(outcomes, questions)
    if calibrate:
        from index.fitting.own_questions import fit

        with progress_bar(screen, "reading once more") as progress:
            fitted = fit(questions, outcomes, models, progress=progress)
        outcomes, models = fitted.outcomes, replace(models, calibration=fitted.calibration)
        calibrated = CalibrationReport(
            before=report,
            after=metrics.report(outcomes, questions),
            by_article=fitted.by_article,
            ranking=fitted.ranking,
            calibration=fitted.calibration,
            file=str(calibration_file.store(settings.index_folder, models)),
        )
        _print(calibrated, _show_calibrated, console, json=json)
    else:
        _print(report, tables.show, console, json=json)
    if plot is not None:
        confidences, right = metrics.confidence_and_right(outcomes)
        plots.draw(plot, confidences, right, answered_from=models.calibration.confidence.answered_from)


def _print(
    report: _Report, show: Callable[[_Report, Console], None], console: Console, *, json: bool
) -> None:
    if json:
        console.out(report.model_dump_json(), highlight=False)
    else:
        show(report, console)


def _show_calibrated(report: CalibrationReport, console: Console) -> None:
    from index.fitting.own_questions import RANKED_FROM

    tables.compare(report.before, report.after, console)
    confidence = report.calibration.confidence
    whole = "article" if report.by_article else "question"
    stays = f"stays: fitting it takes {RANKED_FROM} answerable questions and a reader"
    for line in (
        f"calibrated: each {whole} by numbers fitted on other {whole}s",
        f"the order of sentences {'was fitted too' if report.ranking else stays}",
        f"answered from {confidence.answered_from:.2f} on, unsure from {confidence.unsure_from:.2f} on",
        f"kept in {report.file} and used from now on; delete it to go back",
    ):
        console.print(line, soft_wrap=True, markup=False)
