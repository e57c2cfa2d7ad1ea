"""Catalogue -> snapshots: a server's library is built whenever its documents change, and answers then."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.errors import AwayError, ContentError, StorageError
from bot.publishing.problems import LibraryProblem
from index import DocumentFile, DocumentsBuild, VerbatimError, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bot.state.catalog.entries import CatalogEntry
    from bot.state.repository import Repository
    from bot.storage.contents import ContentStore
    from index import BuildDone

log = logging.getLogger(__name__)

RETRY = 30.0
"""Seconds until what is away is tried again."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is, in texts; both are 0 while it waits for its turn."""

    embedded: int
    of: int


class Build(Protocol):
    """A build that was asked for."""

    @property
    def progress(self) -> tuple[int, int]:
        """Texts that are embedded, and texts to embed."""

    async def done(self) -> BuildDone:
        """Wait for its end; BuildError where there is no new index."""


class Builds(Protocol):
    """Where builds are asked for."""

    def submit(self, key: int, request: DocumentsBuild, /) -> Build:
        """Have an index built, one at a time of a key."""


class Answering(Protocol):
    """What answers from the snapshots."""

    async def ready(self) -> None:
        """Wait until the models are loaded."""

    async def renew(self, server: int | None) -> None:
        """Have what was built last answer."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How indexes of servers are built, and where."""

    place_of: Callable[[int], Path]
    """The folder of a server's index."""
    model: str
    cache: Path
    """The file of all vectors that were ever computed."""
    model_digest: Callable[[], str]
    """Known once the models are loaded."""


class Publisher:
    """Keeps snapshots to what the catalogue says; used on one loop.

    What a kill left undone is done at the next start, as all that is kept is what there should be.
    """

    def __init__(
        self,
        repository: Repository,
        contents: ContentStore,
        builds: Builds,
        answering: Answering,
        recipe: Recipe,
    ) -> None:
        self._repository = repository
        self._contents = contents
        self._builds = builds
        self._answering = answering
        self._recipe = recipe
        self._changed: dict[int, asyncio.Event] = {}
        """Servers whose libraries are not what they should be; each event tells that one is again."""
        self._dirty: set[int] = set()
        """Those of them that have changed since their building began."""
        self._arrived = asyncio.Event()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._building: dict[int, Build] = {}
        self._problems: dict[int, LibraryProblem] = {}
        self._task: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Publish what has changed since the last time, and whatever changes from now on."""
        self._repository.watch_catalog(self._hear)
        self._task = asyncio.create_task(self._work(), name="verbatim-publishing")

    async def close(self) -> None:
        """Stop; what is not done yet is done at the next start."""
        tasks = [*self._tasks.values(), *filter(None, [self._task])]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        for event in self._changed.values():
            event.set()

    def changed(self, server: int) -> None:
        """Publish a server's documents as they are by now."""
        self._changed.setdefault(server, asyncio.Event())
        self._dirty.add(server)
        self._arrived.set()

    def progress(self, server: int) -> Progress | None:
        """Say how far a server's library is; None where there is nothing to do."""
        if server in self._building:
            return Progress(*self._building[server].progress)
        return Progress(0, 0) if server in self._changed else None

    def problem(self, server: int) -> LibraryProblem | None:
        """Say why a server's library is not what it should be; None if it is."""
        return self._problems.get(server)

    async def wait(self, server: int) -> None:
        """Wait until a server's library is what it should be, or cannot be for now."""
        event = self._changed.get(server)
        if event is not None:
            await event.wait()

    def _hear(self, server: int, entries: tuple[CatalogEntry, ...]) -> None:
        """Publish what others are than were known, except where there is nothing and never was."""
        if entries or server in {*self._changed, *self._problems} or self._recipe.place_of(server).exists():
            self.changed(server)

    async def _work(self) -> None:
        await self._answering.ready()
        await self._catch_up()
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            for server in self._dirty - self._tasks.keys():
                self._tasks[server] = asyncio.create_task(self._keep(server))

    async def _catch_up(self) -> None:
        while True:
            try:
                servers = await self._repository.servers_with_entries()
            except AwayError:
                await asyncio.sleep(RETRY)
            else:
                break
        for server in servers:
            self.changed(server)

    async def _keep(self, server: int) -> None:
        """Publish a server's documents, again as long as they change meanwhile."""
        while server in self._dirty:
            self._dirty.discard(server)
            try:
                await self._publish(server)
            except (AwayError, StorageError) as error:
                reason = str(error) or "the database is away"
                log.warning("the library of server %d waits, trying again: %s", server, reason)
                await asyncio.sleep(RETRY)
                self._dirty.add(server)
            except VerbatimError as error:
                self._failed(server, LibraryProblem.of(error))
            except Exception:
                log.exception("the library of server %d cannot be published", server)
        del self._tasks[server]
        self._changed.pop(server).set()

    def _failed(self, server: int, problem: LibraryProblem) -> None:
        self._problems[server] = problem
        log.warning("the library of server %d stays as it was: %s", server, problem.text)

    async def _publish(self, server: int) -> None:
        entries = await self._repository.catalog(server)  # from memory, which has told of the change
        if entries is None:
            raise AwayError
        index = self._recipe.place_of(server)
        if not entries:
            self._problems.pop(server, None)
            if await asyncio.to_thread(index.exists):
                await asyncio.to_thread(shutil.rmtree, index, ignore_errors=True)
                await self._answering.renew(server)
            return
        files = await self._files(entries)
        lost = {each.article_name for each in entries} - files.keys()
        if not files:
            self._failed(server, LibraryProblem.all_lost())
            return
        wanted = {entry.article_name: entry.document for entry in entries if entry.article_name in files}
        there = await asyncio.to_thread(sources_of, index, model_digest=self._recipe.model_digest())
        if there != wanted:
            done = await self._build(server, index, files)
            lost |= done.skipped.keys()
            for reason in done.skipped.values():
                log.warning("a document of server %d is left out: %s", server, reason)
            await self._answering.renew(server)
        if lost:
            names = [entry.name for entry in entries if entry.article_name in lost]
            self._problems[server] = problem = LibraryProblem.some_lost(names)
            log.warning("the library of server %d is not whole: %s", server, problem.text)
        else:
            self._problems.pop(server, None)

    async def _build(self, server: int, index: Path, files: Mapping[str, Path]) -> BuildDone:
        request = DocumentsBuild(
            index=index,
            model=self._recipe.model,
            threads=1,  # the other cores are for answering
            cache=self._recipe.cache,
            documents=tuple(DocumentFile(name=name, file=file) for name, file in files.items()),
        )
        self._building[server] = build = self._builds.submit(server, request)
        try:
            done = await build.done()
        finally:
            del self._building[server]
        log.info(
            "the library of server %d is built: articles %d, sentences %d, embedded now %d",
            *(server, done.articles, done.sentences, done.embedded),
        )
        return done

    async def _files(self, entries: Iterable[CatalogEntry]) -> dict[str, Path]:
        """Find where the documents are stored; those that are lost are left out."""
        files = {}
        for entry in entries:
            with contextlib.suppress(ContentError):
                files[entry.article_name] = await self._contents.path(entry.document)
        return files
