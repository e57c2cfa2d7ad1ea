"""One reader at a time for each host, with a pause between two."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yarl import URL

from bot.cache import BoundedCache

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

_HOSTS = 1_000
"""How many are remembered."""


@dataclass(slots=True)
class _Host:
    free_at: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class HostTurns:
    """Lets nobody hurry a host; of this process alone, used on one loop.

    Args:
        pause: seconds between the end of a reading and the next one.
        clock: says what time it is, in seconds.
        sleep: waits so many seconds.

    """

    def __init__(
        self,
        pause: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._hosts: BoundedCache[str, _Host] = BoundedCache(_HOSTS)

    @contextlib.asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Have the host of a URL for oneself as long as the block runs."""
        name = URL(url).host or ""
        host = self._hosts.get(name) or _Host(self._clock())
        self._hosts.put(name, host)
        async with host.lock:
            if (seconds := host.free_at - self._clock()) > 0:
                await self._sleep(seconds)
            try:
                yield
            finally:
                host.free_at = self._clock() + self._pause
