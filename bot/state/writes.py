"""The kinds of writes, each a function on many values at once, within a transaction of somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, delete, func, or_, select, tuple_, update

from bot.state import unanswered
from bot.state.catalog import aliases, departures
from bot.state.catalog import writes as catalog
from bot.state.chosen import writes as chosen
from bot.state.connection.notifications import notify
from bot.state.connection.write_queue import Kind, one_by_one
from bot.state.records import TEXT_KEPT, CountedVote, Forgotten, ServerSettings, Tally
from bot.state.rows import put, row_of, settings_row
from bot.state.tables import AnswerRow, GapRow, SettingsRow, UnansweredRow, VoteRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.state.records import Record

_V = TypeVar("_V")
_R = TypeVar("_R")

DELETED_TOGETHER = 200
"""Old answers in one transaction, at most, so that nobody waits long for it."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A person's vote on an answer."""

    answer: int
    user: int
    up: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """Which message shows an answer."""

    answer: int
    channel: int
    message: int


@dataclass(frozen=True, slots=True)
class Left:
    """A server that the bot is no longer in, and since when."""

    server: int
    now: datetime.datetime


async def _add(session: AsyncSession, records: Sequence[Record]) -> list[None]:
    await put(session, [row_of(record) for record in records])
    return [None] * len(records)


async def _note_sent(session: AsyncSession, messages: Sequence[Sent]) -> list[None]:
    answers = AnswerRow.__table__
    noted = (
        update(AnswerRow)
        .where(answers.c.id == bindparam("of"))
        .values(channel=bindparam("in_channel"), message=bindparam("as_message"))
    )
    values = [
        {"of": each.answer, "in_channel": each.channel, "as_message": each.message} for each in messages
    ]
    connection = await session.connection()  # a session's own way to update many wants primary keys
    await connection.execute(noted, values)
    return [None] * len(messages)


async def _replace(session: AsyncSession, record: Record) -> None:
    same = AnswerRow.id == record.id
    if record.message is not None:
        same = or_(same, AnswerRow.message == record.message)
    await session.execute(delete(AnswerRow).where(same))
    await put(session, [row_of(record)])


async def _claim_share(session: AsyncSession, answer: int) -> bool:
    claimed = await session.scalar(
        update(AnswerRow)
        .where(AnswerRow.id == answer, AnswerRow.shared.is_(False))
        .values(shared=True)
        .returning(AnswerRow.id)
    )
    return claimed is not None


async def _count_votes(session: AsyncSession, votes: Sequence[Vote]) -> list[CountedVote]:
    """Count votes one after the other; other processes' votes on the same answers come before or after."""
    answers = {vote.answer for vote in votes}
    # In the order of their ids: of two processes that each held what the other waits for, one would fail.
    locked = select(AnswerRow.id).where(AnswerRow.id.in_(answers)).order_by(AnswerRow.id).with_for_update()
    known = set(await session.scalars(locked))
    key = tuple_(VoteRow.answer, VoteRow.user)
    before = select(VoteRow.answer, VoteRow.user, VoteRow.up).where(
        key.in_({(vote.answer, vote.user) for vote in votes})
    )
    last = {(answer, user): up for answer, user, up in await session.execute(before)}
    tallies = await count(session, answers)
    counted, new = [], []
    for vote in votes:
        whose = (vote.answer, vote.user)
        tally = tallies.get(vote.answer, Tally(0, 0))
        changed = vote.answer in known and last.get(whose) is not vote.up
        if changed:
            tally = tally.after(last.get(whose), vote.up)
            tallies[vote.answer], last[whose] = tally, vote.up
            new.append(VoteRow(answer=vote.answer, user=vote.user, up=vote.up))
        counted.append(CountedVote(tally, changed))
    await put(session, new)
    return counted


async def count(session: AsyncSession, answers: Collection[int]) -> dict[int, Tally]:
    """Count the votes on answers; those without one are left out."""
    counts = select(VoteRow.answer, func.count().filter(VoteRow.up), func.count().filter(~VoteRow.up))
    rows = await session.execute(counts.where(VoteRow.answer.in_(answers)).group_by(VoteRow.answer))
    return {answer: Tally(up=up, down=down) for answer, up, down in rows}


async def _delete_messages(session: AsyncSession, messages: Collection[int]) -> None:
    await session.execute(delete(AnswerRow).where(AnswerRow.message.in_(messages)))


async def _save_settings(session: AsyncSession, saved: tuple[int, ServerSettings]) -> None:
    await put(session, [settings_row(*saved)])
    await notify(session, saved[0])


async def _restore_settings(session: AsyncSession, known: Mapping[int, ServerSettings]) -> None:
    there = set(await session.scalars(select(SettingsRow.server)))
    await put(session, [settings_row(server, each) for server, each in known.items() if server not in there])


async def _add_gap(session: AsyncSession, gap: GapRow) -> None:
    session.add(gap)
    await session.flush()


async def _clear_gaps(session: AsyncSession, server: int) -> None:
    await session.execute(delete(GapRow).where(GapRow.server == server))


async def _delete_old_gaps(session: AsyncSession, now: datetime.datetime) -> None:
    await session.execute(delete(GapRow).where(GapRow.asked_at < now - TEXT_KEPT))


async def _delete_old_answers(session: AsyncSession, before: datetime.datetime) -> bool:
    oldest = select(AnswerRow.id).where(AnswerRow.asked_at < before).order_by(AnswerRow.asked_at)
    some = (await session.scalars(oldest.limit(DELETED_TOGETHER))).all()
    await session.execute(delete(AnswerRow).where(AnswerRow.id.in_(some)))
    return len(some) == DELETED_TOGETHER


async def _forget(session: AsyncSession, user: int) -> Forgotten:
    votes = await session.scalars(delete(VoteRow).where(VoteRow.user == user).returning(VoteRow.answer))
    answers = await session.scalars(
        update(AnswerRow)
        .where(AnswerRow.asker == user)
        .values(asker=None, question_message=None)
        .returning(AnswerRow.id)
    )
    return Forgotten(
        votes=len(votes.all()),
        answers=len(answers.all()),
        documents=await catalog.forget(session, user),
        chosen=await chosen.forget(session, user),
    )


async def _leave(session: AsyncSession, left: Left) -> None:
    server = left.server
    await session.execute(delete(AnswerRow).where(AnswerRow.server == server))
    await session.execute(delete(SettingsRow).where(SettingsRow.server == server))
    await session.execute(delete(GapRow).where(GapRow.server == server))
    await session.execute(delete(UnansweredRow).where(UnansweredRow.server == server))
    await departures.depart(session, server, left.now)
    await notify(session, server)


KEEP_UNANSWERED: Kind[unanswered.Taken, None] = Kind("keep a question", unanswered.keep)
DROP_UNANSWERED: Kind[int, None] = Kind("drop a question", unanswered.drop)
TAKE_OVER = one_by_one("take questions over", unanswered.take_over)
ADD: Kind[Record, None] = Kind("keep an answer", _add)
SENT: Kind[Sent, None] = Kind("note a message", _note_sent)
REPLACE = one_by_one("replace an answer", _replace)
CLAIM_SHARE = one_by_one("share an answer", _claim_share)
VOTE: Kind[Vote, CountedVote] = Kind("count a vote", _count_votes)
DELETE_MESSAGES = one_by_one("delete answers", _delete_messages)
RESTORE_SETTINGS = one_by_one("restore settings", _restore_settings)
SAVE_SETTINGS = one_by_one("save settings", _save_settings)
ADD_GAP = one_by_one("keep a gap", _add_gap)
CLEAR_GAPS = one_by_one("clear gaps", _clear_gaps)
DELETE_OLD_GAPS = one_by_one("delete old gaps", _delete_old_gaps)
DELETE_OLD_ANSWERS = one_by_one("delete old answers", _delete_old_answers)
FORGET = one_by_one("forget a person", _forget)
LEFT = one_by_one("delete a server", _leave)

KINDS: tuple[Kind[Any, Any], ...] = (
    KEEP_UNANSWERED,
    DROP_UNANSWERED,
    TAKE_OVER,
    ADD,
    SENT,
    REPLACE,
    CLAIM_SHARE,
    VOTE,
    DELETE_MESSAGES,
    RESTORE_SETTINGS,
    SAVE_SETTINGS,
    ADD_GAP,
    CLEAR_GAPS,
    DELETE_OLD_GAPS,
    DELETE_OLD_ANSWERS,
    FORGET,
    LEFT,
    *chosen.KINDS,
    *catalog.KINDS,
    *aliases.KINDS,
    *departures.KINDS,
)
"""In the order in which a transaction does them: what is made comes before what is done with it."""
