"""A flood does not take the database away, and nobody who waits for one that hangs waits for ever."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, event  # noqa: TID251 - transactions are counted

from bot.errors import StateError
from bot.state.connection.patience import Patience
from bot.state.records import CountedVote, ServerSettings, Tally
from bot.state.shared_reads import SharedReads
from bot.state.store import Store
from tests.bot.state.kept import ANSWER, ASKER, CHOSEN, OTHER, SERVER
from tests.bot.state.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 1_000


@contextlib.contextmanager
def counting(what: str) -> Iterator[list[object]]:
    """Collect what all engines do meanwhile: "begin", "commit" or "before_cursor_execute"."""
    seen: list[object] = []

    def see(connection: object, *_: object) -> None:
        seen.append(connection)

    event.listen(Engine, what, see)
    try:
        yield seen
    finally:
        event.remove(Engine, what, see)


async def test_a_thousand_votes_at_once_take_a_few_transactions(address: str) -> None:
    async with opened(address) as repository:
        await repository.add(ANSWER)
        with counting("commit") as commits, counting("before_cursor_execute") as statements:
            votes = [repository.vote(ANSWER.id, user, up=user % 3 > 0) for user in range(MANY)]
            settings = [repository.settings(SERVER) for _ in range(MANY)]
            counted = (await asyncio.gather(asyncio.gather(*votes), asyncio.gather(*settings)))[0]
        assert not repository.away
        assert len(commits) <= 4
        assert len(statements) <= 40
        assert [vote.tally.up + vote.tally.down for vote in counted] == list(range(1, MANY + 1))
        assert await repository.tally(ANSWER.id) == Tally(up=666, down=334)


async def test_a_thousand_page_turns_at_once_take_a_few_reads(address: str) -> None:
    async with opened(address) as repository:
        await repository.add(ANSWER)
        await repository.vote(ANSWER.id, OTHER, up=True)
    async with opened(address) as repository:
        with counting("before_cursor_execute") as statements:
            records = [repository.record(ANSWER.id) for _ in range(MANY)]
            tallies = [repository.tally(ANSWER.id) for _ in range(MANY)]
            read, counted = await asyncio.gather(asyncio.gather(*records), asyncio.gather(*tallies))
        assert (read, counted) == ([ANSWER] * MANY, [Tally(up=1, down=0)] * MANY)
        assert len(statements) <= 10
        assert not repository.away


async def test_a_count_that_began_before_a_vote_is_not_given_to_who_asks_after_it() -> None:
    counts, gates = iter((1, 2)), [asyncio.Event(), asyncio.Event()]

    async def count(answer: int) -> int:
        number = next(counts)
        await gates[number - 1].wait()
        return answer + number

    reads = SharedReads(count)
    before = [asyncio.create_task(reads.get(10)) for _ in range(2)]
    await asyncio.sleep(0)
    reads.renew(10)
    after = asyncio.create_task(reads.get(10))
    await asyncio.sleep(0)
    for gate in gates:
        gate.set()
    assert [await task for task in (*before, after)] == [11, 11, 12]


async def test_votes_that_are_counted_together_are_counted_one_after_the_other(address: str) -> None:
    store = await Store.open(address)
    await store.add(ANSWER)
    await store.add(replace(ANSWER, id=1, message=1))
    votes = [
        (ANSWER.id, ASKER, True), (ANSWER.id, ASKER, True), (1, ASKER, False), (ANSWER.id, ASKER, False),
        (404, ASKER, True), (ANSWER.id, OTHER, False), (ANSWER.id, ASKER, True),
    ]  # fmt: skip
    with counting("commit") as commits:
        counted = await asyncio.gather(*(store.vote(answer, user, up=up) for answer, user, up in votes))
    assert counted == [
        CountedVote(Tally(1, 0), changed=True),
        CountedVote(Tally(1, 0), changed=False),
        CountedVote(Tally(0, 1), changed=True),
        CountedVote(Tally(0, 1), changed=True),
        CountedVote(Tally(0, 0), changed=False),
        CountedVote(Tally(0, 2), changed=True),
        CountedVote(Tally(1, 1), changed=True),
    ]
    assert len(commits) == 1
    assert await store.tally(ANSWER.id) == Tally(1, 1)
    await store.close()


async def test_what_is_refused_fails_alone(address: str) -> None:
    store = await Store.open(address)
    records = [replace(ANSWER, id=number, message=number) for number in range(20)]
    records[7] = replace(records[7], locale="\ud800")
    kept = await asyncio.gather(*map(store.add, records), return_exceptions=True)
    assert [number for number, failure in enumerate(kept) if failure is not None] == [7]
    assert isinstance(kept[7], StateError)
    assert [await store.record(record.id) for record in records if record.id != 7] == [
        record for record in records if record.id != 7
    ]
    await store.close()


async def test_nobody_who_reads_waits_for_a_writer(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path}/state.db", patience=60)
    await store.add(ANSWER)
    await store.save_settings(SERVER, CHOSEN)
    with contextlib.closing(sqlite3.connect(tmp_path / "state.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(store.save_settings(SERVER, ServerSettings()))
        assert await store.record(ANSWER.id) == ANSWER
        assert await store.settings(SERVER) == CHOSEN
        assert not writing.done()
        other.execute("ROLLBACK")
    await writing
    assert await store.settings(SERVER) == ServerSettings()
    await store.close()


async def test_who_waits_behind_a_write_that_hangs_fails_with_it(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path}/state.db", patience=0.2)
    with contextlib.closing(sqlite3.connect(tmp_path / "state.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with counting("begin") as begun:
            results = await asyncio.gather(
                *(store.vote(1, user, up=True) for user in range(MANY)), return_exceptions=True
            )
        assert {str(result) for result in results} == {"the database did not answer within 0.2 seconds"}
        assert len(begun) == 1
        with pytest.raises(StateError):
            await store.record(ANSWER.id)
        other.execute("ROLLBACK")
    await store.close()


async def test_a_loop_that_is_late_is_not_the_databases_fault() -> None:
    async def read() -> str:
        for _ in range(15):
            await asyncio.sleep(0)
        return "read"

    async def keep_the_loop_busy() -> None:
        while True:
            time.sleep(0.02)  # noqa: ASYNC251 - that is what keeps it busy
            await asyncio.sleep(0)

    busy = asyncio.create_task(keep_the_loop_busy())
    assert await Patience(0.1).wait_for(read()) == "read"
    busy.cancel()
