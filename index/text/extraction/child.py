"""The process that takes one file apart: `python -m index.text.extraction.child`, a `Request` on its input.

It limits itself before it reads the file, and before it imports what reads it.
"""

from __future__ import annotations

import os
import resource
import sys

from index.errors import ArticleError
from index.text.documents import Document
from index.text.extraction.exchange import MIB, Limits, Outcome, Request
from index.text.parsing import About, parse

_NICE = 5
"""Less urgent than answering."""


def main() -> None:
    """Read a request and a file from standard input, and write an `Outcome` where standard output was."""
    output = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a parser may print
    request = Request.model_validate_json(sys.stdin.buffer.readline())
    _limit(request.limits)
    outcome = _outcome(request, sys.stdin.buffer.read()).model_dump_json().encode()
    if len(outcome) > request.limits.output:
        most = f"{request.limits.output / MIB:,.0f} MiB"
        problem = f"{request.name} holds more than {most} of text and structure: split it"
        outcome = Outcome(problem=problem).model_dump_json().encode()
    with os.fdopen(output, "wb") as file:
        file.write(outcome)


def _limit(limits: Limits) -> None:
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output, limits.output))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _outcome(request: Request, content: bytes) -> Outcome:
    name = request.name
    about = About(request.title, request.url, request.published, request.language)
    try:
        parsed = parse(name, content, about)
        return Outcome(document=Document.of(parsed.article, oddities=parsed.oddities))
    except ArticleError as error:
        return Outcome(problem=str(error))
    except MemoryError:
        most = f"{request.limits.memory / MIB:,.0f} MiB"
        return Outcome(problem=f"{name} needs more than {most} of memory to be read: split it")
    except RecursionError:
        return Outcome(problem=f"{name} is nested too deeply to be read: save it anew from another program")
    except Exception as error:  # noqa: BLE001 - a damaged file makes parsers raise whatever it may be
        kind = type(error).__name__
        return Outcome(problem=f"{name} is damaged and cannot be read ({kind}): save it anew, or as text")


if __name__ == "__main__":
    main()
