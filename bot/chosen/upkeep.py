"""Takes away what was chosen of articles that have changed since, or are gone; nobody is shown it anyway."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.access.reach import is_of_a_server
from bot.errors import AwayError
from bot.library.interface import SHARED
from bot.state.records import GapReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.interactions.services import Services
    from bot.state.catalog.entries import CatalogEntry

log = logging.getLogger(__name__)


class Upkeep:
    """Looks at a server whenever its documents change, and at all servers when it is told to."""

    def __init__(self, services: Services) -> None:
        self._worker = services.worker
        self._repository = services.repository
        self._looking: set[asyncio.Task[None]] = set()
        self._open = False

    def open(self) -> None:
        """Look at servers from now on."""
        self._open = True
        self._repository.watch_catalog(self._changed)

    async def close(self) -> None:
        """Look no more."""
        self._open = False
        for task in self._looking:
            task.cancel()
        if self._looking:
            await asyncio.wait(self._looking)

    async def look_through(self) -> None:
        """Look at all servers; at what is chosen of the host's articles once their library is loaded."""
        try:
            for server in await self._repository.chosen.servers():
                await self._look_at(server)
        except AwayError:
            log.debug("chosen answers were not looked through: the database is away")

    def _changed(self, server: int, _: tuple[CatalogEntry, ...]) -> None:
        if self._open:
            task = asyncio.create_task(self._look_again(server), name="verbatim-chosen")
            self._looking.add(task)
            task.add_done_callback(self._looking.discard)

    async def _look_again(self, server: int) -> None:
        try:
            await self._look_at(server)
        except AwayError:
            log.debug("chosen answers were not looked at: the database is away")

    async def _look_at(self, server: int) -> None:
        """Remove what is not there as it was, and list its questions as gaps where the server keeps those."""
        digests = await self._digests(server)
        stale = {
            each.id
            for each in await self._repository.chosen.of(server)
            if is_of_a_server(each.article) in digests
            and digests[is_of_a_server(each.article)].get(each.article) != each.digest
        }
        if not stale:
            return
        removed = await self._repository.chosen.remove(server, stale)
        log.info("chosen answers of server %d removed, as their articles changed: %d", server, len(removed))
        settings = await self._repository.settings(server)
        if settings.gaps:
            for answer in removed:
                await self._repository.add_gap(server, answer.question, GapReason.CHANGED)

    async def _digests(self, server: int) -> dict[bool, Mapping[str, str]]:
        """Return the digests of the server's documents (True) and of the host's articles, as far as known."""
        known: dict[bool, Mapping[str, str]] = {}
        entries = await self._repository.catalog(server)
        if entries is not None:
            known[True] = {entry.article_name: entry.text for entry in entries}
        shared = self._worker.held(SHARED)
        if shared is not None:
            known[False] = {article.name: article.digest for article in shared.catalog.articles}
        return known
