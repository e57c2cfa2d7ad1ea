"""The records, votes, settings and gaps in a database; every failure of it is a `StateError`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.state import writes
from bot.state.catalog.store import CatalogStore
from bot.state.chosen.store import ChosenStore
from bot.state.connection.database import Database
from bot.state.records import TEXT_KEPT, Gap, GapReason, ServerSettings, Tally, new_id
from bot.state.rows import record_of, settings_of
from bot.state.tables import AnswerRow, GapRow, SettingsRow
from bot.state.unanswered import Heir, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.state.connection.notifications import Changed
    from bot.state.records import CountedVote, Forgotten, Record, UnansweredQuestion


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Store(CatalogStore):
    """What is kept in an open database; each method may be called by several tasks at once.

    Raises, from every method:
        StateError: the database failed, or took longer than it may; the message says at what.

    """

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime], process: int) -> None:
        super().__init__(database)
        self.chosen = ChosenStore(database)
        self._process = process
        self._clock = clock

    @classmethod
    async def open(
        cls,
        address: str,
        *,
        clock: Callable[[], datetime.datetime] = _now,
        patience: float = 60.0,
        changed: Changed | None = None,
        process: int | None = None,
    ) -> Store:
        """Open a database, and make or renew its tables.

        `clock` gives the time of gaps, aware; `patience` is how many seconds the database may take for a read
        or a transaction, without the time that those wait for others. `changed` hears of changes of settings,
        where databases tell of them. `process` is the id of this process, from `new_id`.
        """
        process = new_id() if process is None else process
        database = await Database.open(
            address, writes.KINDS, patience=patience, changed=changed, process=process
        )
        return cls(database, clock, process)

    async def close(self) -> None:
        """Let go of the database."""
        await self._database.close()

    async def settings(self, server: int) -> ServerSettings:
        """Return what a server has chosen; the defaults if nothing."""

        async def read(session: AsyncSession) -> ServerSettings:
            row = await session.get(SettingsRow, server)
            return ServerSettings() if row is None else settings_of(row)

        return await self._database.read("read settings", read)

    async def save_settings(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server has chosen."""
        await self._database.write(writes.SAVE_SETTINGS, (server, settings))

    async def restore_settings(self, chosen: Mapping[int, ServerSettings]) -> None:
        """Keep what servers have chosen, except where something is kept of them already."""
        await self._database.write(writes.RESTORE_SETTINGS, chosen)

    async def add(self, record: Record) -> None:
        """Keep an answer; the same one again changes nothing."""
        await self._database.write(writes.ADD, record)

    async def sent(self, answer: int, *, channel: int, message: int) -> None:
        """Note which message shows an answer."""
        await self._database.write(writes.SENT, writes.Sent(answer, channel, message))

    async def record(self, answer: int) -> Record | None:
        """Return an answer by its id."""
        return await self._one(AnswerRow.id == answer)

    async def record_of_question(self, message: int) -> Record | None:
        """Return the answer to a message."""
        return await self._one(AnswerRow.question_message == message)

    async def replace(self, record: Record) -> None:
        """Keep an answer in the place of the one that its message showed, whose votes go with it."""
        await self._database.write(writes.REPLACE, record)

    async def claim_share(self, answer: int) -> bool:
        """Mark an answer as shared; True for the one caller who did, False if it was, or is unknown."""
        return await self._database.write(writes.CLAIM_SHARE, answer)

    async def vote(self, answer: int, user: int, *, up: bool) -> CountedVote:
        """Count a person's vote, in the place of an earlier one.

        The same vote again changes nothing, so that a double click is one vote. Votes on an answer come one
        after the other. On an unknown answer, none is kept.
        """
        return await self._database.write(writes.VOTE, writes.Vote(answer, user, up))

    async def tally(self, answer: int) -> Tally:
        """Count the votes on an answer."""

        async def read(session: AsyncSession) -> Tally:
            return (await writes.count(session, [answer])).get(answer, Tally(0, 0))

        return await self._database.read("count votes", read)

    async def delete_messages(self, messages: Collection[int]) -> None:
        """Remove the answers that were shown by messages which are gone, and their votes."""
        await self._database.write(writes.DELETE_MESSAGES, messages)

    async def add_gap(self, server: int, question: str, reason: GapReason) -> None:
        """Keep a question that was not answered well."""
        gap = GapRow(id=new_id(), server=server, question=question, reason=reason, asked_at=self._clock())
        await self._database.write(writes.ADD_GAP, gap)

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

        return await self._database.read("read gaps", read)

    async def clear_gaps(self, server: int) -> None:
        """Remove a server's gaps."""
        await self._database.write(writes.CLEAR_GAPS, server)

    async def delete_old_gaps(self, now: datetime.datetime) -> None:
        """Remove all gaps that are older than 30 days."""
        await self._database.write(writes.DELETE_OLD_GAPS, now)

    async def delete_old_answers(self, before: datetime.datetime) -> bool:
        """Remove some of the oldest answers, with their votes; returns whether there are more."""
        return await self._database.write(writes.DELETE_OLD_ANSWERS, before)

    async def keep_unanswered(self, question: UnansweredQuestion) -> None:
        """Keep a question that this process answers."""
        await self._database.write(writes.KEEP_UNANSWERED, Taken(question, self._process))

    async def drop_unanswered(self, question: int) -> None:
        """Remove a question that is answered."""
        await self._database.write(writes.DROP_UNANSWERED, question)

    async def take_over_unanswered(self, before: datetime.datetime) -> tuple[UnansweredQuestion, ...]:
        """Take over the questions that processes left which have ended; earlier ones are removed.

        On PostgreSQL a process lives as long as its lock is held, see `Listener`. On SQLite this one is taken
        for the only one: a file is for one bot.
        """
        return await self._database.write(writes.TAKE_OVER, Heir(self._process, before))

    async def forget(self, user: int) -> Forgotten:
        """Remove a person: the votes, and who asked, added or chose what."""
        return await self._database.write(writes.FORGET, user)

    async def left(self, server: int) -> None:
        """Remove all of a server that the bot is no longer in; its documents stay for a while."""
        await self._database.write(writes.LEFT, writes.Left(server, self._clock()))

    async def _one(self, where: ColumnElement[bool]) -> Record | None:
        newest = select(AnswerRow).where(where).order_by(AnswerRow.asked_at.desc()).limit(1)

        async def read(session: AsyncSession) -> Record | None:
            row = await session.scalar(newest)
            return None if row is None else record_of(row)

        return await self._database.read("read an answer", read)
