"""Whatever people and forgers send: everything gets a response, nothing pings, nothing fails unforeseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.bot.shown import kinds_and_text
from tests.bot.world import texts
from tests.faults.bot import running, until
from tests.faults.events import INTERACTIONS, WRITTEN, mutated

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.bot.discord_api import Json
    from tests.faults.bot import Bot

pytestmark = pytest.mark.asyncio(loop_scope="module")
HIDDEN = {"mention", "command", "emoji", "timestamp", "spoiler_open", "link_open", "code", "code_block"}
"""What no text from outside may become; a card makes none of these itself but links, named below."""
QUICK, LONG = 240, 6_000


def examples(number: int) -> settings:
    return settings(
        max_examples=number,
        database=None,
        phases=[Phase.generate],  # to shrink would take as long as what is waited for in vain, each time
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def unlimited(folder: Path) -> AbstractAsyncContextManager[Bot]:
    return running(folder, user_rate="1000000", server_rate="1000000", queue_size="1000")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    async with unlimited(tmp_path_factory.mktemp("fuzzing")) as bot:
        yield bot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def puzzled(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    """Yield a bot that gets what Discord never sends: its log may hold failures."""
    async with unlimited(tmp_path_factory.mktemp("puzzled")) as bot:
        yield bot


async def responds(bot: Bot, made: Json) -> None:
    """Send an interaction again with an id of its own, and check what comes of it."""
    sent = await bot.discord.ask(made, seconds=4)
    assert sent.in_time, (made["type"], made["data"], bot.tail)
    for text in texts(sent.components or []):
        assert not kinds_and_text(text)[0] & HIDDEN, text
    holds(bot)


def holds(bot: Bot) -> None:
    assert not bot.discord.problems
    assert bot.alive
    bot.holds()


async def replies(bot: Bot, made: Json) -> None:
    """Send a message, and check what is replied."""
    before = len(bot.discord.messages)
    await bot.discord.dispatch("MESSAGE_CREATE", made)
    await until(lambda: len(bot.discord.messages) > before)
    for text in texts(bot.discord.messages[-1][1]["components"]):
        assert not kinds_and_text(text)[0] & HIDDEN, text
    holds(bot)


async def passes_over(bot: Bot, event: str, data: Json) -> None:
    """Send an event that Discord never sends; what an asker may hear of it is that something went wrong."""
    await bot.discord.dispatch(event, data)
    await bot.goes_on()


@seed(14)
@examples(QUICK)
@given(made=INTERACTIONS)
async def test_every_interaction_gets_a_response(bot: Bot, made: Json) -> None:
    await responds(bot, made)


@seed(14)
@examples(QUICK // 2)
@given(made=WRITTEN)
async def test_every_mention_gets_a_reply(bot: Bot, made: Json) -> None:
    await replies(bot, made)


@seed(14)
@examples(QUICK // 2)
@given(made=mutated())
async def test_no_event_makes_it_deaf(puzzled: Bot, made: tuple[str, Json]) -> None:
    await passes_over(puzzled, *made)


@pytest.mark.faults
@seed(41)
@examples(LONG)
@given(made=INTERACTIONS)
async def test_many_interactions_get_a_response(bot: Bot, made: Json) -> None:
    await responds(bot, made)


@pytest.mark.faults
@seed(41)
@examples(LONG // 3)
@given(made=WRITTEN)
async def test_many_mentions_get_a_reply(bot: Bot, made: Json) -> None:
    await replies(bot, made)


@pytest.mark.faults
@seed(41)
@examples(LONG // 3)
@given(made=mutated())
async def test_no_event_of_many_makes_it_deaf(puzzled: Bot, made: tuple[str, Json]) -> None:
    await passes_over(puzzled, *made)
