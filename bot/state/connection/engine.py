"""A database's address -> an engine: which databases there are, and what is particular about each."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

if TYPE_CHECKING:
    import aiosqlite
    from sqlalchemy import Connection
    from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
    from sqlalchemy.ext.asyncio import AsyncEngine
    from sqlalchemy.pool import ConnectionPoolEntry

_SQLITE, _POSTGRESQL = "sqlite+aiosqlite", "postgresql+asyncpg"
READERS = 2
"""Who may read at a time."""
_TRIES, _PAUSE = 100, 0.05
"""As long as SQLite waits for all else: five seconds."""
_DRIVERS = {
    "sqlite": _SQLITE,
    _SQLITE: _SQLITE,
    "postgres": _POSTGRESQL,
    "postgresql": _POSTGRESQL,
    _POSTGRESQL: _POSTGRESQL,
}


def database(address: str) -> URL:
    """Read the address of a database, as people and hosts of databases write it.

    Raises:
        ValueError: it cannot be read, or is of another kind; the message repeats nothing of it.

    """
    try:
        url = make_url(address)
        driver = _DRIVERS[url.drivername]
    except (ArgumentError, ValueError, KeyError):
        # not chained: those errors may hold a part of the password
        raise ValueError(
            "expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
            " (signs like @ : / # in a password are written as %40 %3A %2F %23)"
        ) from None
    if driver == _POSTGRESQL and "sslmode" in url.query:  # libpq's name for what asyncpg calls ssl
        ssl = url.query["sslmode"]
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": ssl})
    return url.set(drivername=driver)


def shown_address(url: URL) -> str:
    """Name a database in a message, without what may be secret in its address."""
    return url.set(query={}).render_as_string(hide_password=True)


def engine_for(url: URL) -> AsyncEngine:
    """Make an engine; for SQLite, also its file and that one's folder.

    Raises:
        OSError: the file cannot be made, or not be written to.

    """
    # Without parameters in the messages of errors, as they would bring what people asked into the log.
    if url.drivername == _POSTGRESQL:
        return create_async_engine(url, hide_parameters=True, pool_pre_ping=True)
    if url.database and not in_memory(url):
        file = Path(url.database)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Here, as aiosqlite leaves a thread behind where it cannot open a file, and for its owner alone, as
        # SQLite then makes the files beside it.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    # One connection: SQLite writes one at a time, and a database in memory is gone with its connection.
    engine = _sqlite(url, connections=1)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def reading_engine(engine: AsyncEngine) -> AsyncEngine:
    """Return the engine that reads what another one writes, each statement by itself.

    For SQLite it has connections of its own, which can write nothing: in WAL mode who reads waits for nobody.
    """
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="AUTOCOMMIT")
    if in_memory(engine.url):
        return engine
    reading = _sqlite(engine.url, connections=READERS)
    event.listen(reading.sync_engine, "connect", _prepare_reader)
    return reading


def in_memory(url: URL) -> bool:
    """Whether a SQLite database is in no file, or only SQLite knows in which."""
    return not url.database or url.database.startswith((":memory:", "file:"))


def _sqlite(url: URL, *, connections: int) -> AsyncEngine:
    return create_async_engine(
        url, hide_parameters=True, poolclass=AsyncAdaptedQueuePool, pool_size=connections, max_overflow=0
    )


def _prepare_reader(connection: AsyncAdapt_aiosqlite_connection, _: ConnectionPoolEntry) -> None:
    """Set a connection up that reads; without transactions, each statement sees what is committed by then."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only = ON")
    cursor.close()


def _prepare_sqlite(connection: AsyncAdapt_aiosqlite_connection, _: ConnectionPoolEntry) -> None:
    """Set a connection up: what is committed survives a killed process.

    With synchronous=NORMAL in WAL mode a power cut may take the last commits back, but damages nothing;
    FULL would have every vote wait for the disk.
    """
    connection.isolation_level = None  # Python's own transactions would leave out tables: see _begin_sqlite
    connection.run_async(_write_ahead)
    cursor = connection.cursor()
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


async def _write_ahead(connection: aiosqlite.Connection) -> None:
    """Switch a file to WAL mode; unlike all else, that fails at once while another process opens the file."""
    for tries_left in reversed(range(_TRIES)):
        try:
            await connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if not tries_left:
                raise
            await asyncio.sleep(_PAUSE)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Begin as a writer: of two that first read and then both want to write, one would fail."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
