"""Changes of servers' settings, whichever feature makes them: one after the other in each server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.interactions.locks import KeyedLocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.records import ServerSettings
    from bot.state.repository import Repository


class SettingsWriter:
    """Reads the settings of a server, changes them, and writes them; nobody else writes in between."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._turns = KeyedLocks()

    async def change(self, server: int, change: Callable[[ServerSettings], ServerSettings]) -> ServerSettings:
        """Change the settings as they are at this moment, and return what they are then.

        Raises:
            AwayError: the database is away, so nothing was changed.

        """
        async with self._turns.of(server):
            before = await self._repository.stored_settings(server)
            after = change(before)
            if after == before:
                return before
            await self._repository.save_settings(server, after)
            return after
