"""Memory and database say the same, and only so much of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cache import Recent
from bot.errors import StateError
from bot.state.records import CountedVote, Forgotten, Gap, GapReason, ServerSettings, Tally
from bot.state.repository import Keeping
from tests.bot.state.kept import ANSWER, CHOSEN, MESSAGE, OTHER, QUESTION, SERVER
from tests.bot.state.opened import opened, stored

if TYPE_CHECKING:
    from pathlib import Path


async def test_everything_works_in_memory() -> None:
    keeping = Keeping.in_memory()
    await keeping.open()
    try:
        await asyncio.gather(*(keeping.add(replace(ANSWER, id=number)) for number in range(10)))
        votes = await asyncio.gather(*(keeping.vote(1, user, up=True) for user in range(10)))
        assert sorted(vote.tally.up for vote in votes) == list(range(1, 11))
        claims = await asyncio.gather(*(keeping.claim_share(2) for _ in range(10)))
        assert sorted(claims) == [False] * 9 + [True]
        await keeping.save_settings(SERVER, CHOSEN)
        assert await keeping.settings(SERVER) == CHOSEN
        assert await keeping.settings(None) == ServerSettings()
        assert not keeping.away
    finally:
        await keeping.close()


async def test_memory_and_database_say_the_same(address: str) -> None:
    others = replace(ANSWER, id=2, asker=OTHER, message=22, question_message=23)
    elsewhere = replace(ANSWER, id=3, server=7, message=32, question_message=33)
    async with opened(address) as keeping:
        for record in (ANSWER, others, elsewhere):
            await keeping.add(record)
        await keeping.add_gap(SERVER, "Why?", GapReason.DOWNVOTED)
        (gap,) = await keeping.gaps(SERVER)
        assert gap == Gap("Why?", GapReason.DOWNVOTED, gap.asked_at)
        vote = await keeping.vote(ANSWER.id, OTHER, up=False)
        assert vote == CountedVote(Tally(up=0, down=1), changed=True)
        assert await keeping.claim_share(elsewhere.id) is True
        assert await keeping.forget(OTHER) == Forgotten(votes=1, answers=1)
        assert await keeping.tally(ANSWER.id) == Tally(0, 0)
        await keeping.clear_gaps(SERVER)
        assert await keeping.gaps(SERVER) == ()
        expected = {
            ANSWER.id: ANSWER,
            2: replace(others, asker=None, question_message=None),
            3: replace(elsewhere, shared=True),
        }
        for answer, record in expected.items():
            assert await keeping.record(answer) == await stored(address, answer) == record
        anew = replace(ANSWER, id=4, passages=())
        await keeping.replace(anew)
        assert await keeping.record(ANSWER.id) is await stored(address) is None
        assert await keeping.record_of_message(MESSAGE) == anew
        await keeping.delete_messages([MESSAGE])
        assert await keeping.record(4) is await stored(address, 4) is None
        await keeping.left(7)
        assert await keeping.record(3) is await stored(address, 3) is None


async def test_what_memory_does_not_have_comes_from_the_database(address: str) -> None:
    async with opened(address) as keeping:
        await keeping.add(ANSWER)
        await keeping.save_settings(SERVER, CHOSEN)
    async with opened(address) as keeping:
        assert await keeping.record(ANSWER.id) == ANSWER
        assert await keeping.record_of_message(MESSAGE) == ANSWER
        assert await keeping.record_of_question(QUESTION) == ANSWER
        assert await keeping.settings(SERVER) == CHOSEN


async def test_a_value_that_the_database_refuses_does_not_stand_in_the_way(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(address) as keeping:
        wrong = replace(ANSWER, id=1, locale="\ud800")
        await keeping.add(wrong)
        assert not keeping.away
        assert await keeping.record(1) == wrong
        with pytest.raises(StateError, match="could not save settings"):
            await keeping.save_settings(SERVER, replace(CHOSEN, language="\ud800"))
        await keeping.add(ANSWER)
        assert await stored(address) == ANSWER
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]


async def test_who_goes_away_does_not_undo_a_write(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    async with opened(address) as keeping:
        adding = asyncio.create_task(keeping.add(ANSWER))
        await asyncio.sleep(0)
        adding.cancel()
        with pytest.raises(asyncio.CancelledError):
            await adding
    assert await stored(address) == ANSWER


def test_the_memory_is_bounded() -> None:
    recent: Recent[int, str] = Recent(2)
    for key, value in [(1, "a"), (2, "b"), (1, "c"), (3, "d")]:
        recent.put(key, value)
    assert list(recent) == ["d", "c"]
    assert (recent.get(1), recent.get(2)) == ("c", None)
    recent.revise(lambda value: None if value == "d" else value.upper())
    recent.drop(2)
    assert list(recent) == ["C"]
