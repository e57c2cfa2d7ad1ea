"""`verbatim run` as a process of its own, which is connected to a pretended Discord."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Mapping
    from typing import IO

ROOT = Path(__file__).parents[2]
STUCK = 120  # seconds after which a test is given up
PIPE = asyncio.subprocess.PIPE


@asynccontextmanager
async def verbatim(
    folder: Path, address: str, library: str = "words", **settings: str
) -> AsyncIterator[Process]:
    """Start `verbatim run` in a folder with these settings and no others, for as long as a test may take."""
    async with started(folder, address, library, settings) as process, asyncio.timeout(STUCK):
        yield process


@asynccontextmanager
async def started(
    folder: Path, address: str, library: str, settings: Mapping[str, str], *, log: int | IO[bytes] = PIPE
) -> AsyncIterator[Process]:
    """Start `verbatim run`; it ends with the context.

    Args:
        folder: where it runs and keeps its state.
        address: the pretended Discord's.
        library: see `driver.py`.
        settings: by their names without `VERBATIM_`.
        log: where its stderr goes.

    """
    env = {"PYTHONPATH": str(ROOT)}
    env |= {f"VERBATIM_{name.upper()}": value for name, value in settings.items()}
    driver = str(ROOT / "tests" / "loopback" / "driver.py")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        driver,
        address,
        library,
        "run",
        cwd=folder,
        env=env,
        stdin=PIPE,
        stdout=PIPE,
        stderr=log,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def logged(process: Process, words: str) -> str:
    """Read the log as far as the line that holds these words."""
    assert process.stderr is not None
    log = ""
    while words not in log:
        line = await process.stderr.readline()
        assert line, log
        log += line.decode()
    return log
