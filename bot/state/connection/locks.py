"""Processes on one PostgreSQL that change the same server's things one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


async def lock_server(session: AsyncSession, server: int) -> None:
    """Let no other process add to a server until this transaction ends; SQLite has one writer anyhow."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(server)))
