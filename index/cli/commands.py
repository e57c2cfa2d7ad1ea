"""`build`, `ask` and `evaluate`, for `python -m index` and for `verbatim`.

Only typer is imported at the top, so that `--help` is quick; a command imports what it needs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.cli.exits import Verbose, ending, say, sensible_settings
from index.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from index.config import LibrarySettings
    from index.library import Library

Articles = Annotated[
    Path | None,
    typer.Option(
        help="Folder of articles: text, Markdown, HTML, PDF, DOCX (VERBATIM_ARTICLES, else seeds).",
        show_default=False,
    ),
]
Index = Annotated[
    Path | None,
    typer.Option(
        help="Folder that keeps the index (VERBATIM_INDEX, else one in .verbatim).", show_default=False
    ),
]


app = typer.Typer(
    name="index",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def build(
    *,
    articles: Articles = None,
    index: Index = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Leave out articles that cannot be read.")
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Build the index, embedding only the sentences that are new."""
    with ending(verbose=verbose):
        settings = _settings(articles, index)
        from index.cli.console import progress_bar
        from index.cli.oddities import sentence
        from index.loading import encoder_for
        from index.store import builder

        screen = _console(stderr=True)
        with screen.status("loading the model"):
            encoder = encoder_for(settings)
        with progress_bar(screen) as progress:
            report = builder.build(
                settings.articles,
                settings.index_folder,
                encoder=encoder,
                keep_going=keep_going,
                max_bytes=settings.max_article_bytes,
                progress=progress,
            )
        if report.refused:
            say(f"built anew: {report.refused}")
        for name, oddities in report.oddities.items():
            for oddity in oddities:
                say(sentence(name, oddity))
        for error in report.skipped.values():
            say(f"left out: {error}")
        typer.echo(
            f"articles {report.articles}, sentences {report.sentences}, embedded now {report.embedded},"
            f" index {settings.index_folder}"
        )


@app.command()
def ask(
    question: Annotated[
        str | None, typer.Argument(help="Without one, a prompt that goes on asking.", show_default=False)
    ] = None,
    *,
    articles: Articles = None,
    index: Index = None,
    top: Annotated[int, typer.Option(min=1, help="How many passages to show.")] = 3,
    questions: Annotated[
        Path | None,
        typer.Option(help="File with one question a line; - is standard input.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a question.")] = False,
    verbose: Verbose = False,
) -> None:
    """Answer with the article's own sentences; the index is built first if it is missing or stale."""
    with ending(verbose=verbose):
        settings = _settings(articles, index)
        if questions is not None:
            if question is not None or not json:
                raise UsageError("--questions FILE goes with --json and without a question of its own")
            _print_json(settings, _lines(questions), top=top)
        elif question is None:
            _prompt(settings, top=top)
        elif json:
            _print_json(settings, [question.encode(errors="replace")], top=top)
        else:
            from index.cli.console import show
            from index.query.cleaning import clean_question

            clean_question(question)  # a bad one is told before the model is loaded
            show(_open(settings).ask(question, top=top), _console())


@app.command()
def evaluate(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Questions with their answers: SQuAD 1.1 or 2.0, or JSON lines (question, answer, article).",
            show_default=False,
        ),
    ],
    *,
    articles: Articles = None,
    index: Index = None,
    calibrate: Annotated[
        bool,
        typer.Option(
            "--calibrate",
            help="Fit the confidence and its thresholds to these questions (at least 40, 8 of them without an"
            " answer), with 200 answerable ones the order of sentences too, and keep that in the index.",
        ),
    ] = False,
    plot: Annotated[
        Path | None,
        typer.Option(
            help="Draw risk against coverage, reliability, and what a threshold gives, into a PNG.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    verbose: Verbose = False,
) -> None:
    """Measure how well questions whose answers are known are answered, each asked of its whole article."""
    with ending(verbose=verbose):
        settings = _settings(articles, index)
        from index.cli import evaluate

        evaluate.evaluate(
            settings,
            file,
            calibrate=calibrate,
            plot=plot,
            json=json,
            console=_console(),
            screen=_console(stderr=True),
        )


def _print_json(settings: LibrarySettings, lines: Iterable[bytes], *, top: int) -> None:
    from index.cli.jsonl import AnswerLine, answer_lines

    answered = 0
    for line in answer_lines(_open(settings), lines, top=top):
        answered += isinstance(line, AnswerLine)
        typer.echo(line.model_dump_json())
    if not answered:
        raise typer.Exit(1)


def _prompt(settings: LibrarySettings, *, top: int) -> None:
    if not sys.stdin.isatty():
        raise UsageError("no question: put one in quotation marks, or use --questions FILE --json")
    from index.cli.console import converse

    history = Path(typer.get_app_dir("verbatim")) / "history"
    converse(_open(settings), _console(), top=top, history=history)


def _lines(file: Path) -> list[bytes]:
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise UsageError(f"the questions file {file} cannot be read: {error.strerror}") from error
    return content.splitlines(keepends=True)


def _open(settings: LibrarySettings) -> Library:
    from index.cli.console import progress_bar
    from index.loading import load_fresh

    with progress_bar(_console(stderr=True)) as progress:
        return load_fresh(settings, say=say, progress=progress)


def _settings(articles: Path | None, index: Path | None) -> LibrarySettings:
    from index.config import LibrarySettings

    flags: dict[str, Any] = {"articles": articles, "index": index}
    with sensible_settings():
        return LibrarySettings(**{name: value for name, value in flags.items() if value is not None})


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)
