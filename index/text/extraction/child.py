"""The process that takes one file apart: `python -m index.text.extraction.child`, a `Request` on its input.

It limits itself before it reads the file, and before it imports what reads it.
"""

from __future__ import annotations

import os
import resource
import sys

from index.errors import ArticleError, Reason
from index.text.documents import Document
from index.text.extraction.exchange import MIB, Limits, Outcome, Refusal, Request, in_mebibytes
from index.text.parsing import About, parse

_NICE = 5
"""Less urgent than answering."""
_SCRATCH = 128 * MIB
"""Bytes that a temporary file may have: what tells languages unpacks its model into one."""


def main() -> None:
    """Read a request and a file from standard input, and write an `Outcome` where standard output was."""
    output = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a parser may print
    request = Request.model_validate_json(sys.stdin.buffer.readline())
    _limit(request.limits)
    try:
        outcome = _read(request, sys.stdin.buffer.read())
    except ArticleError as error:
        outcome = Outcome(refusal=Refusal.of(error)).model_dump_json().encode()
    with os.fdopen(output, "wb") as file:
        file.write(outcome)


def _limit(limits: Limits) -> None:
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    file_size = max(limits.output, _SCRATCH)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _read(request: Request, content: bytes) -> bytes:
    """Read a file; ArticleError says why it cannot be read."""
    name, limits = request.name, request.limits
    about = About(request.title, request.url, request.published, request.language, request.encoding)
    try:
        parsed = parse(name, content, about)
        document = Document.of(parsed.article, oddities=parsed.oddities)
        outcome = Outcome(document=document).model_dump_json().encode()
    except ArticleError:
        raise
    except MemoryError:
        most, values = in_mebibytes(limits.memory)
        message = f"{name} needs more than {most} of memory to be read: split it"
        raise ArticleError(message, Reason.TOO_MUCH_MEMORY, values) from None
    except RecursionError:
        message = f"{name} is nested too deeply to be read: save it anew from another program"
        raise ArticleError(message, Reason.NESTED) from None
    except Exception as error:
        kind = type(error).__name__  # a damaged file makes parsers raise whatever it may be
        message = f"{name} is damaged and cannot be read ({kind}): save it anew, or as text"
        raise ArticleError(message, Reason.DAMAGED) from error
    if len(outcome) > limits.output:
        most, values = in_mebibytes(limits.output)
        message = f"{name} holds more than {most} of text and structure: split it"
        raise ArticleError(message, Reason.TOO_MUCH_TEXT, values)
    return outcome


if __name__ == "__main__":
    main()
