"""Builds that wait for their turn: one at a time for each key, and that of whoever waits longest first."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.builds.process import BuilderProcess
from bot.errors import BuildError, ClosingError, ProcessDiedError
from index import BuildFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from index import BuildDone, DocumentsBuild, FolderBuild

    Request = DocumentsBuild | FolderBuild

log = logging.getLogger(__name__)

IDLE_SECONDS = 300.0
"""After which the process, which holds the encoder in memory, is ended."""
_CLOSE_SECONDS = 5.0


class Build:
    """A build that was asked for."""

    def __init__(self, request: Request) -> None:
        self.request = request
        """The newest one, until it is built."""
        self.progress = (0, 0)
        """Texts embedded, and texts to embed; (0, 0) until that is known."""
        self._outcome: asyncio.Future[BuildDone | Exception] = asyncio.get_running_loop().create_future()

    async def done(self) -> BuildDone:
        """Wait for the end; any number may wait.

        Raises:
            BuildError: it failed; a sentence says why.
            ClosingError: the queue was closed before.

        """
        outcome = await asyncio.shield(self._outcome)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @property
    def ended(self) -> bool:
        """Whether it is done, or failed."""
        return self._outcome.done()

    def advance(self, embedded: int, of: int) -> None:
        """Note how far it is."""
        self.progress = (embedded, of)

    def end(self, outcome: BuildDone | Exception) -> None:
        """Note how it ended; the first one counts."""
        if not self._outcome.done():
            self._outcome.set_result(outcome)


class BuildQueue:
    """Has indexes built by processes, which are started when they are needed; made and used on one loop.

    Args:
        start: makes a process.
        processes: how many may build at a time.
        idle_seconds: after which a process that has nothing to do is ended.

    """

    def __init__(
        self,
        start: Callable[[], BuilderProcess] = BuilderProcess,
        *,
        processes: int = 1,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self._start = start
        self._processes = processes
        self._idle_seconds = idle_seconds
        self._waiting: dict[Hashable, Build] = {}
        """In the order of their turns."""
        self._building: dict[Hashable, Build] = {}
        self._arrived = asyncio.Event()
        self._workers: set[asyncio.Task[None]] = set()
        self._ending: set[asyncio.Task[None]] = set()
        """Workers that take no more builds."""
        self._closing = False
        self._close_seconds = _CLOSE_SECONDS

    def submit(self, key: Hashable, request: Request) -> Build:
        """Have an index built when it is its turn.

        Args:
            key: whose index it is. A request takes the place of an older one of the same key that waits, and
                comes after one that is being built.
            request: what is built.

        Raises:
            ClosingError: the queue takes no more builds.

        """
        if self._closing:
            raise ClosingError
        if key in self._waiting:
            self._waiting[key].request = request
        else:
            self._waiting[key] = Build(request)
        self._arrived.set()
        if len(self._workers) < min(self._processes, len(self._waiting) + len(self._building)):
            worker = asyncio.create_task(self._work(), name="verbatim-builds")
            self._workers.add(worker)
        return self._waiting[key]

    def latest(self, key: Hashable) -> Build | None:
        """Return the build of a key that waits, or else the one that is being built."""
        return self._waiting.get(key) or self._building.get(key)

    async def close(self, timeout: float = _CLOSE_SECONDS) -> None:  # noqa: ASYNC109 - it bounds the ending
        """Build no more, and end the processes, after so many seconds at the latest."""
        self._closing = True
        self._close_seconds = timeout
        for build in (*self._waiting.values(), *self._building.values()):
            build.end(ClosingError())
        self._waiting.clear()
        tasks = self._workers | self._ending
        for task in self._workers:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _work(self) -> None:
        process = self._start()
        try:
            while (found := await self._next()) is not None:
                await self._build(*found, process)
        finally:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101 - this is one
            self._workers.discard(task)
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
            await process.close(self._close_seconds)

    async def _next(self) -> tuple[Hashable, Build] | None:
        """Wait for a build that may begin; None if there was none for long."""
        while (found := self._first()) is None:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), self._idle_seconds)
            except TimeoutError:
                return self._first()
        return found

    def _first(self) -> tuple[Hashable, Build] | None:
        key = next((key for key in self._waiting if key not in self._building), None)
        if key is None:
            return None
        self._building[key] = build = self._waiting.pop(key)
        return key, build

    async def _build(self, key: Hashable, build: Build, process: BuilderProcess) -> None:
        try:
            outcome = await self._outcome(build, process)
        except Exception as error:
            log.exception("a build failed")
            outcome = BuildError(f"the index in {build.request.index} was not built: {error}")
        finally:
            del self._building[key]
            self._arrived.set()  # the next one of this key may begin
        build.end(outcome)

    async def _outcome(self, build: Build, process: BuilderProcess) -> BuildDone | BuildError:
        for again in (True, False):
            try:
                reply = await process.build(build.request, build.advance)
            except ProcessDiedError as error:
                log.warning("the process that builds %s died: %s", build.request.index, error)
                if not again:
                    return BuildError(
                        f"the index in {build.request.index} was not built: the process that builds died"
                        f" twice ({error}); see whether there is enough memory, and try again"
                    )
            else:
                return BuildError(reply.reason) if isinstance(reply, BuildFailed) else reply
        raise AssertionError("the second time returns")
