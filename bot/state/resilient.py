"""A database that may be away: no call waits long for it, and what it missed is written when it is back."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from bot.errors import StateError
from bot.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

_T = TypeVar("_T")
Work: TypeAlias = "Callable[[Store], Coroutine[Any, Any, _T]]"
"""Something to do with the store; a write may be done twice, if it is not known whether it was done."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait for the database, in seconds, and how much to remember without it."""

    call: float = 2.0
    """For one call, or for the bot's start."""
    opening: float = 60.0
    """For a connection and all migrations, which nobody waits for."""
    retry: float = 30.0
    """From a failure to the next attempt; in between, calls fail at once."""
    writes: int = 10_000
    """Writes that wait for the database; beyond these the earliest are lost."""


class ResilientStore:
    """The way to a database; opened and used on one loop."""

    def __init__(self, address: str, limits: Limits) -> None:
        self._address = address
        self._limits = limits
        self._store: Store | None = None
        self._missed: deque[Work[None]] = deque()
        self._overflown = 0
        self._said_away = False
        self._tried, self._lost = asyncio.Event(), asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._keeper: asyncio.Task[None] | None = None

    @property
    def away(self) -> bool:
        """Whether calls fail at once, for now."""
        return self._store is None

    async def open(self) -> None:
        """Open the database; if that fails, or takes longer than a call may, go on trying in background."""
        self._keeper = asyncio.create_task(self._keep_open(), name="verbatim-database")
        try:
            async with asyncio.timeout(self._limits.call):
                await self._tried.wait()
        except TimeoutError:
            self._say_away(_too_late(self._limits.call))

    async def close(self) -> None:
        """Let go of the database; what is under way may still end, within the time of a call."""
        await self._settle()
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.wait({self._keeper})
        self._store = None
        await self._settle()
        if self._missed:
            log.warning("the database missed changes: %d", len(self._missed) + self._overflown)

    async def call(self, work: Work[_T]) -> _T:
        """Do something with the store, now or not at all.

        Raises:
            StateError: the database is away, failed, or took too long.

        """
        if self._store is None:
            raise StateError("the database is away")
        return await self._bounded(self._store, work)

    async def write(self, work: Work[None]) -> None:
        """Write now, or when the database is back; what it refuses is logged and left out."""
        while self._store is not None:
            try:
                return await self._bounded(self._store, work)
            except StateError as error:
                if error.refused:
                    return None
        self._missed.append(work)
        if len(self._missed) > self._limits.writes:
            self._missed.popleft()
            self._overflown += 1
        return None

    async def _bounded(self, store: Store, work: Work[_T]) -> _T:
        # In a task of its own: a caller that goes away does not undo a write, and nobody waits for a driver
        # that cannot be cancelled.
        task = self._start(work(store))
        await asyncio.wait({task}, timeout=self._limits.call)
        try:
            if task.done():
                return task.result()
            task.cancel()
            raise _too_late(self._limits.call)
        except StateError as error:
            if error.refused:
                log.error("%s", error)  # noqa: TRY400 - its text says all
            elif self._store is store:
                self._store = None
                self._lost.set()
                self._say_away(error)
            raise

    async def _keep_open(self) -> None:
        """Open the database and catch up, again and again after it was lost."""
        while True:
            store = None
            try:
                async with asyncio.timeout(self._limits.opening):
                    store = await Store.open(self._address)
                await self._catch_up(store)
                self._tried.set()
                await self._lost.wait()
            except TimeoutError:
                self._say_away(_too_late(self._limits.opening))
            except StateError as error:
                self._say_away(error)
            finally:
                self._store = None
                self._lost.clear()
                self._tried.set()
                if store is not None:
                    self._start(store.close())
            await asyncio.sleep(self._limits.retry)

    async def _catch_up(self, store: Store) -> None:
        """Write what was missed, in order, then let calls through."""
        missed = len(self._missed)
        while self._missed:
            work = self._missed.popleft()
            try:
                await self._bounded(store, work)
            except StateError as error:
                if not error.refused:
                    self._missed.appendleft(work)
                    raise
        self._store = store
        if self._said_away:
            log.info("the database is back; changes caught up: %d, lost: %d", missed, self._overflown)
        self._said_away, self._overflown = False, 0

    def _start(self, work: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waits for the task raises it; a task that was given up has nobody

    async def _settle(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._limits.call)

    def _say_away(self, error: StateError) -> None:
        """Say it once, until the database is back."""
        if not self._said_away:
            self._said_away = True
            log.warning("going on without the database, until it is back: %s", error)


def _too_late(seconds: float) -> StateError:
    return StateError(f"the database did not answer within {seconds:g} seconds")
