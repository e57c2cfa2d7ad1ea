"""A file's name and bytes -> Document, whatever the file does to the process that takes it apart."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ArticleError, Reason
from index.text.extraction.exchange import Limits, Outcome, Request, in_mebibytes

if TYPE_CHECKING:
    import datetime

    from index.text.documents import Document

_CHILD = "index.text.extraction.child"
_ROOT = Path(__file__).parents[3]
"""Where Python finds `index`."""
_LONGEST_NAME = 255
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1"}
"""Each thread would take address space."""


def extract(
    name: str,
    content: bytes,
    *,
    title: str | None = None,
    url: str | None = None,
    published: datetime.date | None = None,
    language: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """Read a file in a process of its own; takes half a second at least, so an event loop calls it elsewhere.

    Args:
        name: of the file, without folders; its suffix counts where the content does not say what it is.
        content: of the file: plain text, Markdown, HTML, PDF or DOCX.
        title: by default as the file says it, else its first words.
        url: where it is published.
        published: when.
        language: ISO 639 code; by default as the file says it, or what its text is plainly in, else English.
        encoding: of its text, if that fits; by default as the file says it, else guessed.
        limits: of time, memory and output.

    Raises:
        ArticleError: it is not what can be read, is damaged, or would take too much; one sentence that says
            which, and names the file.

    """
    _check_name(name)
    limits = limits or Limits()
    request = Request(
        name=name,
        title=title,
        url=url,
        published=published,
        language=language,
        encoding=encoding,
        limits=limits,
    )
    outcome = Outcome.model_validate_json(_run(request, content))
    if outcome.refusal is not None:
        raise outcome.refusal.error()
    if outcome.document is None:
        raise ArticleError(f"{name} cannot be read")
    return outcome.document


def _check_name(name: str) -> None:
    fits = name.isprintable() and not {*name} & {*"/\\"} and name.strip(". ")
    if not fits or len(name.encode()) > _LONGEST_NAME:
        message = (
            f"{name[:_LONGEST_NAME]!r} cannot be a file's name: it may have {_LONGEST_NAME} bytes,"
            " no slash and no control character"
        )
        raise ArticleError(message, Reason.NAME, {"limit": _LONGEST_NAME})


def _run(request: Request, content: bytes) -> bytes:
    """Let the child write to a file, whose size the system limits; its environment holds no secret."""
    name, limits = request.name, request.limits
    try:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as made:
            given.write(request.model_dump_json().encode() + b"\n" + content)
            given.seek(0)
            command = [sys.executable, "-m", _CHILD]
            with subprocess.Popen(  # noqa: S603 - this very program
                command, cwd=_ROOT, env=_ENVIRONMENT, stdin=given, stdout=made, stderr=subprocess.DEVNULL
            ) as child:
                try:
                    code = child.wait(limits.seconds)
                except subprocess.TimeoutExpired:
                    raise _too_slow(name, limits.seconds) from None
                finally:
                    child.kill()
            if code in {-signal.SIGXCPU, -signal.SIGKILL}:
                raise _too_slow(name, limits.cpu_seconds)
            made.seek(0)
            outcome = made.read()
    except OSError as error:
        raise ArticleError(f"{name} cannot be read now: {error.strerror}", Reason.NOT_NOW) from error
    if code:
        most, values = in_mebibytes(limits.memory)
        message = (
            f"{name} is damaged, or needs more than {most} of memory to be read: save it anew, or as text"
        )
        raise ArticleError(message, Reason.TOO_MUCH_MEMORY, values)
    return outcome


def _too_slow(name: str, seconds: float) -> ArticleError:
    message = f"{name} takes more than {seconds:,.0f} seconds to be read: split it"
    return ArticleError(message, Reason.TOO_SLOW, {"seconds": max(1, round(seconds))})
