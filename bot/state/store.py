"""The database of records, votes, settings and gaps; every failure of it is a `StateError`."""

from __future__ import annotations

import asyncio
import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.errors import StateError
from bot.state import writes
from bot.state.database_errors import conflicting, failing
from bot.state.engine import READERS, database, engine_for, reading_engine, shown_address
from bot.state.migrate import migrate
from bot.state.notifications import Listener
from bot.state.patience import Patience
from bot.state.records import TEXT_KEPT, Gap, GapReason, ServerSettings, Tally, new_id
from bot.state.rows import record_of, settings_of
from bot.state.tables import AnswerRow, GapRow, SettingsRow
from bot.state.write_queue import WriteQueue

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.state.notifications import Changed
    from bot.state.records import CountedVote, Forgotten, Record
    from bot.state.writes import Kind

_T = TypeVar("_T")

_TRIES = 3
"""For a transaction that others stand in the way of."""


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Store:
    """An open database; each method may be called by several tasks at once.

    Reads go by themselves, a few at a time. Writes go in one line, and those that wait at a time go in one
    transaction. Once the database failed, whoever waits fails at once: such a store is to be opened anew.

    Raises, from every method:
        StateError: the database failed, or took longer than it may; the message says at what.

    """

    def __init__(
        self, engine: AsyncEngine, name: str, clock: Callable[[], datetime.datetime], patience: float
    ) -> None:
        self._engine, self._reader = engine, reading_engine(engine)
        self._writing = async_sessionmaker(self._engine)
        self._reading = async_sessionmaker(self._reader)
        self._name = name
        self._clock = clock
        self._seconds = patience
        self._patience = Patience(patience)
        self._readers = asyncio.Semaphore(READERS)
        self._queue = WriteQueue(self._commit)
        self._failure: StateError | None = None
        self._listener: Listener | None = None

    @classmethod
    async def open(
        cls,
        address: str,
        *,
        clock: Callable[[], datetime.datetime] = _now,
        patience: float = 60.0,
        changed: Changed | None = None,
    ) -> Store:
        """Open a database, and make or renew its tables.

        `clock` gives the time of gaps, aware; `patience` is how many seconds the database may take for a read
        or a transaction, without the time that those wait for others. `changed` hears of changes of settings,
        where databases tell of them.
        """
        with failing("read the address of the database"):
            url = database(address)
        with failing(f"open {shown_address(url)}"):
            engine = engine_for(url)
            try:
                await migrate(engine)
            except BaseException:
                await engine.dispose()
                raise
        store = cls(engine, shown_address(url), clock, patience)
        if changed is not None and engine.dialect.name == "postgresql":
            store._listener = Listener(engine, changed)
        return store

    async def close(self) -> None:
        """Let go of the database, once what is under way has ended or has taken too long."""
        if self._listener is not None:
            await self._listener.close()
        await self._queue.settle(self._seconds)
        await self._patience.settle()
        with failing(f"close {self._name}"):
            await self._reader.dispose()
            await self._engine.dispose()

    async def settings(self, server: int) -> ServerSettings:
        """Return what a server has chosen; the defaults if nothing."""

        async def read(session: AsyncSession) -> ServerSettings:
            row = await session.get(SettingsRow, server)
            return ServerSettings() if row is None else settings_of(row)

        return await self._read("read settings", read)

    async def save_settings(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server has chosen."""
        await self._queue.put(writes.SAVE_SETTINGS, (server, settings))

    async def add(self, record: Record) -> None:
        """Keep an answer; the same one again changes nothing."""
        await self._queue.put(writes.ADD, record)

    async def sent(self, answer: int, *, channel: int, message: int) -> None:
        """Note which message shows an answer."""
        await self._queue.put(writes.SENT, writes.Sent(answer, channel, message))

    async def record(self, answer: int) -> Record | None:
        """Return an answer by its id."""
        return await self._one(AnswerRow.id == answer)

    async def record_of_question(self, message: int) -> Record | None:
        """Return the answer to a message."""
        return await self._one(AnswerRow.question_message == message)

    async def replace(self, record: Record) -> None:
        """Keep an answer in the place of the one that its message showed, whose votes go with it."""
        await self._queue.put(writes.REPLACE, record)

    async def claim_share(self, answer: int) -> bool:
        """Mark an answer as shared; True for the one caller who did, False if it was, or is unknown."""
        return await self._queue.put(writes.CLAIM_SHARE, answer)

    async def vote(self, answer: int, user: int, *, up: bool) -> CountedVote:
        """Count a person's vote, in the place of an earlier one.

        The same vote again changes nothing, so that a double click is one vote. Votes on an answer come one
        after the other. On an unknown answer, none is kept.
        """
        return await self._queue.put(writes.VOTE, writes.Vote(answer, user, up))

    async def tally(self, answer: int) -> Tally:
        """Count the votes on an answer."""

        async def read(session: AsyncSession) -> Tally:
            return (await writes.count(session, [answer])).get(answer, Tally(0, 0))

        return await self._read("count votes", read)

    async def delete_messages(self, messages: Collection[int]) -> None:
        """Remove the answers that were shown by messages which are gone, and their votes."""
        await self._queue.put(writes.DELETE_MESSAGES, messages)

    async def add_gap(self, server: int, question: str, reason: GapReason) -> None:
        """Keep a question that was not answered well."""
        gap = GapRow(id=new_id(), server=server, question=question, reason=reason, asked_at=self._clock())
        await self._queue.put(writes.ADD_GAP, gap)

    async def gaps(self, server: int) -> tuple[Gap, ...]:
        """Return the gaps of the last 30 days, the newest first."""
        rows = (
            select(GapRow)
            .where(GapRow.server == server, GapRow.asked_at >= self._clock() - TEXT_KEPT)
            .order_by(GapRow.asked_at.desc())
        )

        async def read(session: AsyncSession) -> tuple[Gap, ...]:
            return tuple(
                Gap(row.question, GapReason(row.reason), row.asked_at) for row in await session.scalars(rows)
            )

        return await self._read("read gaps", read)

    async def clear_gaps(self, server: int) -> None:
        """Remove a server's gaps."""
        await self._queue.put(writes.CLEAR_GAPS, server)

    async def delete_old(self, now: datetime.datetime) -> None:
        """Remove all gaps that are older than 30 days."""
        await self._queue.put(writes.DELETE_OLD, now)

    async def forget(self, user: int) -> Forgotten:
        """Remove a person: the votes, and who asked what from the answers."""
        return await self._queue.put(writes.FORGET, user)

    async def left(self, server: int) -> None:
        """Remove all of a server that the bot is no longer in."""
        await self._queue.put(writes.LEFT, server)

    async def _one(self, where: ColumnElement[bool]) -> Record | None:
        newest = select(AnswerRow).where(where).order_by(AnswerRow.asked_at.desc()).limit(1)

        async def read(session: AsyncSession) -> Record | None:
            row = await session.scalar(newest)
            return None if row is None else record_of(row)

        return await self._read("read an answer", read)

    async def _read(self, what: str, read: Callable[[AsyncSession], Awaitable[_T]]) -> _T:
        async def work() -> _T:
            with failing(f"{what} in {self._name}"):
                async with self._reading() as session:
                    return await read(session)

        async with self._readers:
            return await self._do(work)

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
            return await self._patience.wait_for(work())
        except StateError as error:
            if tries > 1 and conflicting(error):
                return await self._do(work, tries=tries - 1)
            if not error.refused:
                self._failure = error
            raise
