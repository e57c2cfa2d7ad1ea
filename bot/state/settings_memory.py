"""What servers chose, from memory: the database is asked once, and then in the background."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.cache import BoundedCache
from bot.errors import StateError
from bot.state.records import ServerSettings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

SERVERS = 10_000
"""How many servers' settings memory holds."""
OLD = 60.0
"""Seconds after which settings are read again: another process may have changed them, unheard."""


@dataclass(frozen=True, slots=True)
class _Known:
    settings: ServerSettings
    seen: float
    """When, by the clock."""


class SettingsMemory:
    """The settings of servers as they were last read or saved here; used on one loop.

    `read` asks the database for a server's settings, and raises StateError where that cannot be; `clock` says
    what time it is, in seconds.
    """

    def __init__(
        self, read: Callable[[int], Awaitable[ServerSettings]], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read = read
        self._clock = clock
        self._known: BoundedCache[int, _Known] = BoundedCache(SERVERS)
        self._reading: dict[int, asyncio.Task[ServerSettings]] = {}

    async def get(self, server: int) -> ServerSettings | None:
        """Return a server's settings, at once if they are known; None if nobody could read them yet.

        What is old is read again in the background; all who wait for one server's share one read.
        """
        known = self._known.get(server)
        if known is None:
            try:
                return await asyncio.shield(self._renew(server))
            except StateError:
                return None
        if self._clock() - known.seen > OLD:
            self._renew(server)
        return known.settings

    def put(self, server: int, settings: ServerSettings) -> None:
        """Know a server's settings, whatever a read that is under way may bring."""
        self._reading.pop(server, None)
        self._known.put(server, _Known(settings, self._clock()))

    def drop(self, server: int) -> None:
        """Forget a server."""
        self._reading.pop(server, None)
        self._known.drop(server)

    def changed(self, server: int | None) -> None:
        """Hear that another process changed a server's settings; None if that may be so of any."""
        if server is None:
            self._known.revise(lambda known: replace(known, seen=-math.inf))
        elif self._known.get(server) is not None:
            self._reading.pop(server, None)  # it may have read what was there before
            self._renew(server)

    @property
    def chosen(self) -> Mapping[int, ServerSettings]:
        """The settings of the servers that are known to have chosen something."""
        usual = ServerSettings()
        return {server: known.settings for server, known in self._known.items() if known.settings != usual}

    def _renew(self, server: int) -> asyncio.Task[ServerSettings]:
        reading = self._reading.get(server)
        if reading is None:
            reading = asyncio.create_task(self._read_once(server), name="verbatim-settings")
            reading.add_done_callback(lambda read: read.cancelled() or read.exception())
            self._reading[server] = reading
        return reading

    async def _read_once(self, server: int) -> ServerSettings:
        """Read, and know it unless something newer came meanwhile."""
        this = asyncio.current_task()
        try:
            settings = await self._read(server)
            if self._reading.get(server) is this:
                self._known.put(server, _Known(settings, self._clock()))
        finally:
            if self._reading.get(server) is this:
                del self._reading[server]
        return settings
