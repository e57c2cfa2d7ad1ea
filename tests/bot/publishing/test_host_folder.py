"""The host's folder is watched: what is written there is answered from, without a restart."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.publishing.host_folder import HostFolder
from index import Library, SnapshotError
from tests.conftest import ROOT
from tests.faults.bot import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SOON = 60.0


class Bot:
    """Stands for the bot: notes when it is told to answer from the newest index."""

    def __init__(self, folder: Path) -> None:
        self.articles, self.index = folder / "articles", folder / "index"
        self.articles.mkdir()
        self.renewed = asyncio.Event()
        self.failure: Exception | None = None

    def write(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, encoding="utf-8")

    def build(self) -> None:
        folders = ("--articles", str(self.articles), "--index", str(self.index))
        command = [sys.executable, "-m", "index", "build", *folders]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    async def renew(self) -> None:
        self.renewed.set()
        if self.failure is not None:
            raise self.failure

    @contextlib.asynccontextmanager
    async def watching(self, *, articles: Path | None = None) -> AsyncIterator[None]:
        folder = HostFolder(articles or self.articles, self.index, self.renew, settled=200)
        task = asyncio.create_task(folder.watch())
        await asyncio.sleep(1)  # the system needs a moment until it tells of changes
        try:
            yield
            assert not task.done()
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


@pytest.fixture
async def bot(tmp_path: Path) -> Bot:
    bot = Bot(tmp_path)
    bot.write("drums.txt", "The drums are loud.")
    await asyncio.to_thread(bot.build)
    return bot


async def test_what_is_written_is_indexed_and_answers(bot: Bot) -> None:
    async with bot.watching():
        bot.write("flutes.txt", "The flutes are soft.")
        await asyncio.wait_for(bot.renewed.wait(), SOON)
    Library.check(bot.index)
    assert len(list(bot.index.glob("snapshot-*"))) == 1


@pytest.mark.slow
async def test_an_index_that_somebody_else_builds_is_noticed(bot: Bot) -> None:
    bot.write("flutes.txt", "The flutes are soft.")
    async with bot.watching(articles=bot.articles.with_name("elsewhere")):
        await asyncio.to_thread(bot.build)
        await asyncio.wait_for(bot.renewed.wait(), SOON)


@pytest.mark.slow
async def test_an_article_that_cannot_be_read_leaves_the_old_index(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot.watching():
        (bot.articles / "broken.txt").write_bytes(b"a\0b")
        await until(lambda: "answering from the index as it was: broken.txt holds a NUL" in caplog.text)
    assert not bot.renewed.is_set()


@pytest.mark.slow
async def test_an_index_that_cannot_be_opened_is_said(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    bot.failure = SnapshotError("the index is damaged")
    async with bot.watching():
        bot.write("flutes.txt", "The flutes are soft.")
        await until(lambda: "answering from the index as it was: the index is damaged" in caplog.text)
    assert bot.renewed.is_set()
