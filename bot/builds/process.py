"""The process that builds indexes: started when it is needed, and again after it died or hung."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from typing import TYPE_CHECKING, Any, TypeVar

from bot.builds.liveness import Patience, Watch
from bot.errors import ProcessDiedError
from index import BuildProgress, read_build_reply

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Coroutine, Sequence

    from index import BuildDone, BuildFailed, DocumentsBuild, FolderBuild

_T = TypeVar("_T")

COMMAND = (sys.executable, "-m", "index.builds")
_LONGEST_LINE = 2**24
"""Bytes of what the process says at a time."""
_KILLED_WITHIN = 5.0
"""Seconds until a killed process has ended, unless the system itself hangs at what it does for it."""


class BuilderProcess:
    """Builds one index at a time.

    Args:
        command: starts the process.
        patience: how long the process may say nothing.

    """

    def __init__(self, command: Sequence[str] = COMMAND, *, patience: Patience = Patience()) -> None:  # noqa: B008 - it is frozen
        self._command = command
        self._patience = patience
        self._process: Process | None = None

    async def build(
        self, request: DocumentsBuild | FolderBuild, progress: Callable[[int, int], None]
    ) -> BuildDone | BuildFailed:
        """Build an index; `progress` is called with (texts embedded, texts to embed).

        Raises:
            ProcessDiedError: the process cannot be started, or ended before it was done, or was ended as it
                hung; the next build has a new one.

        """
        try:
            outcome = await self._outcome(request, progress)
        except (OSError, ValueError) as error:  # the pipe broke, or it says what this version does not know
            await self.close(0)
            raise ProcessDiedError(str(error)) from error
        except ProcessDiedError:
            await self.close(0)
            raise
        except BaseException:
            self._kill()
            raise
        if outcome is None:
            assert self._process is not None  # noqa: S101 - it has just ended what it says
            code = await self._process.wait()
            self._process = None
            raise ProcessDiedError(f"exit code {code}")
        return outcome

    async def close(self, timeout: float) -> None:  # noqa: ASYNC109 - the bound is part of what closing means
        """End the process, at the latest after so many seconds."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                await process.wait()
                return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_KILLED_WITHIN):
                await process.wait()

    @property
    def pid(self) -> int | None:
        """The number of the process, if there is one."""
        return self._process.pid if self._process is not None else None

    async def _outcome(
        self, request: DocumentsBuild | FolderBuild, progress: Callable[[int, int], None]
    ) -> BuildDone | BuildFailed | None:
        """Ask for an index and hear how it goes; None if the process ends before it is done."""
        if self._process is None:
            pipe = asyncio.subprocess.PIPE
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, limit=_LONGEST_LINE
            )
        writer, reader, pid = self._process.stdin, self._process.stdout, self._process.pid
        assert writer is not None  # noqa: S101 - both are pipes
        assert reader is not None  # noqa: S101
        writer.write(request.model_dump_json().encode() + b"\n")
        await self._watched(writer.drain(), pid)
        while line := await self._watched(reader.readline(), pid):
            reply = read_build_reply(line)
            if not isinstance(reply, BuildProgress):
                return reply
            progress(reply.embedded, reply.of)
        return None

    async def _watched(self, talk: Coroutine[Any, Any, _T], pid: int) -> _T:
        """Wait until the process has heard or said something; ProcessDiedError if it hangs."""
        watch, talking = Watch(pid, self._patience, time.monotonic), asyncio.create_task(talk)
        try:
            while not (await asyncio.wait({talking}, timeout=self._patience.look))[0]:
                hung = watch.why_hung()
                if hung is not None:
                    raise ProcessDiedError(f"it was ended, as {hung}")
            return talking.result()
        finally:
            talking.cancel()

    def _kill(self) -> None:
        """End the process now; what it would still say is of no build any more."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
