"""Settings come from memory: one read for all who wait, none later, and old ones not for long."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import StateError
from bot.state.records import CAUTIOUS, ServerSettings
from bot.state.server_memory import OLD
from bot.state.settings_memory import SettingsMemory
from tests.bot.databases import server
from tests.bot.state.kept import CHOSEN, SERVER
from tests.bot.state.opened import opened
from tests.bot.state.test_flood import counting

if TYPE_CHECKING:
    from bot.state.repository import Repository

OTHERS = replace(CHOSEN, private=False)


class Database:
    """Holds each read up until it is let go."""

    def __init__(self) -> None:
        self.stored: ServerSettings | None = CHOSEN
        self.reads = 0
        self.free = asyncio.Event()
        self.free.set()
        self.now = 0.0

    async def read(self, _: int) -> ServerSettings:
        self.reads += 1
        stored = self.stored
        await self.free.wait()
        if stored is None:
            raise StateError("the database is away")
        return stored

    def memory(self) -> SettingsMemory:
        return SettingsMemory(self.read, clock=lambda: self.now)


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_all_who_wait_share_one_read_and_later_ones_need_none() -> None:
    database = Database()
    memory = database.memory()
    assert await asyncio.gather(*(memory.get(SERVER) for _ in range(100))) == [CHOSEN] * 100
    assert await memory.get(SERVER) == CHOSEN
    assert database.reads == 1


async def test_what_is_old_is_served_and_read_again_in_the_background() -> None:
    database = Database()
    memory = database.memory()
    await memory.get(SERVER)
    database.stored = OTHERS
    database.now = OLD
    assert await memory.get(SERVER) == CHOSEN
    await settle()
    assert database.reads == 1
    database.now += 0.1
    database.free.clear()
    assert [await memory.get(SERVER) for _ in range(3)] == [CHOSEN] * 3
    database.free.set()
    await settle()
    assert await memory.get(SERVER) == OTHERS
    assert database.reads == 2


async def test_what_could_not_be_read_is_not_known_and_what_is_known_stays() -> None:
    database = Database()
    memory = database.memory()
    database.stored = None
    assert await memory.get(SERVER) is None
    database.stored = CHOSEN
    assert await memory.get(SERVER) == CHOSEN
    database.stored = None
    memory.changed(None)
    assert await memory.get(SERVER) == CHOSEN
    await settle()
    assert await memory.get(SERVER) == CHOSEN


async def test_a_read_that_was_under_way_does_not_undo_what_was_saved_since() -> None:
    database = Database()
    memory = database.memory()
    database.free.clear()
    reading = asyncio.create_task(memory.get(SERVER))
    await settle()
    memory.put(SERVER, OTHERS)
    database.free.set()
    assert await reading == CHOSEN
    assert await memory.get(SERVER) == OTHERS


async def test_what_was_chosen_is_known_without_what_was_not() -> None:
    memory = Database().memory()
    memory.put(1, CHOSEN)
    memory.put(2, ServerSettings())
    assert dict(memory.chosen) == {1: CHOSEN}
    memory.drop(1)
    assert dict(memory.chosen) == {}


async def test_settings_that_are_known_are_not_read(address: str) -> None:
    async with opened(address) as repository:
        await repository.save_settings(SERVER, CHOSEN)
        await until_quiet(repository)
        with counting("before_cursor_execute") as statements:
            assert [await repository.settings(SERVER) for _ in range(100)] == [CHOSEN] * 100
            assert await repository.settings(None) == ServerSettings()
        assert statements == []
        assert await repository.stored_settings(SERVER) == CHOSEN


async def becomes(repository: Repository, settings: ServerSettings) -> None:
    async with asyncio.timeout(60):
        while await repository.settings(SERVER) != settings:  # noqa: ASYNC110 - it is heard in the background
            await asyncio.sleep(0.01)


async def until_quiet(repository: Repository) -> None:
    """Let the process hear what it told itself."""
    await repository.stored_settings(SERVER)
    await asyncio.sleep(0.2)


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_processes_on_one_postgresql_hear_of_each_others_changes(address: str) -> None:
    async with opened(address) as here, opened(address) as elsewhere:
        assert await here.settings(SERVER) == ServerSettings()
        for settings in (CHOSEN, OTHERS):
            await elsewhere.save_settings(SERVER, settings)
            await becomes(here, settings)
        await elsewhere.left(SERVER)
        await becomes(here, ServerSettings())


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_a_listener_that_was_cut_off_makes_all_known_settings_old(address: str) -> None:
    async with server() as postgresql, opened(address) as here, opened(address) as elsewhere:
        assert await here.settings(SERVER) == ServerSettings()
        listeners = "FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = $1"
        name = address.rpartition("/")[2]

        async def listening() -> int:
            return int(await postgresql.fetchval(f"SELECT count(*) {listeners}", name))

        while await listening() < 2:  # noqa: ASYNC110 - PostgreSQL tells nobody
            await asyncio.sleep(0.01)
        await postgresql.fetch(f"SELECT pg_terminate_backend(pid) {listeners}", name)
        await elsewhere.save_settings(SERVER, CHOSEN)
        await becomes(here, CHOSEN)
        assert not here.away


async def test_unknown_settings_are_cautious(address: str) -> None:
    async with opened(address) as repository:
        await repository.close()
        assert await repository.settings(SERVER) == CAUTIOUS
        assert await repository.settings(None) == ServerSettings()
