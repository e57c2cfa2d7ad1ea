"""The host's folder is watched: what is written there is answered from, without a restart."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from bot.publishing.host_folder import HostFolder
from index import Part, SnapshotError, build
from tests.faults.bot import until
from tests.toy import ToyEncoder

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
        self.write("drums.txt", "The drums are loud.")
        build(self.articles, self.index, encoder=ToyEncoder())

    def write(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, encoding="utf-8")

    async def build(self) -> None:
        await asyncio.to_thread(build, self.articles, self.index, encoder=ToyEncoder())

    async def renew(self) -> None:
        self.renewed.set()
        if self.failure is not None:
            raise self.failure

    def names(self) -> list[str]:
        return [article.name for article in Part.open(self.index).articles]

    @contextlib.asynccontextmanager
    async def watching(self, *, articles: Path | None = None) -> AsyncIterator[None]:
        folder = HostFolder(articles or self.articles, self.index, self.build, self.renew, settled=200)
        task = asyncio.create_task(folder.watch())
        await asyncio.sleep(0.5)  # the system needs a moment until it tells of changes
        try:
            yield
            assert not task.done()
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


@pytest.fixture
async def bot(tmp_path: Path) -> Bot:
    return Bot(tmp_path)


async def test_what_is_written_is_indexed_and_answers(bot: Bot) -> None:
    async with bot.watching():
        bot.write("flutes.txt", "The flutes are soft.")
        await asyncio.wait_for(bot.renewed.wait(), SOON)
    assert bot.names() == ["drums.txt", "flutes.txt"]


async def test_what_is_deleted_answers_no_more(bot: Bot) -> None:
    bot.write("flutes.txt", "The flutes are soft.")
    async with bot.watching():
        (bot.articles / "drums.txt").unlink()
        await asyncio.wait_for(bot.renewed.wait(), SOON)
    assert bot.names() == ["flutes.txt"]


async def test_an_index_that_somebody_else_builds_is_noticed(bot: Bot) -> None:
    bot.write("flutes.txt", "The flutes are soft.")
    async with bot.watching(articles=bot.articles.with_name("elsewhere")):
        await bot.build()
        await asyncio.wait_for(bot.renewed.wait(), SOON)


async def test_an_article_that_cannot_be_read_leaves_the_old_index(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot.watching():
        (bot.articles / "broken.txt").write_bytes(b"a\0b")
        await until(lambda: "answering from the index as it was: broken.txt holds a NUL" in caplog.text)
    assert not bot.renewed.is_set()
    assert bot.names() == ["drums.txt"]


async def test_an_index_that_cannot_be_opened_is_said(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    bot.failure = SnapshotError("the index is damaged")
    async with bot.watching():
        bot.write("flutes.txt", "The flutes are soft.")
        await until(lambda: "answering from the index as it was: the index is damaged" in caplog.text)
    assert bot.renewed.is_set()
