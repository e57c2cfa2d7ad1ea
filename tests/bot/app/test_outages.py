"""Answers that are ready while Discord takes none."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest

from tests.bot.world import texts
from tests.loopback.fake_discord import TOKEN, FakeDiscord, json_response
from tests.loopback.process import logged, verbatim

if TYPE_CHECKING:
    from pathlib import Path

    from aiohttp import web

    from tests.bot.discord_api import Json

QUESTION = "They met in her hometown?"
NARA = "> They met in her hometown of Nara"


class Failing(FakeDiscord):
    """Takes messages and answers only after so many tries, and says so wrongly of the first one."""

    def __init__(self, failures: int, *, cut: bool) -> None:
        super().__init__()
        self.failures = failures
        self.cut = cut
        self.messages: dict[str, Json] = {}
        """New messages by their nonce, as Discord makes only one of each."""

    def respond(self, method: str, path: str, body: Json) -> web.StreamResponse:
        answer = super().respond(method, path, body)
        if method == "POST" and path.endswith("/messages"):
            assert body["enforce_nonce"]
            self.messages[body["nonce"]] = body
        elif not path.endswith("@original"):
            return answer
        if not self.failures:
            return answer
        self.failures -= 1
        if self.cut:
            raise asyncio.CancelledError  # the connection ends without an answer
        return json_response({"message": "503: Service Unavailable", "code": 0}, status=503)


@pytest.mark.parametrize("cut", [False, True])
async def test_a_reply_is_sent_again_and_stands_there_once(tmp_path: Path, cut: bool) -> None:  # noqa: FBT001 - a parameter
    async with (
        Failing(2, cut=cut) as discord,
        verbatim(tmp_path, discord.address, token=TOKEN) as process,
    ):
        await discord.identified.wait()
        await discord.say(QUESTION)
        log = await logged(process, "sent a reply after")
        (message,) = discord.messages.values()
    assert texts(message["components"])[1].startswith(NARA)
    assert log.count("could not send a reply yet, trying again") == 1
    assert "Traceback" not in log


async def test_an_answer_to_a_command_is_sent_again(tmp_path: Path) -> None:
    async with (
        Failing(2, cut=True) as discord,
        verbatim(tmp_path, discord.address, token=TOKEN) as process,
    ):
        await discord.identified.wait()
        await discord.use("ask", question=QUESTION)
        log = await logged(process, "sent a reply after")
        for _ in range(3):
            shown = await discord.request("PATCH", "messages/@original")
            assert texts(shown["components"])[1].startswith(NARA)
    assert log.count("could not send a reply yet, trying again: ServerDisconnectedError") == 1
    assert "Traceback" not in log


async def test_stopping_waits_for_them_as_long_as_it_may(tmp_path: Path) -> None:
    async with (
        Failing(99, cut=True) as discord,
        verbatim(tmp_path, discord.address, token=TOKEN, shutdown_seconds="1") as process,
    ):
        await discord.identified.wait()
        await discord.use("ask", question=QUESTION)
        await logged(process, "could not send a reply yet")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            _, err = await process.communicate()
    assert process.returncode == 0
    log = err.decode()
    assert "some replies could not be sent in 1 seconds" in log
    assert "Traceback" not in log
