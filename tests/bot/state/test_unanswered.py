"""Questions that a killed process left are taken over once, and those of one that lives are not."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.interactions.token_cipher import TokenCipher
from bot.state.records import UNANSWERED_KEPT, UnansweredQuestion
from bot.state.store import Store
from tests.bot.state.kept import CHANNEL, QUESTION, SERVER
from tests.bot.state.opened import opened

if TYPE_CHECKING:
    from bot.state.repository import Repository

NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
COMMAND = UnansweredQuestion(2**62 + 9, NOW, SERVER, CHANNEL, 1000, "encrypted", "ja")
MENTION = UnansweredQuestion(QUESTION, NOW + datetime.timedelta(seconds=1), None, CHANNEL, None, None, "en")
EXPIRED = replace(COMMAND, id=7, asked_at=NOW - UNANSWERED_KEPT - datetime.timedelta(seconds=1))


async def process(address: str) -> Store:
    """Open the database as a process does that says that it lives."""
    return await Store.open(address, changed=lambda _: None)


async def take_over(store: Store) -> tuple[UnansweredQuestion, ...]:
    return await store.take_over_unanswered(NOW - UNANSWERED_KEPT)


async def test_what_a_process_left_is_taken_over_once(address: str) -> None:
    killed = await process(address)
    for question in (MENTION, EXPIRED, COMMAND, replace(COMMAND, id=8)):
        await killed.keep_unanswered(question)
    await killed.drop_unanswered(8)
    await killed.close()
    one, other = await process(address), await process(address)
    taken = await asyncio.gather(take_over(one), take_over(other))
    if address.startswith("postgresql"):
        assert sorted(taken, key=len) == [(), (COMMAND, MENTION)]
    else:
        assert (COMMAND, MENTION) in taken
    for store in (one, other):
        for question in (COMMAND, MENTION):
            await store.drop_unanswered(question.id)
        assert await take_over(store) == ()
        await store.close()


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_what_a_process_that_lives_answers_is_left_to_it(address: str) -> None:
    living, started = await process(address), await process(address)
    await living.keep_unanswered(COMMAND)
    assert await take_over(started) == ()
    await living.close()
    assert await take_over(started) == (COMMAND,)
    await started.close()


async def test_nothing_stays_of_a_server_that_was_left(address: str) -> None:
    store = await process(address)
    await store.keep_unanswered(COMMAND)
    await store.left(SERVER)
    assert await take_over(store) == ()
    await store.close()


async def test_nobody_waits_for_it_and_what_was_answered_at_once_does_not_stay(address: str) -> None:
    async with opened(address) as repository:
        repository.keep_unanswered(COMMAND)
        repository.keep_unanswered(MENTION)
        repository.drop_unanswered(COMMAND.id)
    async with opened(address) as repository:
        assert await left(repository) == (MENTION,)


async def left(repository: Repository) -> tuple[UnansweredQuestion, ...]:
    return await repository.take_over_unanswered(NOW)


def test_a_token_can_be_read_by_nobody_without_the_bots_own() -> None:
    kept = TokenCipher("the bot's token").encrypt("an interaction's token")
    assert "interaction" not in kept
    assert TokenCipher("the bot's token").decrypt(kept) == "an interaction's token"
    assert TokenCipher("another token").decrypt(kept) is None
    assert TokenCipher("the bot's token").decrypt("damaged") is None
