"""Documents come from memory, are changed in the database or not at all, and are heard of elsewhere."""

from __future__ import annotations

import asyncio
import datetime
import sys
from asyncio.subprocess import PIPE
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import AwayError
from bot.state.catalog.entries import LinkCheck
from bot.state.repository import Repository
from bot.state.resilient import Limits
from tests.bot.state.catalog.documents import HANDBOOK, NEWS, PLENTY, newer
from tests.bot.state.kept import ASKER, NOON, SERVER, until
from tests.bot.state.opened import PATIENT, opened
from tests.bot.state.test_flood import counting
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.timedelta(days=1)


async def test_documents_that_are_known_are_not_read(address: str) -> None:
    async with opened(address) as repository:
        assert await repository.catalog(None) == ()
        assert await repository.catalog(SERVER) == ()
        assert await repository.add_entry(HANDBOOK, most=PLENTY) is None
        await repository.stored_catalog(SERVER)
        await asyncio.sleep(0.2)  # the process hears what it told itself
        with counting("before_cursor_execute") as statements:
            assert [await repository.catalog(SERVER) for _ in range(100)] == [(HANDBOOK,)] * 100
        assert statements == []


async def test_memory_says_what_each_change_made(address: str) -> None:
    told: list[int] = []
    async with opened(address) as repository:
        repository.watch_catalog(lambda server, _: told.append(server))
        assert await repository.catalog(SERVER) == ()
        await repository.add_entry(NEWS, most=PLENTY)
        assert await repository.catalog(SERVER) == (NEWS,)
        await repository.limit_entry(SERVER, NEWS.id, channels=None, roles=None)
        await repository.rename_entry(NEWS, title="News", document="12" * 32)
        now = replace(NEWS, channels=None, roles=None, title="News", document="12" * 32)
        assert await repository.catalog(SERVER) == (now,)
        await repository.note_check(now, LinkCheck(NOON, problem="gone"))
        second = newer(now, problem="gone")
        await repository.replace_entry(second, most=PLENTY)
        assert await repository.catalog(SERVER) == (second,)
        assert [version.number for version in await repository.versions(NEWS.id)] == [1]
        assert (await repository.forget(ASKER)).documents == 1
        assert await repository.catalog(SERVER) == (replace(second, added_by=None),)
        await repository.remove_entry(SERVER, NEWS.id)
        assert await repository.catalog(SERVER) == ()
        await repository.add_entry(HANDBOOK, most=PLENTY)
        assert await repository.remove_entries(SERVER) == 1
        assert await repository.catalog(SERVER) == await repository.stored_catalog(SERVER) == ()
    assert set(told) == {SERVER}


async def test_without_the_database_nothing_is_changed_and_what_is_known_is_said(address: str) -> None:
    async with opened(address) as repository:
        await repository.add_entry(HANDBOOK, most=PLENTY)
        await repository.close()
        for demand in (
            repository.add_entry(NEWS, most=PLENTY),
            repository.replace_entry(newer(HANDBOOK), most=PLENTY),
            repository.rename_entry(HANDBOOK, title="x", document="12" * 32),
            repository.limit_entry(SERVER, HANDBOOK.id, channels=None, roles=None),
            repository.note_check(HANDBOOK, LinkCheck(NOON)),
            repository.remove_entry(SERVER, HANDBOOK.id),
            repository.remove_entries(SERVER),
            repository.stored_catalog(SERVER),
            repository.servers_with_entries(),
            repository.digests_in_use(),
        ):
            with pytest.raises(AwayError):
                await demand
        assert await repository.catalog(SERVER) == (HANDBOOK,)
        assert await repository.catalog(7) is None
    async with opened(address) as repository:
        assert await repository.catalog(SERVER) == (HANDBOOK,)


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_processes_on_one_postgresql_hear_of_each_others_documents(address: str) -> None:
    told: list[int] = []
    async with opened(address) as here, opened(address) as elsewhere:
        here.watch_catalog(lambda server, _: told.append(server))
        assert await here.catalog(SERVER) == ()
        told.clear()
        await elsewhere.add_entry(HANDBOOK, most=PLENTY)
        await until(lambda: told == [SERVER])
        assert await here.catalog(SERVER) == (HANDBOOK,)
        await elsewhere.forget(ASKER)
        await until(lambda: told == [SERVER] * 2)
        assert await here.catalog(SERVER) == (replace(HANDBOOK, added_by=None),)


async def test_documents_go_some_time_after_the_bot_left_and_not_if_it_returns(address: str) -> None:
    elsewhere, told = replace(NEWS, id=6, server=7), list[int]()
    async with Repository(address, limits=PATIENT, keep_libraries=10 * DAY) as repository:
        for entry in (HANDBOOK, elsewhere):
            await repository.add_entry(entry, most=PLENTY)
            await repository.left(entry.server)
        await repository.returned(7)
        repository.watch_catalog(lambda server, _: told.append(server))
        now = datetime.datetime.now(datetime.UTC)
        await repository.delete_old(now + 9 * DAY)
        assert await repository.catalog(SERVER) == (HANDBOOK,)
        await repository.delete_old(now + 11 * DAY)
        assert await repository.catalog(SERVER) == await repository.stored_catalog(SERVER) == ()
        assert await repository.catalog(7) == (elsewhere,)
    assert told == [SERVER]


async def test_a_deleted_database_is_made_anew_with_the_documents_that_are_known(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    async with opened(address, Limits(call=60, retry=600)) as repository:
        await repository.add_entry(HANDBOOK, most=PLENTY)
        (tmp_path / "state.db").unlink()
        assert await repository.add_entry(NEWS, most=PLENTY) is None
        assert await repository.stored_catalog(SERVER) == (HANDBOOK, NEWS)


async def test_documents_are_there_after_the_process_was_killed(address: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.state.catalog.killed", address, cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"written\n"
    process.kill()
    await process.communicate()
    async with opened(address) as repository:
        assert await repository.catalog(SERVER) == (newer(HANDBOOK),)
        assert len(await repository.versions(HANDBOOK.id)) == 1
