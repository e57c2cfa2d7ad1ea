"""What a server chose holds, also when the database cannot be read at the start."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.faults.bot import QUOTE, command_of, locked, mention, press_on, question, running, said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.bot import Bot


async def choose(bot: Bot, what: str) -> None:
    """Have Ada choose on the server's panel."""
    panel = await bot.discord.ask(command_of("settings"))
    turned = await bot.discord.ask(press_on(panel.components, "settings:language:show"))
    changed = await bot.discord.ask(press_on(turned.components, f"settings:{what}"))
    assert "Saved." in said(changed)


async def test_private_answers_stay_private(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        await choose(bot, "private:on")
    with locked(tmp_path / ".verbatim" / "state.db"):
        async with running(tmp_path) as bot:
            sent = await bot.discord.ask(question())
            assert QUOTE in said(sent)
            assert sent.private
            bot.holds()


async def test_mentions_that_are_off_get_no_answer(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        await choose(bot, "mentions:off")
    with locked(tmp_path / ".verbatim" / "state.db"):
        async with running(tmp_path) as bot:
            await bot.discord.dispatch("MESSAGE_CREATE", mention())
            await bot.goes_on()
            await asyncio.sleep(3)
            assert not [body for _, body in bot.discord.messages if QUOTE in str(body)]
            bot.holds()
