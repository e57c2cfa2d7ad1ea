"""The database is locked, deleted or damaged: questions are answered, and the log says it once."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from tests.faults.bot import QUOTE, STUCK, locked, press_on, question, running, said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.discord_api import Json
    from tests.faults.bot import Bot

AWAY = "going on without the database"


async def answers(bot: Bot) -> Json:
    """Check that it answers; return the components."""
    sent = await bot.discord.ask(question())
    assert QUOTE in said(sent), bot.tail
    return sent.components


async def votes(bot: Bot, components: Json) -> str:
    """Vote, and return what is read then."""
    return said(await bot.discord.ask(press_on(components, "answer:up:")))


def said_once(bot: Bot) -> None:
    lines = [line for line in bot.log.splitlines() if AWAY in line]
    assert len(lines) == 1, bot.tail
    bot.holds()


async def test_locked_while_running(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        await answers(bot)
        with locked(bot.database):
            components = await answers(bot)
            assert "I cannot reach my memory" in await votes(bot, components)
            await answers(bot)
        said_once(bot)


async def test_locked_at_the_start(tmp_path: Path) -> None:
    async with running(tmp_path):
        pass
    with locked(tmp_path / ".verbatim" / "state.db"):
        async with running(tmp_path) as bot:
            await answers(bot)
            await bot.logged(AWAY)
            said_once(bot)


@pytest.mark.faults
async def test_what_was_missed_while_it_was_locked_is_written_afterwards(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        with locked(bot.database):
            components = await answers(bot)
            await bot.logged(AWAY)
        await bot.logged("the database is back", within=90)
        assert QUOTE in await votes(bot, components)
        bot.holds()


async def test_deleted_while_running(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        await answers(bot)
        for file in bot.database.parent.glob("state.db*"):
            file.unlink()
        components = await answers(bot)
        async with asyncio.timeout(2 * STUCK):
            while True:
                if bot.database.exists():
                    break
                await asyncio.sleep(1)
                await answers(bot)
        assert await votes(bot, components)
        assert "WARNING" in bot.log
        bot.holds()


def damage(database: Path) -> None:
    """Write over all of it.

    What is beside it keeps its length: SQLite maps one of those files, and the system ends a process whose
    mapped file somebody cuts off.
    """
    database.write_bytes(b"\x13\x37" * 30_000)
    for other in database.parent.glob("state.db-*"):
        with other.open("r+b") as file:
            file.write(b"\x13\x37" * max(3_000, other.stat().st_size // 2))


async def test_damaged_at_the_start(tmp_path: Path) -> None:
    async with running(tmp_path):
        pass
    damage(tmp_path / ".verbatim" / "state.db")
    async with running(tmp_path) as bot:
        await answers(bot)
        said_once(bot)


async def test_damaged_while_running(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        await answers(bot)
        damage(bot.database)
        await answers(bot)
        await answers(bot)
        bot.holds()


async def test_a_folder_in_its_place_at_the_start(tmp_path: Path) -> None:
    (tmp_path / ".verbatim" / "state.db").mkdir(parents=True)
    async with running(tmp_path) as bot:
        await answers(bot)
        said_once(bot)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_read_only_at_the_start(tmp_path: Path) -> None:
    async with running(tmp_path):
        pass
    (tmp_path / ".verbatim" / "state.db").chmod(0o400)
    async with running(tmp_path) as bot:
        await answers(bot)
