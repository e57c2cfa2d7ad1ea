"""The one thread that computes."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

_T = TypeVar("_T")

_NICENESS = 5
"""How much the event loop, which acknowledges, comes before computing where cores are short."""


class ComputingThread:
    """Does one thing after the other, off the event loop."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(
            max_workers=1, thread_name_prefix="verbatim-library", initializer=_give_way
        )
        self._undone: set[Future[Any]] = set()

    async def run(self, work: Callable[[], _T]) -> _T:
        """Do something as soon as all before it is done; errors are the work's."""
        future = self._pool.submit(work)
        self._undone.add(future)
        future.add_done_callback(self._undone.discard)
        return await asyncio.wrap_future(future)

    @property
    def busy(self) -> bool:
        """Whether it is at work, which nobody can interrupt."""
        return any(future.running() for future in tuple(self._undone))

    def close(self) -> None:
        """Take nothing more; what is being done goes on, and Python waits for it at its end."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _give_way() -> None:
    """Let this thread, and those that it starts, come after the event loop's; only Linux lets them differ."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
