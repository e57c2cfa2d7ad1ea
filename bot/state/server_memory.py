"""What is kept of servers, from memory: the database is asked once, and then in the background."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.cache import BoundedCache
from bot.errors import StateError
from bot.state.shared_reads import SharedReads

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

_V = TypeVar("_V")

OLD = 60.0
"""Seconds after which a value is read again: another process may have changed it, unheard."""


@dataclass(frozen=True, slots=True)
class _Known(Generic[_V]):
    value: _V
    seen: float
    """When, by the clock."""


class ServerMemory(Generic[_V]):
    """A value of each server as it was last read or saved here; used on one loop.

    Args:
        read: asks the database for a server's value, and raises StateError where that cannot be.
        limit: how many servers' values memory holds.
        renewed: told of a server's value whenever it is another than was known before, also the first one.
        clock: says what time it is, in seconds.

    """

    def __init__(
        self,
        read: Callable[[int], Coroutine[Any, Any, _V]],
        *,
        limit: int,
        renewed: Callable[[int, _V], None] = lambda _, __: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._renewed = renewed
        self._known: BoundedCache[int, _Known[_V]] = BoundedCache(limit)
        self._reads = SharedReads(read, self._keep)

    async def get(self, server: int) -> _V | None:
        """Return a server's value, at once if it is known; None if nobody could read it yet.

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
        return known.value

    def put(self, server: int, value: _V) -> None:
        """Know a server's value, whatever a read that is under way may bring."""
        self._reads.renew(server)
        self._keep(server, value)

    def drop(self, server: int) -> None:
        """Forget a server."""
        self._reads.renew(server)
        self._known.drop(server)

    def changed(self, server: int | None) -> None:
        """Hear that another process changed a server's value; None if that may be so of any."""
        if server is None:
            self._known.revise(lambda known: replace(known, seen=-math.inf))
        elif self._known.get(server) is not None:
            self._reads.renew(server)  # it may have read what was there before
            self._reads.start(server)

    @property
    def known(self) -> Mapping[int, _V]:
        """The values that are known, by server."""
        return {server: known.value for server, known in self._known.items()}

    def _keep(self, server: int, value: _V) -> None:
        before = self._known.get(server)
        self._known.put(server, _Known(value, self._clock()))
        if before is None or before.value != value:
            self._renewed(server, value)
