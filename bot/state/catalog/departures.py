"""Servers that the bot is no longer in: their documents are kept for a while, and are there if it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from bot.state.chosen import writes as chosen
from bot.state.connection.notifications import notify
from bot.state.connection.write_queue import Kind, one_by_one
from bot.state.tables import AliasesRow, CatalogRow, ChosenRow, DepartureRow

if TYPE_CHECKING:
    import datetime

    from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Presence:
    """The servers that the bot is in at a moment."""

    servers: frozenset[int]
    now: datetime.datetime


async def depart(session: AsyncSession, server: int, now: datetime.datetime) -> None:
    """Note that the bot has left a server, if there are documents of it and nobody has noted it yet.

    Its aliases and what its managers chose go at once.
    """
    await chosen.leave(session, server)
    await session.execute(delete(AliasesRow).where(AliasesRow.server == server))
    has_documents = select(CatalogRow.id).where(CatalogRow.server == server).limit(1)
    if await session.scalar(has_documents) is None or await session.get(DepartureRow, server) is not None:
        return
    session.add(DepartureRow(server=server, left_at=now))
    await session.flush()


async def _note_presence(session: AsyncSession, presence: Presence) -> None:
    """Note who came back, and who left while the bot was not there to see it."""
    departed = set(await session.scalars(select(DepartureRow.server)))
    returned = departed & presence.servers
    await session.execute(delete(DepartureRow).where(DepartureRow.server.in_(returned)))
    known = {
        server
        for table in (CatalogRow, AliasesRow, ChosenRow)
        for server in await session.scalars(select(table.server).distinct())
    }
    for server in known - presence.servers - departed:
        await depart(session, server, presence.now)


async def _return(session: AsyncSession, server: int) -> None:
    await session.execute(delete(DepartureRow).where(DepartureRow.server == server))


async def _delete_departed(session: AsyncSession, before: datetime.datetime) -> tuple[int, ...]:
    departed = delete(DepartureRow).where(DepartureRow.left_at < before).returning(DepartureRow.server)
    servers = tuple(await session.scalars(departed))
    for server in servers:
        await session.execute(delete(CatalogRow).where(CatalogRow.server == server))
        await notify(session, server)
    return servers


NOTE_PRESENCE = one_by_one("note the servers that the bot is in", _note_presence)
RETURN = one_by_one("note that the bot is back in a server", _return)
DELETE_DEPARTED = one_by_one("delete the documents of servers that were left", _delete_departed)

KINDS: tuple[Kind[Any, Any], ...] = (NOTE_PRESENCE, RETURN, DELETE_DEPARTED)
"""In the order in which a transaction does them."""
