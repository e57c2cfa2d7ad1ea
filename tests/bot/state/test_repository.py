"""Memory and database say the same, and only so much of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cache import BoundedCache
from bot.errors import StateError
from bot.state.records import CountedVote, Forgotten, Gap, GapReason, ServerSettings, Tally
from bot.state.repository import Repository
from tests.bot.state.kept import ANSWER, CHOSEN, MESSAGE, OTHER, QUESTION, SERVER
from tests.bot.state.opened import opened, stored

if TYPE_CHECKING:
    from pathlib import Path


async def test_everything_works_in_memory() -> None:
    repository = Repository.in_memory()
    await repository.open()
    try:
        await asyncio.gather(*(repository.add(replace(ANSWER, id=number)) for number in range(10)))
        votes = await asyncio.gather(*(repository.vote(1, user, up=True) for user in range(10)))
        assert sorted(vote.tally.up for vote in votes) == list(range(1, 11))
        claims = await asyncio.gather(*(repository.claim_share(2) for _ in range(10)))
        assert sorted(claims) == [False] * 9 + [True]
        await repository.save_settings(SERVER, CHOSEN)
        assert await repository.settings(SERVER) == CHOSEN
        assert await repository.settings(None) == ServerSettings()
        assert not repository.away
    finally:
        await repository.close()


async def test_memory_and_database_say_the_same(address: str) -> None:
    others = replace(ANSWER, id=2, asker=OTHER, message=22, question_message=23)
    elsewhere = replace(ANSWER, id=3, server=7, message=32, question_message=33)
    async with opened(address) as repository:
        for record in (ANSWER, others, elsewhere):
            await repository.add(record)
        await repository.add_gap(SERVER, "Why?", GapReason.DOWNVOTED)
        (gap,) = await repository.gaps(SERVER)
        assert gap == Gap("Why?", GapReason.DOWNVOTED, gap.asked_at)
        vote = await repository.vote(ANSWER.id, OTHER, up=False)
        assert vote == CountedVote(Tally(up=0, down=1), changed=True)
        assert await repository.claim_share(elsewhere.id) is True
        assert await repository.forget(OTHER) == Forgotten(votes=1, answers=1)
        assert await repository.tally(ANSWER.id) == Tally(0, 0)
        await repository.clear_gaps(SERVER)
        assert await repository.gaps(SERVER) == ()
        expected = {
            ANSWER.id: ANSWER,
            2: replace(others, asker=None, question_message=None),
            3: replace(elsewhere, shared=True),
        }
        for answer, record in expected.items():
            assert await repository.record(answer) == await stored(address, answer) == record
        anew = replace(ANSWER, id=4, passages=())
        await repository.replace(anew)
        assert await repository.record(ANSWER.id) is await stored(address) is None
        assert await repository.record(4) == await stored(address, 4) == anew
        await repository.delete_messages([MESSAGE])
        assert await repository.record(4) is await stored(address, 4) is None
        await repository.left(7)
        assert await repository.record(3) is await stored(address, 3) is None


async def test_what_memory_does_not_have_comes_from_the_database(address: str) -> None:
    async with opened(address) as repository:
        await repository.add(ANSWER)
        await repository.save_settings(SERVER, CHOSEN)
    async with opened(address) as repository:
        assert await repository.record(ANSWER.id) == ANSWER
        assert await repository.record_of_question(QUESTION) == ANSWER
        assert await repository.settings(SERVER) == CHOSEN


async def test_a_value_that_the_database_refuses_does_not_stand_in_the_way(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(address) as repository:
        wrong = replace(ANSWER, id=1, locale="\ud800")
        await repository.add(wrong)
        assert not repository.away
        assert await repository.record(1) == wrong
        with pytest.raises(StateError, match="could not save settings"):
            await repository.save_settings(SERVER, replace(CHOSEN, language="\ud800"))
        await repository.add(ANSWER)
        assert await stored(address) == ANSWER
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]


async def test_who_goes_away_does_not_undo_a_write(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    async with opened(address) as repository:
        adding = asyncio.create_task(repository.add(ANSWER))
        await asyncio.sleep(0)
        adding.cancel()
        with pytest.raises(asyncio.CancelledError):
            await adding
    assert await stored(address) == ANSWER


def test_the_memory_is_bounded() -> None:
    cache: BoundedCache[int, str] = BoundedCache(2)
    for key, value in [(1, "a"), (2, "b"), (1, "c"), (3, "d")]:
        cache.put(key, value)
    assert list(cache) == ["d", "c"]
    assert (cache.get(1), cache.get(2)) == ("c", None)
    cache.revise(lambda value: None if value == "d" else value.upper())
    cache.drop(2)
    assert list(cache) == ["C"]
