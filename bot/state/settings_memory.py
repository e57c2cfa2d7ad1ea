"""What servers chose, from memory: the database is asked once, and then in the background."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.cache import BoundedCache
from bot.errors import StateError
from bot.state.records import ServerSettings
from bot.state.shared_reads import SharedReads

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

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
        self,
        read: Callable[[int], Coroutine[Any, Any, ServerSettings]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._known: BoundedCache[int, _Known] = BoundedCache(SERVERS)
        self._reads = SharedReads(read, self._keep)

    async def get(self, server: int) -> ServerSettings | None:
        """Return a server's settings, at once if they are known; None if nobody could read them yet.

        What is old is read again in the background; all who wait for one server's share one read.
        """
        known = self._known.get(server)
        if known is None:
            try:
                return await self._reads.get(server)
            except StateError:
                return None
        if self._clock() - known.seen > OLD:
            self._reads.start(server)
        return known.settings

    def put(self, server: int, settings: ServerSettings) -> None:
        """Know a server's settings, whatever a read that is under way may bring."""
        self._reads.renew(server)
        self._keep(server, settings)

    def drop(self, server: int) -> None:
        """Forget a server."""
        self._reads.renew(server)
        self._known.drop(server)

    def changed(self, server: int | None) -> None:
        """Hear that another process changed a server's settings; None if that may be so of any."""
        if server is None:
            self._known.revise(lambda known: replace(known, seen=-math.inf))
        elif self._known.get(server) is not None:
            self._reads.renew(server)  # it may have read what was there before
            self._reads.start(server)

    @property
    def chosen(self) -> Mapping[int, ServerSettings]:
        """The settings of the servers that are known to have chosen something."""
        usual = ServerSettings()
        return {server: known.settings for server, known in self._known.items() if known.settings != usual}

    def _keep(self, server: int, settings: ServerSettings) -> None:
        self._known.put(server, _Known(settings, self._clock()))
