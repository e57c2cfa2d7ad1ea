"""One person floods by every door: they get what one person may have, and nobody else waits for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from tests.faults.bot import OTHER, QUESTION, QUOTE, mention, question, running, said, somebody
from tests.loopback.crowd import Outcome, all_done
from tests.loopback.payloads import ADA, SERVER, direct_message, fresh_id, interaction, menu_of, message

if TYPE_CHECKING:
    from pathlib import Path

RATE, EACH = 20, 30


async def test_one_person_by_four_doors_has_one_limit(tmp_path: Path) -> None:
    async with running(tmp_path, user_rate=str(RATE), queue_size="1000") as bot:
        asks = [question(by=ADA, where=where) for where in (SERVER, OTHER) for _ in range(EACH)]
        menus = [interaction(2, menu_of(direct_message(QUESTION)), by=ADA) for _ in range(EACH)]
        sent = await bot.discord.interact(asks + menus)
        for _ in range(EACH):
            await bot.discord.dispatch("MESSAGE_CREATE", mention(by=ADA))
            await bot.discord.dispatch("MESSAGE_CREATE", message(fresh_id(), "4000", by=ADA, text=QUESTION))
        await all_done(sent, seconds=30)
        await bot.goes_on()
        await asyncio.sleep(1)
        outcomes = Counter(each.outcome for each in sent)
        replies = [str(body) for _, body in bot.discord.messages]
        answered = sum("hometown of Nara" in reply for reply in replies)
        assert outcomes[Outcome.ANSWERED] + answered == RATE
        assert outcomes[Outcome.COOLDOWN] == len(sent) - outcomes[Outcome.ANSWERED]
        assert len(replies) - answered <= 2  # once in the server and once in private, not each time
        bot.holds()


async def test_a_flood_costs_others_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as bot:
        flood = await bot.discord.interact([question(by=ADA) for _ in range(300)])
        other = await bot.discord.ask(question(by=somebody(), where=OTHER))
        assert QUOTE in said(other)
        assert other.in_time
        await all_done(flood, seconds=30)
        assert all(each.in_time for each in flood)
        assert "going on without the database" not in bot.log
        bot.holds()
