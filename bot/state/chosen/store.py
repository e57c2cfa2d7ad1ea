"""Chosen answers in a database; a part of the `Store`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.state.chosen import writes
from bot.state.tables import ChosenRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.state.chosen.answers import ChosenAnswer, ChosenRefusal
    from bot.state.connection.database import Database


class ChosenStore:
    """What managers chose; errors as the `Store` has them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, server: int) -> tuple[ChosenAnswer, ...]:
        """Return what a server's managers chose, the earliest first."""
        rows = select(ChosenRow).where(ChosenRow.server == server).order_by(ChosenRow.chosen_at, ChosenRow.id)

        async def read(session: AsyncSession) -> tuple[ChosenAnswer, ...]:
            return tuple(map(writes.chosen_of, await session.scalars(rows)))

        return await self._database.read("read chosen answers", read)

    async def servers(self) -> tuple[int, ...]:
        """Return the servers whose managers chose something."""

        async def read(session: AsyncSession) -> tuple[int, ...]:
            servers = select(ChosenRow.server).distinct().order_by(ChosenRow.server)
            return tuple(await session.scalars(servers))

        return await self._database.read("read which servers have chosen answers", read)

    async def choose(self, answer: ChosenAnswer) -> ChosenRefusal | None:
        """Keep an answer in the place of an earlier one to the same words, which are a gap no more."""
        return await self._database.write(writes.CHOOSE, answer)

    async def remove(self, server: int, ids: Collection[int]) -> tuple[ChosenAnswer, ...]:
        """Remove answers of a server; returns those that there were."""
        return await self._database.write(writes.REMOVE_CHOSEN, writes.Removal(server, frozenset(ids)))

    async def remove_outvoted(self, chosen: int) -> ChosenAnswer | None:
        """Remove an answer if most votes are against it; returns it then."""
        return await self._database.write(writes.REMOVE_OUTVOTED, chosen)

    async def restore(self, known: Mapping[int, tuple[ChosenAnswer, ...]]) -> None:
        """Keep what was chosen in servers of which nothing is kept."""
        await self._database.write(writes.RESTORE_CHOSEN, known)
