"""Answers are kept for so many days, and go some at a time, so that nobody waits for them."""

from __future__ import annotations

import datetime
from dataclasses import replace

from bot.state.records import Tally
from bot.state.repository import Repository
from bot.state.writes import DELETED_TOGETHER
from tests.bot.state.kept import ANSWER, NOON, OTHER
from tests.bot.state.opened import PATIENT, stored
from tests.bot.state.test_flood import counting

DAY = datetime.timedelta(days=1)
KEEP = 10 * DAY


async def test_old_answers_go_with_their_votes_some_at_a_time(address: str) -> None:
    old = 2 * DELETED_TOGETHER + 1
    async with Repository(address, limits=PATIENT, keep=KEEP) as repository:
        for number in range(old + 2):
            asked = NOON - KEEP + (number - old) * DAY / 1000
            await repository.add(replace(ANSWER, id=number, message=number, asked_at=asked))
        await repository.vote(0, OTHER, up=True)
        await repository.vote(old, OTHER, up=True)
        with counting("commit") as commits:
            await repository.delete_old(NOON)
        assert len(commits) == 2 + 3
        assert [await repository.record(number) is None for number in (0, old - 1, old, old + 1)] == [
            True, True, False, False,
        ]  # fmt: skip
        assert await repository.tally(0) == Tally(0, 0)
        assert await repository.tally(old) == Tally(up=1, down=0)
    assert await stored(address, 0) is None
    assert await stored(address, old) is not None
