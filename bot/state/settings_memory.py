"""What servers chose, from memory."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.state.records import ServerSettings
from bot.state.server_memory import ServerMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

SERVERS = 10_000
"""How many servers' settings memory holds."""


class SettingsMemory(ServerMemory[ServerSettings]):
    """The settings of servers as they were last read or saved here; used on one loop."""

    def __init__(
        self,
        read: Callable[[int], Coroutine[Any, Any, ServerSettings]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(read, limit=SERVERS, clock=clock)

    @property
    def chosen(self) -> Mapping[int, ServerSettings]:
        """The settings of the servers that are known to have chosen something."""
        usual = ServerSettings()
        return {server: settings for server, settings in self.known.items() if settings != usual}
