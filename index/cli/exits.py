"""How every command ends: with its work done, or with one line on standard error and an exit code."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Annotated

import typer

from index import __version__
from index.errors import SettingsError, VerbatimError, first_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError

Verbose = Annotated[bool, typer.Option("--verbose", help="Show where an error came from.")]


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - as typer calls it
    if wanted:
        typer.echo(f"verbatim {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
]
_NOT_UNDERSTOOD = ("No such option", "Got unexpected extra argument")
"""How typer begins what it says where a question is not in quotation marks, or begins with a hyphen."""
_HOW_TO_QUOTE = (
    'put the question in quotation marks, as in: ask "Where were the talks held?"; one that begins with -'
    " stands after --; options: see --help"
)


@contextlib.contextmanager
def ending(*, verbose: bool) -> Iterator[None]:
    """End a command that failed as expected with one line on standard error and its exit code.

    With `verbose`, the traceback comes before.
    """
    try:
        yield
    except VerbatimError as error:
        if verbose:
            traceback.print_exc()
        _fail(str(error), error.exit_code)


@contextlib.contextmanager
def not_waiting_for_threads() -> Iterator[None]:
    """End the process at once where a thread still works, which Python would wait for at its end.

    A computation cannot be stopped. So whatever comes to this end, nothing may be left to do but that.
    """
    code = 0
    try:
        yield
    except SystemExit as end:
        if not _threads_work():
            raise
        code = end.code if isinstance(end.code, int) else 1
    except Exception:
        if not _threads_work():
            raise
        code = 1
        traceback.print_exc()
    if _threads_work():
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _threads_work() -> bool:
    return any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())


def run_app(commands: typer.Typer) -> None:
    """Run a command line; wrong use is one line on standard error and exit code 2."""
    try:
        code = commands(standalone_mode=False)
    except typer.TyperException as error:
        if message := error.format_message():  # empty where the help was printed instead
            context = getattr(error, "ctx", None)  # only wrong use has one
            asking = context is not None and context.info_name == "ask"
            hint = _HOW_TO_QUOTE if asking and message.startswith(_NOT_UNDERSTOOD) else "see --help"
            _fail(f"{message} ({hint})", error.exit_code)
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(sentence: str, code: int) -> None:
    typer.echo(f"error: {' '.join(sentence.split())}", err=True)
    sys.exit(code)


@contextlib.contextmanager
def sensible_settings() -> Iterator[None]:
    """Turn what pydantic finds wrong with the settings into a sentence that names the variable.

    Raises:
        SettingsError: what was got and what was expected; a secret's value is not repeated.

    """
    from pydantic import ValidationError

    try:
        yield
    except ValidationError as error:
        raise SettingsError(_first_problem(error)) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"the file .env is not UTF-8 (at byte {error.start}): save it as UTF-8"
        ) from error


def _first_problem(error: ValidationError) -> str:
    problem = first_problem(error)
    name = "VERBATIM_" + problem.path.replace(".", "_").upper()
    shown = "" if name.endswith(("TOKEN", "DATABASE_URL")) else f" (got {problem.got!r})"
    return f"the setting {name} is wrong: {problem.message.removeprefix('Value error, ')}{shown}"


def say(sentence: str) -> None:
    """Tell the person at the terminal something, on one line of standard error."""
    typer.echo(f"note: {' '.join(sentence.split())}", err=True)
