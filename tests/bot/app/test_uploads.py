"""The real process on a pretended Discord: a file is uploaded and asked, and survives a kill."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.i18n.words import words_for
from bot.ui.markdown import unescape
from index import build
from tests.bot.world import ids, texts
from tests.conftest import SEEDS
from tests.loopback.fake_discord import TOKEN, FakeDiscord
from tests.loopback.payloads import interaction
from tests.loopback.process import logged, started

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from index import Encoder
    from tests.bot.discord_api import Json

GUIDE = "# The chess club\n\nAdults pay twelve euros a month. We meet in the old mill.\n"
QUESTION = "how much do adults pay"
BOOK = 1_200
"""Sentences that take the process some time to embed."""
PATIENCE = 600


class UploadsDiscord(FakeDiscord):
    """Has files that people uploaded."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, bytes] = {}
        self._runner.app.router.add_get("/files/{name}", self._serve_file)

    async def _serve_file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])

    async def upload(self, name: str, content: str) -> None:
        """Have Ada use `/library` with a file."""
        self.files[name] = content.encode()
        file = {
            "id": "9001",
            "filename": name,
            "size": len(self.files[name]),
            "url": f"{self.address}/files/{name}",
            "proxy_url": f"{self.address}/files/{name}",
        }
        options = [{"name": "file", "type": 11, "value": file["id"]}]
        data = {"id": "6000", "name": "library", "type": 1, "options": options}
        resolved = {"attachments": {file["id"]: file}}
        await self.dispatch("INTERACTION_CREATE", interaction(2, data | {"resolved": resolved}))

    async def until(self, words: str) -> Json:
        """Return the first card from now on that says something."""
        while True:
            card = await self.request("PATCH", "messages/@original")
            if words in unescape(" ".join(texts(card["components"]))):
                return card["components"]

    async def confirm(self) -> None:
        """Have Ada confirm what was understood."""
        card = await self.until("Adults pay")
        (confirming,) = [each for each in ids(card) if each.startswith("draft:confirm:")]
        await self.press(confirming, card)

    async def answer(self) -> str:
        """Have Ada ask, and return what she reads; other cards are about what was uploaded."""
        await self.use("ask", question=QUESTION)
        while QUESTION not in (said := " ".join(await self.shown())):
            pass
        return said


@pytest.fixture
async def discord() -> AsyncIterator[UploadsDiscord]:
    async with UploadsDiscord() as discord:
        yield discord


@contextlib.asynccontextmanager
async def running(folder: Path, discord: UploadsDiscord) -> AsyncIterator[asyncio.subprocess.Process]:
    settings = {"token": TOKEN, "articles": str(SEEDS), "index": str(folder / "index"), "reader": "off"}
    async with started(folder, discord.address, "real", settings) as process, asyncio.timeout(PATIENCE):
        await discord.identified.wait()
        discord.identified.clear()
        yield process


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the process that builds gives way as Linux has it")
async def test_a_file_is_uploaded_asked_and_survives_a_kill(
    tmp_path: Path, discord: UploadsDiscord, encoder: Encoder
) -> None:
    build(SEEDS, tmp_path / "index", encoder=encoder)
    ready = unescape(words_for("en").say("library-ready")).split("{")[0]
    async with running(tmp_path, discord):
        await discord.upload("club.md", GUIDE)
        await discord.confirm()
        await discord.until(ready)
        assert "Adults pay twelve euros a month" in await discord.answer()

        book = "".join(f"On day {day} there were {day * 7} people.\n\n" for day in range(BOOK))
        await discord.upload("book.md", GUIDE.replace("twelve", "fifteen") + book)
        await discord.confirm()
        await discord.until("%")
        assert "Adults pay twelve euros a month" in await discord.answer()  # while the book is embedded
    async with running(tmp_path, discord) as process:
        await logged(process, "is built: articles 2")
        assert "Adults pay twelve euros a month" in await discord.answer()
        await discord.use("lookup", text="fifteen")
        assert "Adults pay **fifteen** euros" in unescape(" ".join(await discord.shown()))
