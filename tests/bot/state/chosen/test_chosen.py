"""What managers chose comes back, is replaced, voted away and forgotten; on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.state.chosen.answers import MOST_CHOSEN, ChosenAnswer, ChosenRefusal, chosen_for, is_outvoted
from bot.state.records import GapReason, Tally, new_id
from bot.state.store import Store
from tests.bot.state.kept import ANSWER, ASKER, NOON, OTHER, SERVER, until
from tests.bot.state.opened import opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CHOSEN = ChosenAnswer(
    id=2**63 - 7,
    server=SERVER,
    question="Where did they meet?",
    article="a/太鼓.txt",
    digest="ef" * 32,
    sentence=2,
    start=10,
    end=20,
    chosen_by=ASKER,
    chosen_at=NOON,
)
MINUTE = datetime.timedelta(minutes=1)
ELSEWHERE = replace(CHOSEN, id=9, server=OTHER)
SECOND = replace(CHOSEN, id=8, question="Who won?", chosen_at=NOON + MINUTE)


@pytest_asyncio.fixture
async def store(address: str) -> AsyncIterator[Store]:
    store = await Store.open(address, clock=lambda: NOON)
    yield store
    await store.close()


async def choose(store: Store, *answers: ChosenAnswer) -> None:
    for answer in answers:
        assert await store.chosen.choose(answer) is None


async def test_it_comes_back_in_its_own_server(store: Store) -> None:
    await choose(store, SECOND, CHOSEN, ELSEWHERE)
    assert await store.chosen.of(SERVER) == (CHOSEN, SECOND)
    assert await store.chosen.of(OTHER) == (ELSEWHERE,)
    assert await store.chosen.servers() == tuple(sorted((SERVER, OTHER)))
    assert chosen_for((CHOSEN, SECOND), "where did  THEY meet?") == CHOSEN
    assert chosen_for((CHOSEN, SECOND), "where?") is None


async def test_choosing_for_the_same_words_replaces_and_twice_is_once(store: Store) -> None:
    again = replace(CHOSEN, id=4, question="where did  they MEET?", sentence=3)
    await choose(store, CHOSEN, SECOND, ELSEWHERE, again, again)
    assert set(await store.chosen.of(SERVER)) == {again, SECOND}
    assert await store.chosen.of(OTHER) == (ELSEWHERE,)


async def test_a_question_with_a_chosen_answer_is_no_gap_any_more(store: Store) -> None:
    for server, question in ((SERVER, "where did they MEET?"), (SERVER, "Who?"), (OTHER, CHOSEN.question)):
        await store.add_gap(server, question, GapReason.NOT_FOUND)
    await choose(store, CHOSEN)
    assert [gap.question for gap in await store.gaps(SERVER)] == ["Who?"]
    assert [gap.question for gap in await store.gaps(OTHER)] == [CHOSEN.question]


async def test_there_is_a_limit_and_replacing_needs_no_room(store: Store) -> None:
    await asyncio.gather(
        *(
            store.chosen.choose(replace(CHOSEN, id=1000 + number, question=f"question {number}"))
            for number in range(MOST_CHOSEN)
        )
    )
    assert await store.chosen.choose(CHOSEN) is ChosenRefusal.FULL
    await choose(store, replace(CHOSEN, question="question 3"), ELSEWHERE)
    assert len(await store.chosen.of(SERVER)) == MOST_CHOSEN


async def test_it_is_removed_by_its_own_server_alone(store: Store) -> None:
    await choose(store, CHOSEN, SECOND)
    assert await store.chosen.remove(OTHER, [CHOSEN.id]) == ()
    assert await store.chosen.remove(SERVER, [CHOSEN.id, 12345]) == (CHOSEN,)
    assert await store.chosen.of(SERVER) == (SECOND,)


@pytest.mark.parametrize(
    ("up", "down", "outvoted"), [(0, 2, False), (1, 2, True), (2, 2, False), (0, 3, True), (3, 2, False)]
)
def test_a_majority_of_three_votes_is_needed(up: int, down: int, outvoted: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_outvoted(Tally(up=up, down=down)) is outvoted


async def test_votes_on_all_answers_that_showed_it_count_one_of_each_person(store: Store) -> None:
    await choose(store, CHOSEN)
    shown = [
        replace(ANSWER, id=new_id(), chosen=CHOSEN.id, asked_at=NOON + number * MINUTE) for number in range(4)
    ]
    other = replace(ANSWER, id=new_id())
    for record in (*shown, other):
        await store.add(record)
    for record in shown:
        await store.vote(record.id, user=1, up=False)
    for user in (2, 3, 4):
        await store.vote(other.id, user=user, up=False)
    assert await store.chosen.remove_outvoted(CHOSEN.id) is None
    await store.vote(shown[0].id, user=2, up=False)
    await store.vote(shown[1].id, user=2, up=True)
    await store.vote(shown[0].id, user=3, up=True)
    assert await store.chosen.remove_outvoted(CHOSEN.id) is None
    await store.vote(shown[3].id, user=2, up=False)
    assert await store.chosen.remove_outvoted(CHOSEN.id) == CHOSEN
    assert await store.chosen.of(SERVER) == ()
    assert await store.chosen.remove_outvoted(CHOSEN.id) is None


async def test_which_chosen_answer_a_record_shows_comes_back(store: Store) -> None:
    record = replace(ANSWER, chosen=CHOSEN.id)
    await store.add(record)
    assert await store.record(record.id) == record


async def test_a_person_is_forgotten_and_what_they_chose_stays(store: Store) -> None:
    by_other = replace(SECOND, chosen_by=OTHER)
    await choose(store, CHOSEN, by_other)
    assert (await store.forget(ASKER)).chosen == 1
    assert await store.chosen.of(SERVER) == (replace(CHOSEN, chosen_by=None), by_other)


async def test_a_server_that_was_left_loses_it_also_where_nobody_saw_it(store: Store) -> None:
    await choose(store, CHOSEN, ELSEWHERE, replace(CHOSEN, id=3, server=77))
    await store.left(SERVER)
    assert await store.chosen.servers() == tuple(sorted((OTHER, 77)))
    await store.note_presence([77], NOON)
    assert await store.chosen.servers() == (77,)


async def test_memory_knows_what_is_stored(address: str) -> None:
    async with opened(address) as repository:
        assert await repository.chosen.of(None) == ()
        assert await repository.chosen.of(SERVER) == ()
        await repository.chosen.choose(CHOSEN)
        assert await repository.chosen.of(SERVER) == (CHOSEN,)
        await repository.forget(ASKER)
        assert await repository.chosen.of(SERVER) == (replace(CHOSEN, chosen_by=None),)
        await repository.left(SERVER)
        assert await repository.chosen.of(SERVER) == ()


async def test_another_process_hears_of_it_on_postgresql(address: str) -> None:
    if address.startswith("sqlite"):
        pytest.skip("SQLite's processes read it again within a minute")
    async with opened(address) as first, opened(address) as second:
        assert await second.chosen.of(SERVER) == ()
        await first.chosen.choose(CHOSEN)
        known: list[ChosenAnswer] = []

        async def look() -> None:
            while not known:
                known.extend(await second.chosen.of(SERVER))
                await asyncio.sleep(0.01)

        looking = asyncio.create_task(look())
        await until(lambda: bool(known))
        await looking
    assert known == [CHOSEN]
