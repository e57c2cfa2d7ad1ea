"""An open database: reads beside each other, writes in one line, and each within its time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.errors import ReplacedError, StateError
from bot.state.connection.database_errors import conflicting, failing
from bot.state.connection.database_file import DatabaseFile
from bot.state.connection.engine import (
    READERS,
    database,
    engine_for,
    in_memory,
    reading_engine,
    shown_address,
)
from bot.state.connection.migrate import migrate
from bot.state.connection.notifications import Listener
from bot.state.connection.patience import Patience
from bot.state.connection.write_queue import WriteQueue

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.state.connection.notifications import Changed
    from bot.state.connection.write_queue import Kind

_T = TypeVar("_T")
_V = TypeVar("_V")

_TRIES = 3
"""For a transaction that others stand in the way of."""


class Database:
    """Reads go by themselves, a few at a time; writes that wait at a time go in one transaction.

    Once it failed, whoever waits fails at once: it is to be opened anew then.

    Raises, from every method:
        StateError: the database failed, or took longer than it may; the message says at what.

    """

    def __init__(
        self,
        engine: AsyncEngine,
        kinds: Sequence[Kind[Any, Any]],
        *,
        patience: float,
        changed: Changed | None,
        process: int,
    ) -> None:
        self._name = shown_address(engine.url)
        self._engine, self._reader = engine, reading_engine(engine)
        self._writing = async_sessionmaker(self._engine)
        self._reading = async_sessionmaker(self._reader)
        self._readers = asyncio.Semaphore(READERS)
        self._queue = WriteQueue(kinds, self._commit)
        self._seconds = patience
        self._patience = Patience(patience)
        postgresql = engine.dialect.name == "postgresql"
        self._file = None if postgresql or in_memory(engine.url) else DatabaseFile(engine.url)
        self._listener = Listener(engine, changed, process) if postgresql and changed is not None else None
        self._failure: StateError | None = None

    @classmethod
    async def open(
        cls,
        address: str,
        kinds: Sequence[Kind[Any, Any]],
        *,
        patience: float,
        changed: Changed | None,
        process: int,
    ) -> Database:
        """Open a database for kinds of writes, and make or renew its tables; see `Store.open`."""
        with failing("read the address of the database"):
            url = database(address)
        with failing(f"open {shown_address(url)}"):
            engine = engine_for(url)
            try:
                await migrate(engine)
            except BaseException:
                await engine.dispose()
                raise
        opened = cls(engine, kinds, patience=patience, changed=changed, process=process)
        try:
            if opened._listener is not None:
                await opened._listener.tried()
        except BaseException:
            await opened.close()
            raise
        return opened

    async def close(self) -> None:
        """Let go of it, once what is under way has ended or has taken too long."""
        if self._listener is not None:
            await self._listener.close()
        await self._queue.settle(self._seconds)
        await self._patience.settle()
        with failing(f"close {self._name}"):
            await self._reader.dispose()
            await self._engine.dispose()
            if self._file is not None and isinstance(self._failure, ReplacedError):
                self._file.discard()

    async def read(self, what: str, read: Callable[[AsyncSession], Awaitable[_T]]) -> _T:
        """Read, each statement by itself; `what` follows "could not"."""

        async def work() -> _T:
            with failing(f"{what} in {self._name}"):
                async with self._reading() as session:
                    return await read(session)

        async with self._readers:
            return await self._do(work)

    async def write(self, kind: Kind[_V, _T], value: _V) -> _T:
        """Write a value, together with whatever else waits to be written."""
        return await self._queue.put(kind, value)

    async def _commit(self, kinds: Sequence[tuple[Kind[Any, Any], Sequence[Any]]]) -> list[Any]:
        """Do kinds of writes in one transaction, and once more if another process's stands in its way."""

        async def work() -> list[Any]:
            results: list[Any] = []
            with failing(f"write to {self._name}"):
                async with self._writing.begin() as session:
                    for kind, values in kinds:
                        with failing(f"{kind.what} in {self._name}"):
                            results += await kind.do(session, values)
            return results

        return await self._do(work, tries=_TRIES)

    async def _do(self, work: Callable[[], Coroutine[Any, Any, _T]], *, tries: int = 1) -> _T:
        """Do a piece of work, if the database is still there."""
        try:
            if self._failure is not None:
                raise self._failure
            if self._file is not None:
                self._file.check()
            return await self._patience.wait_for(work())
        except StateError as error:
            if tries > 1 and conflicting(error):
                return await self._do(work, tries=tries - 1)
            if not error.refused:
                self._failure = error
            raise
