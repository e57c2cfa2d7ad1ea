"""What processes on one PostgreSQL know of each other: whose settings changed, and that they live."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from sqlalchemy import func, select

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

    Changed = Callable[[int | None], None]
    """Told whose settings changed; None if nobody knows whose."""

log = logging.getLogger(__name__)

CHANNEL = "verbatim_settings"
_PAUSE = 5.0
"""Seconds from the loss of the connection to the next one."""


async def notify(session: AsyncSession, server: int) -> None:
    """Tell the other processes of a change, once its transaction is committed; on SQLite there is no way."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_notify(CHANNEL, str(server))))


class Listener:
    """A connection that only listens; one that is lost is opened again.

    It also holds an advisory lock on the id of this process, by which others see that it lives: PostgreSQL
    lets go of the lock when the connection ends. While it is lost, this process is taken for one that ended.
    """

    def __init__(self, engine: AsyncEngine, changed: Changed, process: int) -> None:
        self._engine = engine
        self._changed = changed
        self._process = process
        self._tried = asyncio.Event()
        self._task = asyncio.create_task(self._work(), name="verbatim-notifications")

    async def tried(self) -> None:
        """Wait until it listens, or has found that it cannot yet."""
        await self._tried.wait()

    async def close(self) -> None:
        """Stop listening."""
        self._task.cancel()
        await asyncio.wait({self._task})

    async def _work(self) -> None:
        while True:
            try:
                await self._listen()
            except Exception as error:  # noqa: BLE001 - drivers fail with whatever their network fails with
                log.debug("cannot listen to other processes: %s", error)
            self._tried.set()
            await asyncio.sleep(_PAUSE)

    async def _listen(self) -> None:
        """Listen until the connection is lost; what changed before and after that was not heard."""
        lost = asyncio.Event()
        async with self._engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            if driver is None:
                return
            driver.add_termination_listener(lambda _: lost.set())
            await driver.fetchval("SELECT pg_advisory_lock($1)", self._process)
            await driver.add_listener(CHANNEL, self._hear)
            self._changed(None)
            self._tried.set()
            try:
                await lost.wait()
            finally:
                with contextlib.suppress(Exception):  # it ends with its connection, which is not used again
                    await connection.invalidate()
        self._changed(None)

    def _hear(self, _connection: object, _process: int, _channel: str, server: str) -> None:
        self._changed(int(server))
