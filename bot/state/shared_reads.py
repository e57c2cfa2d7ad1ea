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
    """Reads by key; used on one loop.

    `read` reads one, and whoever shares it shares its failure; `keep` gets what was read, unless something
    changed meanwhile.
    """

    def __init__(
        self,
        read: Callable[[_K], Coroutine[Any, Any, _V]],
        keep: Callable[[_K, _V], None] = lambda *_: None,
    ) -> None:
        self._read = read
        self._keep = keep
        self._reading: dict[_K, asyncio.Task[_V]] = {}

    async def get(self, key: _K) -> _V:
        """Return what is read; errors as from `read`."""
        return await asyncio.shield(self.start(key))

    def start(self, key: _K) -> asyncio.Task[_V]:
        """Read in the background, unless that is being done."""
        reading = self._reading.get(key)
        if reading is None:
            reading = self._reading[key] = asyncio.create_task(self._once(key))
            reading.add_done_callback(lambda read: read.cancelled() or read.exception())
        return reading

    def renew(self, key: _K) -> None:
        """Have those who come from now on read anew, as something has changed."""
        self._reading.pop(key, None)

    async def _once(self, key: _K) -> _V:
        this = asyncio.current_task()
        try:
            value = await self._read(key)
            if self._reading.get(key) is this:
                self._keep(key, value)
        finally:
            if self._reading.get(key) is this:
                del self._reading[key]
        return value
