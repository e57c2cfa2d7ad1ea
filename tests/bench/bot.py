"""The bot's process as a benchmark sees it: its memory and its log."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.loopback.fake_discord import TOKEN
from tests.loopback.process import ROOT, started

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_SAMPLE = 0.05  # seconds


class BotProcess:
    """Its resident memory in MB now and at most, and what its log counts, since `begin`."""

    def __init__(self, pid: int, log: Path) -> None:
        self._statm = Path(f"/proc/{pid}/statm")
        self._log = log
        self._skip = 0
        self.before = self.peak = 0.0

    def begin(self) -> None:
        """Measure from now on."""
        self.before = self.peak = self.now
        self._skip = self._log.stat().st_size

    @property
    def now(self) -> float:
        """Its memory at this moment."""
        return int(self._statm.read_text().split()[1]) * _PAGE / 1e6

    def count(self, words: str) -> int:
        """Count the lines of its log that hold these words."""
        return sum(words in line for line in self._log.read_bytes()[self._skip :].decode().splitlines())

    async def watch(self) -> None:
        """Sample its memory until cancelled, or until it has ended."""
        with contextlib.suppress(OSError):
            while True:
                self.peak = max(self.peak, self.now)
                await asyncio.sleep(_SAMPLE)


@contextlib.asynccontextmanager
async def bot_process(home: Path, address: str, settings: Mapping[str, str]) -> AsyncIterator[BotProcess]:
    """Start the bot with the real library."""
    log = home / "log.txt"
    given = {"token": TOKEN, **settings}
    with log.open("wb") as file:
        async with started(home, address, "real", given, log=file) as process:
            bot = BotProcess(process.pid, log)
            bot.begin()
            watching = asyncio.create_task(bot.watch())
            try:
                yield bot
            finally:
                watching.cancel()


async def build_index(folder: Path) -> None:
    """Build the index of the seed article in `folder/index`."""
    env = {
        "PYTHONPATH": str(ROOT),
        "VERBATIM_ARTICLES": str(ROOT / "seeds"),
        "VERBATIM_INDEX": str(folder / "index"),
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "build", cwd=folder, env=env)
    if await process.wait():
        raise SystemExit("the index could not be built: see above")
