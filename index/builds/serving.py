"""The process that builds: lines of JSON in, lines of JSON out, one build after the other."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import sys
import threading
from typing import TYPE_CHECKING

from pydantic import ValidationError

from index.builds.building import answer
from index.builds.messages import BuildFailed, read_build
from index.errors import first_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.builds.messages import Build, Reply
    from index.models.protocols import Encoder

_NICENESS = 10
"""Where the system has no policy for what is only done when nothing else is."""


def serve(load: Callable[[Build], Encoder]) -> None:
    """Build what is asked on standard input, until that ends or nobody reads standard output any more.

    The process then ends at once, in the middle of a build too: what was embedded is in the cache. Whoever
    asks ends it so, even by being killed; an interrupt at the terminal does not.

    Args:
        load: loads the encoder that a build names; it is kept for the next one.

    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library may print
    _give_way()
    asked: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(asked,), daemon=True).start()
    with contextlib.suppress(BrokenPipeError), os.fdopen(output, "w", encoding="utf-8") as replies:

        def say(reply: Reply) -> None:
            replies.write(reply.model_dump_json() + "\n")
            replies.flush()

        keeping = _Keeping(load)
        while True:
            try:
                build = read_build(asked.get())
            except ValidationError as error:
                problem = first_problem(error)
                say(BuildFailed(reason=f"a build was asked for wrongly ({problem.path}: {problem.message})"))
            else:
                answer(build, keeping, say)


class _Keeping:
    """Loads an encoder once, as long as no other one is wanted."""

    def __init__(self, load: Callable[[Build], Encoder]) -> None:
        self._load = load
        self._kept: tuple[tuple[str, int | None], Encoder] | None = None

    def __call__(self, build: Build) -> Encoder:
        wanted = (build.model, build.threads)
        if self._kept is None or self._kept[0] != wanted:
            self._kept = None
            self._kept = (wanted, self._load(build))
        return self._kept[1]


def _receive(asked: queue.SimpleQueue[bytes]) -> None:
    """Put what is asked into a queue; at its end, end the process."""
    for line in sys.stdin.buffer:
        asked.put(line)
    os._exit(0)


def _give_way() -> None:
    """Compute only with what is left over, as far as the system can tell."""
    os.nice(_NICENESS)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
