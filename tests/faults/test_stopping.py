"""SIGTERM ends the process in good time with exit code 0, whatever it is at."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest

from tests.faults.bot import locked, question, running, said, until
from tests.faults.faulty import ACKNOWLEDGEMENT, ANSWER, FaultyDiscord, slow
from tests.loopback.fake_discord import TOKEN
from tests.loopback.payloads import SERVER
from tests.loopback.process import started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.bot import Bot

LIMIT = 1.0
IN_TIME = 15.0  # with what the database and Python take to end on a busy machine


async def stops(bot: Bot) -> None:
    bot.process.send_signal(signal.SIGTERM)
    assert await bot.ended(within=IN_TIME) == 0, bot.tail
    bot.holds()


async def test_while_idle(tmp_path: Path) -> None:
    async with running(tmp_path, shutdown_seconds=str(LIMIT)) as bot:
        await stops(bot)


async def test_while_it_logs_in(tmp_path: Path) -> None:
    async with FaultyDiscord([SERVER]) as discord:
        discord.fault = slow("users/@me", 60)
        with (tmp_path / "log.txt").open("ab") as log:
            given = {"token": TOKEN, "shutdown_seconds": str(LIMIT)}
            async with started(tmp_path, discord.address, "words", given, log=log) as process:
                await until(lambda: "logging in" in (tmp_path / "log.txt").read_text("utf-8"))
                process.send_signal(signal.SIGTERM)
                async with asyncio.timeout(IN_TIME):
                    assert await process.wait() == 0


async def test_while_it_loads(tmp_path: Path) -> None:
    async with running(tmp_path, "loading", shutdown_seconds=str(LIMIT)) as bot:
        (asked,) = await bot.discord.interact([question()])
        await bot.doing("loading")
        await stops(bot)
        assert "I am being restarted" in said(asked)


async def test_while_it_computes(tmp_path: Path) -> None:
    async with running(tmp_path, "slow", shutdown_seconds=str(LIMIT)) as bot:
        (asked,) = await bot.discord.interact([question()])
        await bot.doing("asking")
        await stops(bot)
        assert "I am being restarted" in said(asked)


@pytest.mark.parametrize("ending", [ACKNOWLEDGEMENT, ANSWER])
async def test_while_discord_lingers(tmp_path: Path, ending: str) -> None:
    async with running(tmp_path, shutdown_seconds=str(LIMIT)) as bot:
        bot.discord.fault = slow(ending, 60)
        await bot.discord.interact([question()])
        await asyncio.sleep(0.5)
        await stops(bot)


async def test_while_the_database_is_locked(tmp_path: Path) -> None:
    async with running(tmp_path, shutdown_seconds=str(LIMIT)) as bot:
        with locked(bot.database):
            await bot.discord.interact([question()])
            await asyncio.sleep(0.5)
            await stops(bot)


async def test_while_it_connects_again(tmp_path: Path) -> None:
    async with running(tmp_path, shutdown_seconds=str(LIMIT)) as bot:
        await bot.discord.refuse()
        bot.discord.reset_gateway()
        await asyncio.sleep(1)
        bot.process.send_signal(signal.SIGTERM)
        assert await bot.ended(within=IN_TIME) == 0, bot.tail
