"""How long the database may take: its own work is counted, and not what the bot lets it wait for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import StateError

if TYPE_CHECKING:
    from collections.abc import Coroutine

_T = TypeVar("_T")

_STEPS = 20


class Patience:
    """Waits for pieces of the database's work, each for so many seconds; used on one loop.

    The time is cut into steps, in each of which the loop goes round at least once: on a loop that is late,
    whatever else there is to do, the database gets as many turns as on a quick one, and not fewer.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._tasks: set[asyncio.Task[Any]] = set()

    async def wait_for(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Return what the work does.

        It is a task of its own: a caller that goes away does not undo a write, and nobody waits for a driver
        that cannot be cancelled.

        Raises:
            StateError: it took too long.
            Exception: whatever the work failed with.

        """
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        for _ in range(_STEPS):
            await asyncio.wait({task}, timeout=self._seconds / _STEPS)
            if task.done():
                return task.result()
        task.cancel()
        raise too_late(self._seconds)

    async def settle(self) -> None:
        """Let what is under way end, if it does in time."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._seconds)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waits for the task raises it; a task that was given up has nobody


def too_late(seconds: float) -> StateError:
    """Make the error of a database that did not answer in time."""
    return StateError(f"the database did not answer within {seconds:g} seconds")
