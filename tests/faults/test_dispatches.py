"""An event that is malformed is passed over, whether or not something is being computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.faults.bot import QUOTE, question, running, said
from tests.faults.dispatches import malformed
from tests.loopback.crowd import all_done

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.faults.bot import Bot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    async with running(tmp_path_factory.mktemp("dispatches")) as bot:
        yield bot


@pytest.mark.parametrize("name", malformed())
@pytest.mark.asyncio(loop_scope="module")
async def test_a_malformed_event_is_passed_over(bot: Bot, name: str) -> None:
    await bot.discord.dispatch(*malformed()[name])
    await bot.goes_on()


async def test_malformed_events_do_not_disturb_what_is_being_computed(tmp_path: Path) -> None:
    async with running(tmp_path, "slow") as bot:
        (asked,) = await bot.discord.interact([question()])
        await bot.doing("asking")
        for event, data in malformed().values():
            await bot.discord.dispatch(event, data)
        await bot.goes_on()
        bot.go_on()
        await all_done([asked], seconds=30)
        assert QUOTE in said(asked)
