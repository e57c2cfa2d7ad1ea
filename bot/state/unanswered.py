"""Questions that a process has taken and not answered yet, written and taken over."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select, update

from bot.state.records import UNANSWERED_KEPT
from bot.state.rows import put, unanswered_of, unanswered_row
from bot.state.tables import UnansweredRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.state.records import UnansweredQuestion


@dataclass(frozen=True, slots=True)
class Taken:
    """A question that a process answers."""

    question: UnansweredQuestion
    process: int


@dataclass(frozen=True, slots=True)
class Heir:
    """A process that takes over what others left, except what they took before a moment."""

    process: int
    before: datetime.datetime


async def keep(session: AsyncSession, taken: Sequence[Taken]) -> list[None]:
    """Keep questions."""
    await put(session, [unanswered_row(each.question, each.process) for each in taken])
    return [None] * len(taken)


async def drop(session: AsyncSession, questions: Sequence[int]) -> list[None]:
    """Remove questions that are answered, and what nobody can answer any more."""
    expired = UnansweredRow.asked_at < datetime.datetime.now(datetime.UTC) - UNANSWERED_KEPT
    await session.execute(delete(UnansweredRow).where(or_(UnansweredRow.id.in_(questions), expired)))
    return [None] * len(questions)


async def take_over(session: AsyncSession, heir: Heir) -> tuple[UnansweredQuestion, ...]:
    """Give the questions of processes that have ended to one that lives; each to one alone."""
    await session.execute(delete(UnansweredRow).where(UnansweredRow.asked_at < heir.before))
    others = select(UnansweredRow.process).where(UnansweredRow.process != heir.process).distinct()
    ended = [process for process in await session.scalars(others) if await _has_ended(session, process)]
    await session.execute(
        update(UnansweredRow).where(UnansweredRow.process.in_(ended)).values(process=heir.process)
    )
    own = select(UnansweredRow).where(UnansweredRow.process == heir.process).order_by(UnansweredRow.asked_at)
    return tuple(map(unanswered_of, await session.scalars(own)))


async def _has_ended(session: AsyncSession, process: int) -> bool:
    """Whether a process holds its lock no more, see `Listener`; on SQLite there is only one at a time."""
    if session.get_bind().dialect.name != "postgresql":
        return True
    return bool(await session.scalar(select(func.pg_try_advisory_xact_lock(process))))
