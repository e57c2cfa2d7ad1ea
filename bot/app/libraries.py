"""The settings -> libraries that are open, and kept to what the articles and the catalogue say."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from functools import partial
from typing import TYPE_CHECKING

from bot.builds.queue import BuildQueue
from bot.library.open_libraries import OpenLibraries
from bot.library.snapshots import IndexSnapshots
from bot.library.worker import LibraryWorker
from bot.publishing.host_folder import HostFolder
from bot.publishing.publisher import Publisher, Recipe
from index import FolderBuild, models_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.app.config import Settings
    from bot.state.repository import Repository
    from bot.storage.contents import ContentStore
    from index import Models, Part

log = logging.getLogger(__name__)

_GOODBYE = 1.0
"""Seconds that a build may take to end; what it has embedded is kept."""
VECTORS = "vectors.db"
"""In the folder of the servers' indexes."""
_HOST = "host"
"""The key of the builds of the host's folder; servers' are their ids."""


class Libraries:
    """All that makes, keeps and opens libraries; made and used on one loop."""

    def __init__(
        self,
        settings: Settings,
        repository: Repository,
        contents: ContentStore,
        *,
        folder: Path | None = None,
        models: Callable[[], Models] | None = None,
    ) -> None:
        self._settings = settings
        self._folder = (folder or settings.libraries).absolute()
        snapshots = IndexSnapshots(
            models or partial(models_for, settings, say=_say),
            shared=settings.index_folder,
            folder=self._folder,
        )
        opened: OpenLibraries[Part] = OpenLibraries(snapshots, budget=settings.library_memory_mib * 2**20)
        self.worker = LibraryWorker(
            opened,
            queue_size=settings.queue_size,
            batch_size=settings.batch_size,
            deadline=settings.deadline_seconds,
        )
        self._builds = BuildQueue()
        recipe = Recipe(
            place_of=snapshots.place_of,
            model=settings.model,
            cache=self._folder / VECTORS,
            model_digest=lambda: snapshots.models.encoder.digest,
        )
        self.publisher = Publisher(repository, contents, self._builds, self.worker, recipe)

    @contextlib.asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Keep them to what the articles and the catalogue say, as long as the block runs."""
        self.publisher.open()
        host = HostFolder(
            self._settings.articles,
            self._settings.index_folder,
            self._build,
            partial(self.worker.renew, None),
        )
        watching = asyncio.create_task(host.watch(), name="verbatim-host-folder")
        try:
            yield
        finally:
            watching.cancel()
            await asyncio.wait({watching})
            await self.publisher.close()
            await self._builds.close(_GOODBYE)

    async def _build(self) -> None:
        request = FolderBuild(
            index=self._settings.index_folder.absolute(),
            model=self._settings.model,
            threads=1,
            cache=self._folder / VECTORS,
            folder=self._settings.articles.absolute(),
            max_bytes=self._settings.max_article_bytes,
        )
        await self._builds.submit(_HOST, request).done()


def _say(sentence: str) -> None:
    log.warning("%s", sentence)
