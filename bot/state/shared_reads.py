"""Who asks for what is being read already waits for that read, so that a flood takes few of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

_K = TypeVar("_K")
_V = TypeVar("_V")


class SharedReads(Generic[_K, _V]):
    """Reads by key; used on one loop. `read` reads one, and whoever shares it shares its failure."""

    def __init__(self, read: Callable[[_K], Coroutine[Any, Any, _V]]) -> None:
        self._read = read
        self._reading: dict[_K, asyncio.Task[_V]] = {}

    async def get(self, key: _K) -> _V:
        """Return what is read; errors as from `read`."""
        reading = self._reading.get(key)
        if reading is None:
            reading = self._reading[key] = asyncio.create_task(self._once(key))
            reading.add_done_callback(lambda read: read.cancelled() or read.exception())
        return await asyncio.shield(reading)

    def renew(self, key: _K) -> None:
        """Have those who come from now on read anew, as something has changed."""
        self._reading.pop(key, None)

    async def _once(self, key: _K) -> _V:
        try:
            return await self._read(key)
        finally:
            if self._reading.get(key) is asyncio.current_task():
                del self._reading[key]
