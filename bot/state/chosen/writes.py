"""The kinds of writes of chosen answers, within a transaction of somebody else's; each can be done twice."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from bot.state.chosen.answers import (
    MOST_CHOSEN,
    ChosenAnswer,
    ChosenRefusal,
    is_outvoted,
    question_key,
)
from bot.state.connection.locks import lock_server
from bot.state.connection.notifications import notify
from bot.state.connection.restoring import add_where_none
from bot.state.connection.write_queue import Kind, one_by_one
from bot.state.records import Tally
from bot.state.tables import AnswerRow, ChosenRow, GapRow, VoteRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncSession

_FIELDS = tuple(field.name for field in fields(ChosenAnswer))


@dataclass(frozen=True, slots=True)
class Removal:
    """The end of chosen answers of a server."""

    server: int
    ids: frozenset[int]


def chosen_of(row: ChosenRow) -> ChosenAnswer:
    """Read a chosen answer from its row."""
    return ChosenAnswer(**{name: getattr(row, name) for name in _FIELDS})


def _row(answer: ChosenAnswer) -> ChosenRow:
    return ChosenRow(**{name: getattr(answer, name) for name in _FIELDS})


async def _choose(session: AsyncSession, answer: ChosenAnswer) -> ChosenRefusal | None:
    """Keep it in the place of what was chosen for the same words, and take those off the list of gaps."""
    await lock_server(session, answer.server)
    there = await session.execute(
        select(ChosenRow.id, ChosenRow.question).where(ChosenRow.server == answer.server)
    )
    keys = {chosen: question_key(question) for chosen, question in there}
    same = {chosen for chosen, key in keys.items() if key == answer.key}
    if len(keys) - len(same) >= MOST_CHOSEN:
        return ChosenRefusal.FULL
    await session.execute(delete(ChosenRow).where(ChosenRow.id.in_(same)))
    session.add(_row(answer))
    await session.flush()
    gaps = await session.execute(select(GapRow.id, GapRow.question).where(GapRow.server == answer.server))
    answered = [gap for gap, question in gaps if question_key(question) == answer.key]
    await session.execute(delete(GapRow).where(GapRow.id.in_(answered)))
    await notify(session, answer.server)
    return None


async def _remove(session: AsyncSession, removal: Removal) -> tuple[ChosenAnswer, ...]:
    whose = ChosenRow.server == removal.server, ChosenRow.id.in_(removal.ids)
    rows = tuple(map(chosen_of, await session.scalars(select(ChosenRow).where(*whose))))
    await session.execute(delete(ChosenRow).where(*whose))
    await notify(session, removal.server)
    return rows


async def _remove_outvoted(session: AsyncSession, chosen: int) -> ChosenAnswer | None:
    row = await session.get(ChosenRow, chosen)
    if row is None or not is_outvoted(await _tally(session, chosen)):
        return None
    answer = chosen_of(row)
    await session.execute(delete(ChosenRow).where(ChosenRow.id == chosen))
    await notify(session, answer.server)
    return answer


async def _tally(session: AsyncSession, chosen: int) -> Tally:
    """Count the votes on the answers that showed it: of each person, the one on the latest of them."""
    votes = (
        select(VoteRow.user, VoteRow.up)
        .join(AnswerRow, AnswerRow.id == VoteRow.answer)
        .where(AnswerRow.chosen == chosen)
        .order_by(AnswerRow.asked_at)
    )
    last = {user: up for user, up in await session.execute(votes)}  # noqa: C416 - the last one counts
    return Tally(up=sum(last.values()), down=sum(not up for up in last.values()))


async def forget(session: AsyncSession, user: int) -> int:
    """Take a person out of what was chosen; returns from how much."""
    rows = await session.execute(
        update(ChosenRow)
        .where(ChosenRow.chosen_by == user)
        .values(chosen_by=None)
        .returning(ChosenRow.id, ChosenRow.server)
    )
    servers = [row.server for row in rows]
    for server in sorted(set(servers)):
        await notify(session, server)
    return len(servers)


async def leave(session: AsyncSession, server: int) -> None:
    """Remove all that was chosen in a server."""
    await session.execute(delete(ChosenRow).where(ChosenRow.server == server))


async def _restore(session: AsyncSession, known: Mapping[int, tuple[ChosenAnswer, ...]]) -> None:
    rows = {server: map(_row, answers) for server, answers in known.items()}
    await add_where_none(session, ChosenRow.server, rows)


CHOOSE = one_by_one("keep a chosen answer", _choose)
REMOVE_CHOSEN = one_by_one("remove chosen answers", _remove)
REMOVE_OUTVOTED = one_by_one("remove a chosen answer that was voted down", _remove_outvoted)
RESTORE_CHOSEN = one_by_one("restore chosen answers", _restore)

KINDS: tuple[Kind[Any, Any], ...] = (RESTORE_CHOSEN, CHOOSE, REMOVE_CHOSEN, REMOVE_OUTVOTED)
"""In the order in which a transaction does them."""
