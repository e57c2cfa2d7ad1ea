"""Discord's REST interface fails, refuses or lingers: an answer that is ready is not lost."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.faults.bot import QUESTION, QUOTE, question, running, said, until
from tests.faults.faulty import ACKNOWLEDGEMENT, ANSWER, failing, slow
from tests.loopback.crowd import Outcome, all_done
from tests.loopback.payloads import direct_message

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.faults.bot import Bot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    async with running(tmp_path_factory.mktemp("rest"), user_rate="1000") as bot:
        yield bot


@pytest.fixture
def bot(shared: Bot) -> Bot:
    shared.discord.fault = None
    return shared


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.asyncio(loop_scope="module")
async def test_an_answer_is_sent_again_after_a_failure(bot: Bot, status: int) -> None:
    bot.discord.fault = failing(ANSWER, 1, status)
    assert QUOTE in said(await bot.discord.ask(question()))
    bot.holds()


@pytest.mark.faults
@pytest.mark.parametrize("status", [500, 503])
@pytest.mark.asyncio(loop_scope="module")
async def test_an_answer_is_sent_after_many_failures(bot: Bot, status: int) -> None:
    bot.discord.fault = failing(ANSWER, 8, status)
    assert QUOTE in said(await bot.discord.ask(question(), seconds=110))
    bot.holds()


@pytest.mark.asyncio(loop_scope="module")
async def test_an_answer_waits_as_long_as_discord_says(bot: Bot) -> None:
    bot.discord.fault = failing(ANSWER, 1, 429, after=1.5)
    sent = await bot.discord.ask(question())
    assert QUOTE in said(sent)
    assert sent.took is not None
    assert sent.took > 1.5
    bot.holds()


@pytest.mark.asyncio(loop_scope="module")
async def test_an_answer_may_be_taken_slowly(bot: Bot) -> None:
    bot.discord.fault = slow(ANSWER, 3)
    assert QUOTE in said(await bot.discord.ask(question()))
    bot.holds()


@pytest.mark.parametrize(("status", "times"), [(500, 1), (503, 1)])
@pytest.mark.asyncio(loop_scope="module")
async def test_an_acknowledgement_is_sent_again_after_a_failure(bot: Bot, status: int, times: int) -> None:
    bot.discord.fault = failing(ACKNOWLEDGEMENT, times, status)
    assert QUOTE in said(await bot.discord.ask(question()))
    bot.holds()


@pytest.mark.asyncio(loop_scope="module")
async def test_an_interaction_that_discord_knows_no_more_is_one_line(bot: Bot) -> None:
    bot.discord.fault = failing(ACKNOWLEDGEMENT, 1, 404, code=10062)
    lines = len(bot.log.splitlines())
    await bot.discord.ask(question(), seconds=1)
    await bot.goes_on()
    assert [line for line in bot.log.splitlines()[lines:] if "could not reply" in line]
    bot.holds()


@pytest.mark.asyncio(loop_scope="module")
async def test_a_reply_to_a_message_is_sent_again_after_a_failure(bot: Bot) -> None:
    bot.discord.fault = failing("channels/4000/messages", 1, 503)
    await bot.discord.dispatch("MESSAGE_CREATE", direct_message(QUESTION))
    await until(lambda: bool(bot.discord.messages))
    bot.holds()


async def test_an_answer_is_kept_while_discord_refuses_connections(tmp_path: Path) -> None:
    async with running(tmp_path, "slow") as bot:
        (asked,) = await bot.discord.interact([question()])
        await bot.doing("asking")
        await until(lambda: asked.acknowledged is not None)
        await bot.discord.refuse()
        bot.go_on()
        await asyncio.sleep(4)
        assert asked.outcome is Outcome.UNANSWERED
        await bot.discord.take_connections()
        await all_done([asked], seconds=60)
        assert QUOTE in said(asked)
        bot.holds()
