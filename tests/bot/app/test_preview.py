"""`verbatim preview`: a page on this machine only, and a good end."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from pathlib import Path

import aiohttp
import simcord

from bot.access.rate_limits import RateLimiter
from bot.client import Client
from bot.interactions.services import Services
from bot.library.worker import LibraryWorker
from bot.state.repository import Repository
from tests.bot.doubles import WordLibrary
from tests.bot.shared_library import SharedLibrary
from tests.bot.world import texts

ROOT = Path(__file__).parents[3]


async def test_the_page_is_served_until_asked_to_stop(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(ROOT / "tests" / "loopback" / "driver.py"),
        "http://127.0.0.1:9",
        "words",
        "preview",
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        url = (await process.stdout.readline()).decode().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/#\S+", url)
        async with aiohttp.ClientSession() as session, session.get(url) as response:  # noqa: TID251 - own server
            assert response.status == 200
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0, err.decode()


async def test_a_question_is_answered_by_a_worker_that_was_opened_before_the_simulation() -> None:
    worker = LibraryWorker(SharedLibrary(WordLibrary), queue_size=2, batch_size=4, deadline=60.0)
    worker.open()
    repository = Repository.in_memory()
    client = Client(Services.of(worker, repository, RateLimiter(user_rate=9, server_rate=9)))
    async with repository, simcord.run(client, settle_timeout=65, check_errors=False) as env:
        server = env.create_guild("Reading room")
        channel = server.create_text_channel("questions")
        ada = server.add_member(env.create_user("ada"))
        asked = await ada.slash(channel, "ask", question="They met in her hometown?")
        assert asked.response is not None
        assert texts(asked.response.components)[1].startswith("> They met in her hometown of Nara")
    await worker.close(1)
