"""Whatever ends the connection to Discord: the bot goes on, or ends in good time and says so."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.faults.bot import QUOTE, STUCK, question, running, said
from tests.loopback.crowd import all_done

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.faults.bot import Bot

PASSING = [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009]
FINAL = [4004, 4010, 4011, 4012, 4013, 4014]
PASSED_OVER = {
    "without op": "{}",
    "op unknown": '{"op":99,"d":null,"s":null,"t":null}',
    "op a word": '{"op":"x","d":null,"s":null,"t":null}',
    "event without name": '{"op":0,"d":{},"s":1,"t":null}',
    "event without data": '{"op":0,"s":1,"t":"MESSAGE_CREATE"}',
    "sequence a word": '{"op":0,"d":{},"s":"x","t":"TYPING_START"}',
}
BREAKING = {
    "no JSON": "{{{",
    "nested": "[" * 100_000,
    "a list": "[]",
    "a number": "5",
    "null": "null",
    "hello again, null": '{"op":10,"d":null,"s":null,"t":null}',
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    async with running(tmp_path_factory.mktemp("connection")) as bot:
        yield bot


async def back(bot: Bot) -> None:
    """Wait until it has connected again."""
    async with asyncio.timeout(STUCK):
        await bot.discord.identified.wait()
    await bot.goes_on()
    bot.holds()


@pytest.mark.parametrize("code", PASSING)
@pytest.mark.asyncio(loop_scope="module")
async def test_it_connects_again_when_the_gateway_closes(bot: Bot, code: int) -> None:
    await bot.discord.hang_up(code)
    await back(bot)


@pytest.mark.asyncio(loop_scope="module")
async def test_it_connects_again_after_a_reset(bot: Bot) -> None:
    bot.discord.reset_gateway()
    await back(bot)


@pytest.mark.parametrize(("op", "data"), [(7, None), (9, True), (9, False)])
@pytest.mark.asyncio(loop_scope="module")
async def test_it_connects_again_when_it_is_told_to(bot: Bot, op: int, data: object) -> None:
    await bot.discord.send_op(op, data)
    await back(bot)


@pytest.mark.parametrize("name", PASSED_OVER)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_frame_that_is_none_of_discords_is_passed_over(bot: Bot, name: str) -> None:
    await bot.discord.send(PASSED_OVER[name])
    await bot.goes_on()
    bot.holds()


@pytest.mark.parametrize("name", ["nested"])
async def test_it_connects_again_after_a_frame_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    await survives(tmp_path, BREAKING[name])


@pytest.mark.faults
@pytest.mark.parametrize("name", [name for name in BREAKING if name != "nested"])
async def test_it_connects_again_whatever_cannot_be_read(tmp_path: Path, name: str) -> None:
    await survives(tmp_path, BREAKING[name])


async def survives(folder: Path, frame: str) -> None:
    """Send a frame to a bot of its own, as it ends after five breaks in a short time."""
    async with running(folder) as bot:
        bot.discord.identified.clear()
        await bot.discord.send(frame)
        await bot.lives()
        bot.holds()


@pytest.mark.faults
async def test_it_ends_where_it_breaks_again_and_again(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        for _ in range(5):
            async with asyncio.timeout(STUCK):
                await bot.discord.identified.wait()
            bot.discord.identified.clear()
            await bot.discord.send("{{{")
        assert await bot.ended(within=10) == 2
        assert bot.log.splitlines()[-1].startswith("error: the connection to Discord broke")
        bot.holds()


@pytest.mark.parametrize("code", [1001, 4000])
async def test_what_is_computed_meanwhile_is_answered(tmp_path: Path, code: int) -> None:
    async with running(tmp_path, "slow") as bot:
        (asked,) = await bot.discord.interact([question()])
        await bot.doing("asking")
        await bot.discord.hang_up(code)
        async with asyncio.timeout(STUCK):
            await bot.discord.identified.wait()
        bot.go_on()
        await all_done([asked], seconds=30)
        assert QUOTE in said(asked)


async def ends(folder: Path, code: int) -> None:
    """Close the connection for good while something is computed that never ends."""
    async with running(folder, "slow", shutdown_seconds="1") as bot:
        (asked,) = await bot.discord.interact([question()])
        await bot.doing("asking")
        await bot.discord.hang_up(code)
        assert await bot.ended(within=10) == 2
        last = bot.log.splitlines()[-1]
        assert last.startswith("error: Discord")
        assert "token" in last if code == 4004 else str(code) in last
        assert "I am being restarted" in said(asked)
        bot.holds()


@pytest.mark.parametrize("code", [4004, 4014])
async def test_it_ends_with_a_computation_when_the_connection_is_over(tmp_path: Path, code: int) -> None:
    await ends(tmp_path, code)


@pytest.mark.faults
@pytest.mark.parametrize("code", [code for code in FINAL if code not in {4004, 4014}])
async def test_it_ends_whatever_the_last_code(tmp_path: Path, code: int) -> None:
    await ends(tmp_path, code)


@pytest.mark.faults
async def test_it_connects_again_after_a_silence(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        bot.discord.silent = True
        bot.discord.identified.clear()
        async with asyncio.timeout(180):
            await bot.discord.identified.wait()
        bot.discord.silent = False
        await bot.goes_on()
        bot.holds()
