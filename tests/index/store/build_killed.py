"""Build an index again and again, in processes that each die by SIGKILL at a step that touches the disk.

    build_killed.py ARTICLES INDEX

For each number N that is read, a build is started that dies at its Nth step, and how it ended is printed. A
step is any call that the build makes of the functions in `STEPS`; death comes before it is done. If there is
no Nth step, the build ends as usual. The builds are forked, so that all is imported once.
"""

from __future__ import annotations

import io
import itertools
import os
import pathlib
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from index import build
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

STEPS = (
    (os, "fsync"),
    (os, "rename"),
    (os, "replace"),
    (os, "mkdir"),
    (io, "open"),
    (shutil, "rmtree"),
    (pathlib.Path, "unlink"),
)


def main(articles: Path, index: Path) -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            die_at(int(line))
            build(articles, index, encoder=ToyEncoder())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the test reads it


def die_at(last: int) -> None:
    steps = itertools.count(1)

    def dying(step: Callable[P, T]) -> Callable[P, T]:
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
            if next(steps) == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*args, **kwargs)

        return wrapped

    for module, name in STEPS:
        setattr(module, name, dying(getattr(module, name)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
