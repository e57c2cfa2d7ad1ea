"""What people and forgers type and press, at the edges: a response in words, and nothing unforeseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.faults.bot import command_of, mention, running, said, somebody, until
from tests.faults.events import pressed
from tests.loopback.payloads import interaction, press_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.bot.discord_api import Json
    from tests.faults.bot import Bot

pytestmark = pytest.mark.asyncio(loop_scope="module")
LENGTHS = (0, 1, 2, 101, 301, 501, 1001, 6000)
TEXTS = {
    "letters": "a",
    "backticks": "`",
    "growing backticks": "".join("`" * run + " " for run in range(1, 110)),
    "drums": "🥁",
    "spaces": " ",
    "pings": "@everyone <@2000> ",
}
IDS = [
    f"answer:up:{number}:0:0:0"
    for number in ("0", "7fffffffffffffff", "8000000000000000", "f" * 16, "f" * 40, "-1")
] + [
    "answer:next:1:99:0:0",
    "answer:up",
    "answer:unheard-of:1:0:0:0",
    "page:words:last:999999999::",
    "page:words:last:9999999999::",
    "gaps:clear:9999",
    "settings:private:on:999999",
    "settings:private:choose:0",
    "forget-me:maybe",
    "library:page:9999:0",
    "library:libraries:0:0",
    "library:remove_now:0:7fffffffffffffff",
    "library:channels:0:1",
    "library:rename:0:1",
    "draft:confirm:0",
    "aliases:9999",
    "aliases:-1",
    "\0",
    "x" * 100,
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    folder: Path = tmp_path_factory.mktemp("inputs")
    async with running(folder, server_rate="1000000", queue_size="1000") as bot:
        yield bot


async def responds(bot: Bot, made: Json) -> None:
    assert said(await bot.discord.ask(made, seconds=10))
    assert not bot.discord.problems
    bot.holds()


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(
    ("command", "option"),
    [("ask", "question"), ("ask", "article"), ("lookup", "text"), ("lookup", "article"), ("read", "article")],
)
async def test_an_option_of_any_length_gets_a_response(
    bot: Bot, command: str, option: str, length: int
) -> None:
    needed = {"ask": {"question": "Where did they meet?"}, "lookup": {"text": "drum"}, "read": {}}[command]
    for text in TEXTS.values():
        typed = (text * length)[:length]
        await responds(bot, command_of(command, **{**needed, option: typed}))


@pytest.mark.parametrize("text", TEXTS)
async def test_a_message_of_any_length_gets_a_reply(bot: Bot, text: str) -> None:
    for length in (1, 301, 501, 2000, 4000):
        before = len(bot.discord.messages)
        await bot.discord.dispatch("MESSAGE_CREATE", mention((TEXTS[text] * length)[:length]))
        await until(lambda before=before: len(bot.discord.messages) > before)  # type: ignore[misc]
    assert not bot.discord.problems
    bot.holds()


@pytest.mark.parametrize("custom_id", IDS)
@pytest.mark.parametrize("kind", [2, 3])
async def test_a_forged_id_gets_a_response(bot: Bot, custom_id: str, kind: int) -> None:
    data = press_of(custom_id) | {"component_type": kind, "values": []}
    shown = pressed(custom_id, kind, [], 1 << 15)
    sent = await bot.discord.ask(interaction(3, data, by=somebody(), message=shown), seconds=10)
    assert sent.in_time, bot.tail
    bot.holds()
