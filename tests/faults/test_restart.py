"""The process is killed with questions in flight: whoever asked is told on the next start."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.faults.bot import question, running, said, somebody, until
from tests.loopback.crowd import all_done

if TYPE_CHECKING:
    from pathlib import Path

IN_FLIGHT = 20


async def test_whoever_asked_before_a_kill_is_told_afterwards(tmp_path: Path) -> None:
    async with running(tmp_path, "slow") as bot:
        discord = bot.discord
        asked = await discord.interact([question(by=somebody()) for _ in range(IN_FLIGHT)])
        await bot.doing("asking")
        await bot.acknowledged(asked)
        await until(
            lambda: kept(bot.database) == IN_FLIGHT
        )  # a moment later, as nobody waits for the database
        bot.process.kill()
        await bot.process.wait()
        async with running(tmp_path, discord=discord) as again:
            await all_done(asked, seconds=30)
            for each in asked:
                assert "I was restarted" in said(each), again.tail
            await again.logged(f"questions unanswered: {IN_FLIGHT}, askers told: {IN_FLIGHT}")
            again.holds()


def kept(database: Path) -> int:
    """Count the questions that wait for their answers."""
    with closing(sqlite3.connect(database)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM unanswered").fetchone()
    return int(number)
