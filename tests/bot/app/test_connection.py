"""Events that cannot be read, connections that break, and their end while the library computes."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
import pytest
import pytest_asyncio

from bot.app.connection import stay_connected
from bot.errors import DiscordError
from tests.bot.world import texts
from tests.loopback.fake_discord import TOKEN, FakeDiscord
from tests.loopback.process import logged, verbatim

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from tests.bot.discord_api import Json

QUESTION = "They met in her hometown?"
SECRET = "what somebody wrote"  # noqa: S105 - in an event that cannot be read
GONE = "error: Discord ended the connection (code 4010): please start the bot again"


@pytest_asyncio.fixture
async def fake_discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as server:
        yield server


class Breaking:
    """A client whose connection ends with one error after the other, then as if it was closed."""

    def __init__(self, errors: Iterable[Exception]) -> None:
        self.errors = list(errors)
        self.dropped = 0

    async def connect(self) -> None:
        if self.errors:
            raise self.errors.pop(0)

    async def drop(self) -> None:
        self.dropped += 1


async def test_a_break_is_one_line_and_the_connection_is_made_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = Breaking([KeyError(SECRET), ValueError(SECRET)])
    with caplog.at_level(logging.INFO), pytest.raises(DiscordError, match="ended the connection: please"):
        await stay_connected(client, pause=lambda: 0.0)
    assert client.dropped == 2
    assert caplog.messages == [
        f"the connection to Discord broke ({kind}): connecting again in 0.0 seconds"
        for kind in ("KeyError", "ValueError")
    ]


async def test_a_connection_that_breaks_again_and_again_is_given_up() -> None:
    client = Breaking(KeyError(SECRET) for _ in range(9))
    with pytest.raises(DiscordError, match=r"broke \(KeyError\): please start the bot again; if it breaks"):
        await stay_connected(client, pause=lambda: 0.0)
    assert client.dropped == 4


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (discord.LoginFailure("wrong"), "Discord refused the token"),
        (discord.GatewayNotFound(), "Discord cannot be reached"),  # type: ignore[no-untyped-call]
        (ConnectionResetError(), "Discord cannot be reached"),
        (discord.PrivilegedIntentsRequired(None), r"ended the connection \(code 4014\)"),
    ],
)
async def test_what_discord_py_could_not_mend_ends_at_once(error: Exception, sentence: str) -> None:
    client = Breaking([error])
    with pytest.raises(DiscordError, match=sentence):
        await stay_connected(client, pause=lambda: 0.0)
    assert client.dropped == 0


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("MESSAGE_CREATE", {"id": SECRET}),
        ("MESSAGE_UPDATE", [SECRET]),
        ("INTERACTION_CREATE", {"type": 3, "data": SECRET}),
        ("GUILD_CREATE", None),
    ],
)
async def test_an_event_that_cannot_be_read_is_left_out(
    tmp_path: Path, fake_discord: FakeDiscord, event: str, data: Json
) -> None:
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN) as process:
        await fake_discord.identified.wait()
        await fake_discord.dispatch(event, data)
        log = await logged(process, "left out an event")
        await fake_discord.say(QUESTION)
        answer = await fake_discord.request("POST", "channels/4000/messages")
        assert texts(answer["components"])[1].startswith("> They met in her hometown of Nara")
    assert f"left out an event from Discord that cannot be read: {event} (" in log.splitlines()[-1]
    assert SECRET not in log
    assert "Traceback" not in log


@pytest.mark.parametrize("frame", ['["no event"]', "{", '{"op":0,"t":"READY","s":9,"d":{}}', '{"op":10}'])
async def test_a_connection_that_breaks_is_made_again(
    tmp_path: Path, fake_discord: FakeDiscord, frame: str
) -> None:
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN) as process:
        await fake_discord.identified.wait()
        fake_discord.identified.clear()
        await fake_discord.send(frame)
        log = await logged(process, "the connection to Discord broke")
        await fake_discord.identified.wait()
        await fake_discord.say(QUESTION)
        answer = await fake_discord.request("POST", "channels/4000/messages")
        assert texts(answer["components"])[1].startswith("> They met in her hometown of Nara")
    assert "): connecting again in " in log.splitlines()[-1]
    assert "Traceback" not in log


async def test_its_end_while_the_library_computes_ends_the_process(
    tmp_path: Path, fake_discord: FakeDiscord
) -> None:
    async with verbatim(
        tmp_path, fake_discord.address, "slow", token=TOKEN, shutdown_seconds="0.5"
    ) as process:
        assert process.stdout is not None
        await fake_discord.identified.wait()
        await fake_discord.use("ask", question=QUESTION)
        assert await process.stdout.readline() == b"asking\n"
        await fake_discord.hang_up(4010)
        told = await fake_discord.request("PATCH", "messages/@original")
        assert texts(told["components"]) == [r"I am being restarted\: please ask again in a minute\."]
        async with asyncio.timeout(5):
            assert await process.wait() == 2
        assert process.stderr is not None
        *_, unfinished, last = (await process.stderr.read()).decode().splitlines()
    assert unfinished.endswith("left a computation unfinished")
    assert last == GONE


async def test_its_end_leaves_time_for_answers(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    async with verbatim(tmp_path, fake_discord.address, "slow", token=TOKEN) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        await fake_discord.identified.wait()
        await fake_discord.say(QUESTION)
        assert await process.stdout.readline() == b"asking\n"
        await fake_discord.hang_up(4010)
        await logged(process, "run: stopping")
        process.stdin.write(b"go on\n")
        answer = await fake_discord.request("POST", "channels/4000/messages")
        assert texts(answer["components"])[1].startswith("> They met in her hometown of Nara")
        _, err = await process.communicate()
    assert process.returncode == 2
    assert err.decode().splitlines()[-1] == GONE
