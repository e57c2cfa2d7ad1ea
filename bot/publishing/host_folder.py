"""The host's folder: when its articles change they are indexed anew, and what was indexed answers."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
from typing import TYPE_CHECKING

import watchfiles

from index import SnapshotError

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
_NICENESS = 10
"""How much the bot comes before building."""
_PAUSE = 60.0
"""Seconds until a folder that cannot be watched is tried again."""


class HostFolder:
    """Watches the articles and their index, whoever builds it.

    Args:
        articles: the folder of articles; there may be none where the index is built elsewhere.
        index: the folder of their index.
        renew: has the newest snapshot answer from now on; SnapshotError if it cannot.
        settled: milliseconds without a change after which articles count as written.

    """

    def __init__(
        self,
        articles: Path,
        index: Path,
        renew: Callable[[], Awaitable[None]],
        *,
        settled: int = SETTLED,
    ) -> None:
        self._articles = articles.absolute()
        self._index = index.absolute()
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
            log.info("articles have changed, building the index anew: %s", ", ".join(names[:5]))
            await self._build()

    async def _watch_index(self) -> None:
        async for changed in self._changes(self._index):
            if any(path.endswith(f"/{_POINTER}") for path in changed):
                try:
                    await self._renew()
                except SnapshotError as error:
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
            except OSError as error:
                log.debug("cannot watch %s: %s", folder, error)
            await asyncio.sleep(_PAUSE)

    async def _build(self) -> None:
        """Build the index in a process of its own, as `verbatim build` does."""
        with tempfile.TemporaryFile() as said:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "index", "build"),
                *("--articles", str(self._articles), "--index", str(self._index)),
                stdout=asyncio.subprocess.DEVNULL,
                stderr=said,
            )
            try:
                os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
                await process.wait()
            finally:
                if process.returncode is None:
                    process.terminate()
                    await process.wait()
            if process.returncode:
                said.seek(0)
                lines = said.read().decode("utf-8", "replace").strip()
                reason = lines.rpartition("\n")[2].removeprefix("error: ")
                log.warning("answering from the index as it was: %s", reason)
