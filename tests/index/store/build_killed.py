"""Build an index, but die by SIGKILL at the Nth step that touches the disk.

    build_killed.py N ARTICLES INDEX

A step is any call that the build makes of the functions in `STEPS`; death comes before it is done. If
there is no Nth step, the build ends as usual.
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

import faiss  # noqa: TID251, TID253 - its writer is one of the steps

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
    (faiss, "write_index"),
)


def main(last: int, articles: Path, index: Path) -> None:
    steps = itertools.count(1)

    def dying(step: Callable[P, T]) -> Callable[P, T]:
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
            if next(steps) == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*args, **kwargs)

        return wrapped

    for module, name in STEPS:
        setattr(module, name, dying(getattr(module, name)))
    build(articles, index, encoder=ToyEncoder())


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
