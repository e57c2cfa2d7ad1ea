"""The host's folder: when its articles change they are indexed anew, and what was indexed answers."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import watchfiles

from index import VerbatimError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

log = logging.getLogger(__name__)

SETTLED = 2_000
"""Milliseconds without a change after which articles count as written."""
_MOST = 10
"""After so many times as long they count as written all the same."""
_POINTER = "CURRENT"
"""The file of an index that names the snapshot in use."""
_NAMED = 5
"""Changed files that the log names, at most."""
_PAUSE = 60.0
"""Seconds until a folder that cannot be watched is tried again."""


class HostFolder:
    """Watches the articles and their index, whoever builds it.

    Args:
        articles: the folder of articles; there may be none where the index is built elsewhere.
        index: the folder of their index.
        build: builds the index anew; VerbatimError if it cannot.
        renew: has the newest index answer from now on; VerbatimError if it cannot.
        settled: milliseconds without a change after which articles count as written.

    """

    def __init__(
        self,
        articles: Path,
        index: Path,
        build: Callable[[], Awaitable[object]],
        renew: Callable[[], Awaitable[None]],
        *,
        settled: int = SETTLED,
    ) -> None:
        self._articles = articles.absolute()
        self._index = index.absolute()
        self._build = build
        self._renew = renew
        self._settled = settled

    async def watch(self) -> None:
        """Watch until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch_articles())
            group.create_task(self._watch_index())

    async def _watch_articles(self) -> None:
        async for changed in self._changes(self._articles):
            names = sorted({path.rpartition("/")[2] for path in changed})
            log.info("articles have changed, building the index anew: %s", ", ".join(names[:_NAMED]))
            try:
                await self._build()
            except VerbatimError as error:
                log.warning("answering from the index as it was: %s", error)

    async def _watch_index(self) -> None:
        async for changed in self._changes(self._index):
            if any(path.endswith(f"/{_POINTER}") for path in changed):
                try:
                    await self._renew()
                except VerbatimError as error:
                    log.warning("answering from the index as it was: %s", error)
                else:
                    log.info("answering from the new index in %s", self._index)

    async def _changes(self, folder: Path) -> AsyncIterator[set[str]]:
        """Yield the paths that changed in a folder, as soon as it is there."""
        while True:
            try:
                async for changes in watchfiles.awatch(
                    folder, recursive=False, step=self._settled, debounce=_MOST * self._settled
                ):
                    yield {path for _, path in changes}
            except (OSError, RuntimeError) as error:  # the latter is watchfiles' own
                log.debug("cannot watch %s: %s", folder, error)
            await asyncio.sleep(_PAUSE)
