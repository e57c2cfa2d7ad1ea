"""What memory knows of servers -> a new database in the place of one that was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.ext.asyncio import AsyncSession
    from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute


async def add_where_none(
    session: AsyncSession,
    server_column: InstrumentedAttribute[int],
    rows: Mapping[int, Iterable[DeclarativeBase]],
) -> None:
    """Add rows of servers that have none in the column's table: of others, newer ones may be there."""
    there = set(await session.scalars(select(server_column).distinct()))
    for server, each in rows.items():
        if server not in there:
            session.add_all(each)
    await session.flush()
