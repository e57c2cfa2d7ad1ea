"""Bring a database to the tables that this version of the bot needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

_MIGRATIONS = Path(__file__).parents[1] / "migrations"
_LOCK = 0x5645524241  # of PostgreSQL's advisory locks, a number of our own


async def migrate(engine: AsyncEngine) -> None:
    """Run the migrations that are missing, in one transaction; another one who migrates waits for it.

    Raises:
        LookupError: a version of the bot that this one does not know has migrated it.

    """
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


def migrations(connection: Connection) -> Config:
    """Let Alembic's commands work on a connection, inside its transaction."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # SQLite's transactions wait for each other anyhow
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    try:
        command.upgrade(migrations(connection), "head")
    except CommandError as error:
        raise LookupError(
            f"another version of Verbatim made its tables ({error}): use that one, or another database"
        ) from error
