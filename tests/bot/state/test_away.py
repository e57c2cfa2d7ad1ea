"""The bot answers though its database is away, hanging or full, and catches up when it is back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import pytest
from sqlalchemy import event  # noqa: TID251 - it makes the disk full
from sqlalchemy.pool import Pool  # noqa: TID251

from bot.errors import AwayError
from bot.state.records import CAUTIOUS, CountedVote, GapReason, Tally
from bot.state.repository import Repository
from bot.state.resilient import Limits
from bot.state.store import Store
from tests.bot.databases import server
from tests.bot.state.frozen import network
from tests.bot.state.kept import ANSWER, ASKER, CHOSEN, MESSAGE, NOON, OTHER, QUESTION, SERVER, until
from tests.bot.state.opened import IMPATIENT, PATIENT, opened, stored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine.interfaces import DBAPIConnection  # noqa: TID251

    from bot.state.connection.notifications import Changed


async def check_away(repository: Repository) -> None:
    """Check what each method does without a database."""
    await repository.add(replace(ANSWER, message=None))
    await repository.sent(ANSWER.id, channel=ANSWER.channel, message=MESSAGE)
    await repository.add_gap(SERVER, "Why?", GapReason.NOT_FOUND)
    await repository.delete_old(NOON)
    assert repository.away
    assert await repository.record(ANSWER.id) == ANSWER
    assert await repository.record_of_question(QUESTION) == ANSWER
    assert await repository.record(404) is None
    assert await repository.tally(ANSWER.id) == Tally(0, 0)
    assert await repository.gaps(SERVER) == ()
    for demand in (
        repository.vote(ANSWER.id, OTHER, up=True),
        repository.save_settings(SERVER, CHOSEN),
        repository.clear_gaps(SERVER),
        repository.forget(ASKER),
        repository.claim_share(ANSWER.id),
    ):
        with pytest.raises(AwayError):
            await demand
    assert await repository.record(ANSWER.id) == ANSWER


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Have SQLite's connections that are made meanwhile find no room for more than there is already."""

    def limit(connection: DBAPIConnection, _: object) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 1")  # raised by SQLite to the pages in use

    event.listen(Pool, "connect", limit)
    try:
        yield
    finally:
        event.remove(Pool, "connect", limit)


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO]


async def test_a_database_that_is_away_from_the_start_and_comes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    in_the_way = tmp_path / "new"
    in_the_way.touch()
    address = f"sqlite:///{in_the_way}/state.db"
    async with opened(address) as repository:
        await check_away(repository)
        await repository.add(replace(ANSWER, id=5, message=55))
        await repository.delete_messages([55])
        await repository.left(7)
        assert await repository.settings(SERVER) == CAUTIOUS
        with pytest.raises(AwayError):
            await repository.stored_settings(SERVER)
        assert len(lines(caplog)) == 1
        assert "going on without the database, until it is back: could not open" in lines(caplog)[0]
        in_the_way.unlink()
        await until(lambda: not repository.away)
        assert await stored(address) == ANSWER
        assert await stored(address, 5) is None
        vote = await repository.vote(ANSWER.id, OTHER, up=True)
        assert vote == CountedVote(Tally(up=1, down=0), changed=True)
    assert lines(caplog)[1:] == ["the database is back; changes caught up: 5, lost: 0"]


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_a_database_that_goes_away_and_comes_back(
    caplog: pytest.LogCaptureFixture, address: str
) -> None:
    caplog.set_level(logging.INFO, "bot")
    name = address.rpartition("/")[2]
    async with server() as postgresql, opened(address) as repository:
        await repository.save_settings(SERVER, CHOSEN)
        await postgresql.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await postgresql.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name
        )
        assert await repository.settings(SERVER) == CHOSEN
        await check_away(repository)
        await postgresql.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        await until(lambda: not repository.away)
        assert await stored(address) == ANSWER
        assert await repository.settings(SERVER) == CHOSEN
    assert len(lines(caplog)) == 2


async def test_a_server_that_accepts_and_says_nothing() -> None:
    async def say_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)

    writers: list[asyncio.StreamWriter] = []
    silent = await asyncio.start_server(say_nothing, "127.0.0.1")
    port = silent.sockets[0].getsockname()[1]
    async with opened(f"postgresql://me@127.0.0.1:{port}/x", IMPATIENT) as repository:
        await check_away(repository)
        await until(lambda: bool(writers))
    for writer in writers:
        writer.close()
        await writer.wait_closed()
    silent.close()
    await silent.wait_closed()


async def test_a_database_that_hangs_in_the_middle(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    async with opened(address, IMPATIENT) as repository:
        await until(lambda: not repository.away)
        other = sqlite3.connect(tmp_path / "state.db", isolation_level=None)
        with contextlib.closing(other):
            other.execute("BEGIN IMMEDIATE")
            await check_away(repository)
            other.execute("ROLLBACK")
        await until(lambda: not repository.away)
        assert await stored(address) == ANSWER


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_a_network_that_stops_in_the_middle(address: str) -> None:
    parts = urlsplit(address)
    async with network(parts.hostname or "", parts.port or 5432) as (port, flowing):
        through = urlunsplit(parts._replace(netloc=f"{parts.netloc.rpartition('@')[0]}@127.0.0.1:{port}"))
        async with opened(through, IMPATIENT) as repository:
            await until(lambda: not repository.away)
            flowing.clear()
            await check_away(repository)
            flowing.set()
            await until(lambda: not repository.away)
            assert await stored(address) == ANSWER
            flowing.clear()  # closing does not hang either


async def test_a_driver_that_is_not_cancelled_while_it_opens_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As asyncpg is now and then, when the network stops: it waits to hear that its cancellation was sent."""
    flowing = asyncio.Event()
    tried: list[Store] = []
    closed: list[Store] = []
    really_open, really_close = Store.open, Store.close

    async def stubborn(address: str, *, patience: float, changed: Changed, process: int) -> Store:
        store = await really_open(address, patience=patience, changed=changed, process=process)
        tried.append(store)
        while not flowing.is_set():
            with contextlib.suppress(asyncio.CancelledError):
                await flowing.wait()
        return store

    async def close(store: Store) -> None:
        await really_close(store)
        closed.append(store)

    monkeypatch.setattr(Store, "open", stubborn)
    monkeypatch.setattr(Store, "close", close)
    limits = Limits(call=0.05, opening=0.05, retry=0.01)
    repository = Repository(f"sqlite:///{tmp_path}/state.db", limits=limits)
    await repository.open()
    assert repository.away
    await until(lambda: len(tried) > 1)  # another attempt is made beside it
    async with asyncio.timeout(60):
        await repository.close()
    flowing.set()
    await until(lambda: sorted(map(id, tried)) == sorted(map(id, closed)))


async def test_a_disk_that_is_full(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    large = replace(ANSWER, id=1, snapshot="x" * 200_000)
    async with opened(address) as repository:
        await repository.save_settings(SERVER, CHOSEN)
    with full_disk():
        async with opened(address, Limits(call=60, retry=60)) as repository:
            assert await repository.settings(SERVER) == CHOSEN
            await repository.add(large)
            assert repository.away
            assert await repository.record(1) == large
            assert await repository.settings(SERVER) == CHOSEN
            await check_away(repository)


async def test_a_full_disk_is_said_and_what_was_missed_is_written_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    address = f"sqlite:///{tmp_path}/state.db"
    large = replace(ANSWER, snapshot="x" * 200_000)
    async with opened(address):
        pass  # now there are tables
    repository = Repository(address, limits=PATIENT)
    with full_disk():
        await repository.open()
        assert not repository.away
    try:
        await repository.add(large)
        await until(lambda: not repository.away)  # opened anew, without that limit
        assert await stored(address) == large
    finally:
        await repository.close()
    assert "database or disk is full" in lines(caplog)[0]
    assert "changes caught up: 1" in lines(caplog)[1]


async def test_settings_that_could_not_be_read_are_not_remembered_as_the_usual_ones(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/new/state.db"
    async with opened(address) as repository:
        await repository.save_settings(SERVER, CHOSEN)
    (tmp_path / "new").rename(tmp_path / "elsewhere")
    (tmp_path / "new").touch()
    async with opened(address) as repository:
        assert await repository.settings(SERVER) == CAUTIOUS
        (tmp_path / "new").unlink()
        (tmp_path / "elsewhere").rename(tmp_path / "new")
        await until(lambda: not repository.away)
        assert await repository.settings(SERVER) == CHOSEN


async def test_what_is_refused_later_does_not_hold_up_the_rest(tmp_path: Path) -> None:
    in_the_way = tmp_path / "new"
    in_the_way.touch()
    address = f"sqlite:///{in_the_way}/state.db"
    async with opened(address) as repository:
        await repository.add(replace(ANSWER, id=1, locale="\ud800"))
        await repository.add(ANSWER)
        in_the_way.unlink()
        await until(lambda: not repository.away)
        assert await stored(address) == ANSWER


async def test_only_so_many_writes_wait(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    in_the_way = tmp_path / "new"
    in_the_way.touch()
    address = f"sqlite:///{in_the_way}/state.db"
    async with opened(address, replace(PATIENT, writes=2)) as repository:
        for number in range(5):
            await repository.add(replace(ANSWER, id=number))
        in_the_way.unlink()
        await until(lambda: not repository.away)
        assert [await stored(address, number) is None for number in range(5)] == [True] * 3 + [False] * 2
        assert await repository.record(0) == replace(ANSWER, id=0)
    assert lines(caplog)[-1] == "the database is back; changes caught up: 2, lost: 3"


async def test_what_could_not_be_written_until_the_end_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    async with opened(f"sqlite:///{tmp_path}/file/state.db") as repository:
        await repository.add(ANSWER)
    assert lines(caplog)[-1] == "the database missed changes: 1"
