"""The database of records, votes, settings and gaps; every failure of it is a `StateError`."""

from __future__ import annotations

import contextlib
import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.state.database_errors import failing
from bot.state.engine import database, engine_for, shown_address
from bot.state.migrate import migrate
from bot.state.records import TEXT_KEPT, CountedVote, Forgotten, Gap, GapReason, ServerSettings, Tally, new_id
from bot.state.rows import put, record_of, row_of, settings_of, settings_row
from bot.state.tables import AnswerRow, GapRow, SettingsRow, VoteRow

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.state.records import Record


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Store:
    """An open database; each method is one transaction, and may be called by several tasks at once.

    Raises, from every method:
        StateError: the database failed; the message says at what.

    """

    def __init__(self, engine: AsyncEngine, name: str, clock: Callable[[], datetime.datetime]) -> None:
        self._engine = engine
        self._sessions = async_sessionmaker(engine)
        self._name = name
        self._clock = clock

    @classmethod
    async def open(cls, address: str, *, clock: Callable[[], datetime.datetime] = _now) -> Store:
        """Open a database, and make or renew its tables; `clock` gives the time of gaps, aware."""
        with failing("read the address of the database"):
            url = database(address)
        with failing(f"open {shown_address(url)}"):
            engine = engine_for(url)
            try:
                await migrate(engine)
            except BaseException:
                await engine.dispose()
                raise
        return cls(engine, shown_address(url), clock)

    async def close(self) -> None:
        """Let go of the database."""
        with failing(f"close {self._name}"):
            await self._engine.dispose()

    async def settings(self, server: int) -> ServerSettings:
        """Return what a server has chosen; the defaults if nothing."""
        async with self._transaction("read settings") as session:
            row = await session.get(SettingsRow, server)
            return ServerSettings() if row is None else settings_of(row)

    async def save_settings(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server has chosen."""
        async with self._transaction("save settings") as session:
            await put(session, settings_row(server, settings))

    async def add(self, record: Record) -> None:
        """Keep an answer; the same one again changes nothing."""
        async with self._transaction("keep an answer") as session:
            await put(session, row_of(record))

    async def sent(self, answer: int, *, channel: int, message: int) -> None:
        """Note which message shows an answer."""
        async with self._transaction("note a message") as session:
            await session.execute(
                update(AnswerRow).where(AnswerRow.id == answer).values(channel=channel, message=message)
            )

    async def record(self, answer: int) -> Record | None:
        """Return an answer by its id."""
        return await self._one(AnswerRow.id == answer)

    async def record_of_question(self, message: int) -> Record | None:
        """Return the answer to a message."""
        return await self._one(AnswerRow.question_message == message)

    async def replace(self, record: Record) -> None:
        """Keep an answer in the place of the one that its message showed, whose votes go with it."""
        async with self._transaction("replace an answer") as session:
            same = AnswerRow.id == record.id
            if record.message is not None:
                same = or_(same, AnswerRow.message == record.message)
            await session.execute(delete(AnswerRow).where(same))
            await put(session, row_of(record))

    async def claim_share(self, answer: int) -> bool:
        """Mark an answer as shared; True for the one caller who did, False if it was, or is unknown."""
        async with self._transaction("share an answer") as session:
            claimed = await session.scalar(
                update(AnswerRow)
                .where(AnswerRow.id == answer, AnswerRow.shared.is_(False))
                .values(shared=True)
                .returning(AnswerRow.id)
            )
            return claimed is not None

    async def vote(self, answer: int, user: int, *, up: bool) -> CountedVote:
        """Count a person's vote, in the place of an earlier one.

        The same vote again changes nothing, so that a double click is one vote. Votes on an answer come one
        after the other. On an unknown answer, none is kept.
        """
        async with self._transaction("count a vote") as session:
            locked = select(AnswerRow.id).where(AnswerRow.id == answer).with_for_update()
            changed = False
            if await session.scalar(locked) is not None:
                vote = await session.get(VoteRow, (answer, user))
                changed = vote is None or vote.up is not up
                if vote is None:
                    session.add(VoteRow(answer=answer, user=user, up=up))
                else:
                    vote.up = up
            return CountedVote(await _tally(session, answer), changed)

    async def tally(self, answer: int) -> Tally:
        """Count the votes on an answer."""
        async with self._transaction("count votes") as session:
            return await _tally(session, answer)

    async def delete_messages(self, messages: Collection[int]) -> None:
        """Remove the answers that were shown by messages which are gone, and their votes."""
        async with self._transaction("delete answers") as session:
            await session.execute(delete(AnswerRow).where(AnswerRow.message.in_(messages)))

    async def add_gap(self, server: int, question: str, reason: GapReason) -> None:
        """Keep a question that was not answered well."""
        gap = GapRow(id=new_id(), server=server, question=question, reason=reason, asked_at=self._clock())
        async with self._transaction("keep a gap") as session:
            session.add(gap)

    async def gaps(self, server: int) -> tuple[Gap, ...]:
        """Return the gaps of the last 30 days, the newest first."""
        rows = (
            select(GapRow)
            .where(GapRow.server == server, GapRow.asked_at >= self._clock() - TEXT_KEPT)
            .order_by(GapRow.asked_at.desc())
        )
        async with self._transaction("read gaps") as session:
            return tuple(
                Gap(row.question, GapReason(row.reason), row.asked_at) for row in await session.scalars(rows)
            )

    async def clear_gaps(self, server: int) -> None:
        """Remove a server's gaps."""
        async with self._transaction("clear gaps") as session:
            await session.execute(delete(GapRow).where(GapRow.server == server))

    async def delete_old(self, now: datetime.datetime) -> None:
        """Remove all gaps that are older than 30 days."""
        async with self._transaction("delete what is old") as session:
            await session.execute(delete(GapRow).where(GapRow.asked_at < now - TEXT_KEPT))

    async def forget(self, user: int) -> Forgotten:
        """Remove a person: the votes, and who asked what from the answers."""
        async with self._transaction("forget a person") as session:
            votes = await session.scalars(
                delete(VoteRow).where(VoteRow.user == user).returning(VoteRow.answer)
            )
            answers = await session.scalars(
                update(AnswerRow)
                .where(AnswerRow.asker == user)
                .values(asker=None, question_message=None)
                .returning(AnswerRow.id)
            )
            return Forgotten(votes=len(votes.all()), answers=len(answers.all()))

    async def left(self, server: int) -> None:
        """Remove all of a server that the bot is no longer in."""
        async with self._transaction("delete a server") as session:
            await session.execute(delete(AnswerRow).where(AnswerRow.server == server))
            await session.execute(delete(SettingsRow).where(SettingsRow.server == server))
            await session.execute(delete(GapRow).where(GapRow.server == server))

    async def _one(self, where: ColumnElement[bool]) -> Record | None:
        newest = select(AnswerRow).where(where).order_by(AnswerRow.asked_at.desc()).limit(1)
        async with self._transaction("read an answer") as session:
            row = await session.scalar(newest)
            return None if row is None else record_of(row)

    @contextlib.asynccontextmanager
    async def _transaction(self, what: str) -> AsyncIterator[AsyncSession]:
        with failing(f"{what} in {self._name}"):
            async with self._sessions.begin() as session:
                yield session


async def _tally(session: AsyncSession, answer: int) -> Tally:
    counts = select(func.count().filter(VoteRow.up), func.count().filter(~VoteRow.up))
    up, down = (await session.execute(counts.where(VoteRow.answer == answer))).one()
    return Tally(up=up, down=down)
