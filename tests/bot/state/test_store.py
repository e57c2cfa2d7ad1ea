"""What is kept comes back the same, from SQLite and from PostgreSQL, whoever comes in between."""

from __future__ import annotations

import asyncio
import datetime
import sys
from asyncio.subprocess import PIPE
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.state.records import CountedVote, Forgotten, Gap, GapReason, ServerSettings, Tally, new_id
from bot.state.store import Store
from tests.bot.state.kept import ANSWER, ASKER, CHOSEN, MESSAGE, NOON, OTHER, QUESTION, SERVER
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

DAY = datetime.timedelta(days=1)


class Clock:
    """Shows the time that the test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def store(address: str, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(address, clock=clock)
    yield store
    await store.close()


@pytest_asyncio.fixture
async def second(address: str, store: Store) -> AsyncIterator[Store]:  # noqa: ARG001 - after the first one
    """Open the same database once more, as another process would."""
    second = await Store.open(address)
    yield second
    await second.close()


async def test_settings_are_the_defaults_until_they_are_chosen(store: Store) -> None:
    assert await store.settings(SERVER) == ServerSettings()
    for channels in (frozenset[int](), None):
        settings = replace(CHOSEN, gaps=False, channels=channels)
        await store.save_settings(SERVER, settings)
        assert await store.settings(SERVER) == settings
    await store.save_settings(SERVER, CHOSEN)
    assert await store.settings(SERVER) == CHOSEN
    assert await store.settings(7) == ServerSettings()
    await store.save_settings(SERVER, ServerSettings())
    assert await store.settings(SERVER) == ServerSettings()


async def test_an_answer_comes_back_as_it_was(store: Store) -> None:
    await store.add(ANSWER)
    await store.add(ANSWER)
    assert await store.record(ANSWER.id) == ANSWER
    assert await store.record_of_question(QUESTION) == ANSWER
    assert await store.record(1) is None
    assert await store.record_of_question(MESSAGE) is None


async def test_an_answer_in_a_direct_message_to_a_command(store: Store) -> None:
    bare = replace(ANSWER, server=None, message=None, asker=None, question_message=None)
    await store.add(replace(bare, passages=()))
    assert await store.record(ANSWER.id) == replace(bare, passages=())


async def test_times_are_kept_in_utc(store: Store) -> None:
    tokyo = datetime.timezone(datetime.timedelta(hours=9))
    await store.add(replace(ANSWER, asked_at=NOON.astimezone(tokyo).replace(microsecond=7)))
    record = await store.record(ANSWER.id)
    assert record is not None
    assert record.asked_at.isoformat() == "2026-01-14T12:00:00.000007+00:00"


async def test_the_message_is_noted_when_it_is_sent(store: Store) -> None:
    await store.add(replace(ANSWER, message=None))
    await store.sent(ANSWER.id, channel=8, message=9)
    assert await store.record(ANSWER.id) == replace(ANSWER, channel=8, message=9)


async def test_a_message_that_is_answered_anew_has_one_answer_without_votes(store: Store) -> None:
    await store.add(ANSWER)
    await store.vote(ANSWER.id, OTHER, up=True)
    anew = replace(ANSWER, passages=())
    await store.replace(anew)
    assert await store.record(ANSWER.id) == anew
    assert await store.tally(ANSWER.id) == Tally(0, 0)
    other_id = replace(anew, id=5)
    await store.replace(other_id)
    assert await store.record(ANSWER.id) is None
    assert await store.record_of_question(QUESTION) == other_id


async def test_of_ten_who_share_at_once_one_does(store: Store, second: Store) -> None:
    await store.add(ANSWER)
    claims = await asyncio.gather(*((store, second)[i % 2].claim_share(ANSWER.id) for i in range(10)))
    assert sorted(claims) == [False] * 9 + [True]
    assert await store.record(ANSWER.id) == replace(ANSWER, shared=True)
    assert await store.claim_share(1) is False


async def test_a_vote_can_be_changed_and_withdrawn(store: Store) -> None:
    await store.add(ANSWER)
    assert await store.vote(ANSWER.id, ASKER, up=True) == CountedVote(Tally(up=1, down=0), changed=True)
    assert await store.vote(ANSWER.id, OTHER, up=False) == CountedVote(Tally(up=1, down=1), changed=True)
    assert await store.vote(ANSWER.id, ASKER, up=False) == CountedVote(Tally(up=0, down=2), changed=True)
    assert await store.vote(ANSWER.id, ASKER, up=False) == CountedVote(Tally(up=0, down=2), changed=False)
    assert await store.tally(ANSWER.id) == Tally(up=0, down=2)


async def test_nobody_votes_on_an_unknown_answer(store: Store) -> None:
    assert await store.vote(1, ASKER, up=True) == CountedVote(Tally(0, 0), changed=False)
    assert await store.forget(ASKER) == Forgotten(votes=0, answers=0)


async def test_votes_at_once_are_counted_one_after_the_other(store: Store, second: Store) -> None:
    await store.add(ANSWER)
    votes = [(store, second)[user % 2].vote(ANSWER.id, user, up=user % 3 > 0) for user in range(12)]
    counted = await asyncio.gather(*votes)
    assert sorted(vote.tally.up + vote.tally.down for vote in counted) == list(range(1, 13))
    assert all(vote.changed for vote in counted)
    assert await store.tally(ANSWER.id) == Tally(up=8, down=4)


async def test_a_double_click_at_once_is_one_vote(store: Store, second: Store) -> None:
    await store.add(ANSWER)
    for up in (True, False) * 3:
        clicks = await asyncio.gather(*(each.vote(ANSWER.id, ASKER, up=up) for each in (store, second)))
        assert [click.tally for click in clicks] == [Tally(up=up, down=not up)] * 2
        assert sorted(click.changed for click in clicks) == [False, True]


async def test_answers_go_with_their_messages_and_votes_with_them(store: Store) -> None:
    kept = replace(ANSWER, id=1, message=11)
    for record in (ANSWER, kept):
        await store.add(record)
        await store.vote(record.id, OTHER, up=True)
    await store.delete_messages([MESSAGE, 12])
    await store.delete_messages([])
    assert await store.record(ANSWER.id) is None
    assert await store.record(1) == kept
    await store.add(ANSWER)
    assert await store.tally(ANSWER.id) == Tally(0, 0)
    assert await store.tally(1) == Tally(up=1, down=0)


async def test_gaps_are_those_of_the_last_30_days_the_newest_first(store: Store, clock: Clock) -> None:
    for days, question in [(0, "first"), (1, "second"), (31, "third")]:
        clock.now = NOON + days * DAY
        await store.add_gap(SERVER, question, GapReason.NOT_FOUND)
    await store.add_gap(7, "elsewhere", GapReason.DOWNVOTED)
    assert await store.gaps(SERVER) == (
        Gap("third", GapReason.NOT_FOUND, NOON + 31 * DAY),
        Gap("second", GapReason.NOT_FOUND, NOON + DAY),
    )
    clock.now = NOON + 30 * DAY
    await store.delete_old_gaps(NOON + 31 * DAY)
    assert [gap.question for gap in await store.gaps(SERVER)] == ["third", "second"]
    await store.clear_gaps(SERVER)
    assert await store.gaps(SERVER) == ()
    assert await store.gaps(7) == (Gap("elsewhere", GapReason.DOWNVOTED, NOON + 31 * DAY),)


async def test_who_is_forgotten_leaves_answers_without_a_name(store: Store) -> None:
    others = replace(ANSWER, id=1, asker=OTHER)
    for record in (ANSWER, others, replace(ANSWER, id=2)):
        await store.add(record)
    await store.vote(1, ASKER, up=True)
    await store.vote(1, OTHER, up=True)
    assert await store.forget(ASKER) == Forgotten(votes=1, answers=2)
    assert await store.record(ANSWER.id) == replace(ANSWER, asker=None, question_message=None)
    assert await store.record(1) == others
    assert await store.tally(1) == Tally(up=1, down=0)
    assert await store.forget(ASKER) == Forgotten(votes=0, answers=0)


async def test_nothing_stays_of_a_server_that_was_left(store: Store) -> None:
    elsewhere = replace(ANSWER, id=1, server=7)
    for record in (ANSWER, elsewhere):
        await store.add(record)
        await store.vote(record.id, OTHER, up=True)
    await store.save_settings(SERVER, CHOSEN)
    await store.add_gap(SERVER, "Why?", GapReason.NOT_FOUND)
    await store.left(SERVER)
    assert await store.record(ANSWER.id) is None
    assert await store.settings(SERVER) == ServerSettings()
    assert await store.gaps(SERVER) == ()
    assert await store.record(1) == elsewhere
    assert await store.forget(OTHER) == Forgotten(votes=1, answers=0)


async def test_all_is_there_after_the_process_was_killed(address: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.state.killed", address, cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"go\n")
    assert [await process.stdout.readline() for _ in range(2)] == [b"ready\n", b"written\n"]
    process.kill()
    await process.communicate()
    store = await Store.open(address)
    try:
        assert await store.settings(SERVER) == CHOSEN
        assert await store.record(ANSWER.id) == ANSWER
        assert await store.tally(ANSWER.id) == Tally(up=1, down=0)
    finally:
        await store.close()


def test_ids_are_63_bits_and_differ() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert 2**62 < max(ids) < 2**63
