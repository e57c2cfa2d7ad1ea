"""A database that may be away: no call waits long for it, and what it missed is written when it is back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from bot.errors import AwayError, ReplacedError, StateError
from bot.state.connection.patience import too_late
from bot.state.records import new_id
from bot.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.state.connection.notifications import Changed

_T = TypeVar("_T")
Work: TypeAlias = "Callable[[Store], Coroutine[Any, Any, _T]]"
"""Something to do with the store; a write may be done twice, if it is not known whether it was done."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait for the database, in seconds, and how much to remember without it."""

    call: float = 2.0
    """For one read or transaction, without what they wait for others; or for the bot's start."""
    opening: float = 60.0
    """For a connection and all migrations, which nobody waits for."""
    retry: float = 30.0
    """From a failure to the next attempt; in between, calls fail at once."""
    writes: int = 10_000
    """Writes that wait for the database; beyond these the earliest are lost."""


class ResilientStore:
    """The way to a database; opened and used on one loop.

    `changed` hears whose settings may have changed; `restore` writes what is still known into a new database
    in the place of one that was deleted.
    """

    def __init__(self, address: str, limits: Limits, changed: Changed, restore: Work[None]) -> None:
        self._address = address
        self._changed = changed
        self._restore = restore
        self._replaced = False
        self._process = new_id()
        self._limits = limits
        self._store: Store | None = None
        self._missed: deque[Work[None]] = deque()
        self._overflown = 0
        self._said_away = False
        self._tried, self._lost = asyncio.Event(), asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()

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
            self._say_away(too_late(self._limits.call))

    async def close(self) -> None:
        """Let go of the database; what is under way may still end, within the time of a call."""
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.wait({self._keeper})
        if self._closing:
            await asyncio.wait(self._closing, timeout=2 * self._limits.call)
        if self._missed:
            log.warning("the database missed changes: %d", len(self._missed) + self._overflown)

    async def call(self, work: Work[_T]) -> _T:
        """Do something with the store, now or not at all.

        Raises:
            StateError: the database is away, failed, or took too long.

        """
        while self._store is not None:
            try:
                return await self._do(self._store, work)
            except ReplacedError:
                await self._tried_again()
        raise StateError("the database is away")

    async def attempt(self, work: Work[_T], known: _T) -> _T:
        """Do something with the store; without it, return what is known."""
        try:
            return await self.call(work)
        except StateError as error:
            log.debug("going on without the database: %s", error)
            return known

    async def demand(self, work: Work[_T]) -> _T:
        """Do what only the store can do.

        Raises:
            AwayError: the database is away.
            StateError: it is there, but refused the value.

        """
        try:
            return await self.call(work)
        except StateError as error:
            if error.refused:
                raise
            raise AwayError from error

    async def write(self, work: Work[None]) -> None:
        """Write now, or when the database is back; what it refuses is logged and left out."""
        while self._store is not None:
            try:
                return await self._do(self._store, work)
            except ReplacedError:
                await self._tried_again()
            except StateError as error:
                if error.refused:
                    return None
        self._missed.append(work)
        if len(self._missed) > self._limits.writes:
            self._missed.popleft()
            self._overflown += 1
        return None

    async def _do(self, store: Store, work: Work[_T]) -> _T:
        try:
            return await work(store)
        except StateError as error:
            if error.refused:
                log.error("%s", error)  # noqa: TRY400 - its text says all
            elif self._store is store:
                self._store = None
                self._replaced = isinstance(error, ReplacedError)
                self._lost.set()
                if self._replaced:
                    self._tried.clear()
                    log.warning("%s: what it held is lost, making a new one with what is still known", error)
                else:
                    self._say_away(error)
            raise

    async def _tried_again(self) -> None:
        """Wait for the database to be opened anew, at most as long as for its start."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._limits.call):
                await self._tried.wait()

    async def _keep_open(self) -> None:
        """Open the database and catch up, again and again after it was lost."""
        while True:
            store, opened = None, False
            try:
                store = await self._opened()
                await self._catch_up(store)
                opened = True
                self._tried.set()
                await self._lost.wait()
            except StateError as error:
                self._say_away(error)
            finally:
                self._store = None
                self._lost.clear()
                if not (opened and self._replaced):
                    self._tried.set()
                if store is not None:
                    self._close(_closed(store))
            if opened and self._replaced:
                # The old one has to be closed first, as SQLite's files beside both have the same names.
                await asyncio.wait(self._closing, timeout=2 * self._limits.call)
            else:
                await asyncio.sleep(self._limits.retry)

    async def _opened(self) -> Store:
        """Open the store in a task of its own: a driver whose network stops may not end when cancelled."""
        opening = asyncio.create_task(
            Store.open(
                self._address, patience=self._limits.call, changed=self._changed, process=self._process
            ),
            name="verbatim-database-opening",
        )
        try:
            await asyncio.wait({opening}, timeout=self._limits.opening)
        finally:
            if not opening.done():
                opening.cancel()
                self._close(_closed_once_open(opening))
        if not opening.done():
            raise too_late(self._limits.opening)
        return opening.result()

    def _close(self, closing: Coroutine[Any, Any, None]) -> None:
        """Close in background; the end of the process waits for it, but not long."""
        task = asyncio.create_task(closing)
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _catch_up(self, store: Store) -> None:
        """Write what was lost and missed, in order, then let calls through."""
        if self._replaced:
            await self._do(store, self._restore)
            self._replaced = False
        missed = len(self._missed)
        while self._missed:
            work = self._missed.popleft()
            try:
                await self._do(store, work)
            except StateError as error:
                if not error.refused:
                    self._missed.appendleft(work)
                    raise
        self._changed(None)
        self._store = store
        if self._said_away:
            log.info("the database is back; changes caught up: %d, lost: %d", missed, self._overflown)
        self._said_away, self._overflown = False, 0

    def _say_away(self, error: StateError) -> None:
        """Say it once, until the database is back."""
        if not self._said_away:
            self._said_away = True
            log.warning("going on without the database, until it is back: %s", error)


async def _closed(store: Store) -> None:
    with contextlib.suppress(StateError):  # it had failed already
        await store.close()


async def _closed_once_open(opening: asyncio.Task[Store]) -> None:
    await asyncio.wait({opening})
    if not opening.cancelled() and opening.exception() is None:
        await _closed(opening.result())
