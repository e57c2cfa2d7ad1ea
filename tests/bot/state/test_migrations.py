"""The migrations lead to the tables that the code has, from anywhere, also two at a time."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from alembic import command  # noqa: TID251 - the migrations are tested here
from alembic.autogenerate import compare_metadata  # noqa: TID251
from alembic.migration import MigrationContext  # noqa: TID251

from bot.errors import StateError
from bot.state.connection.engine import database, engine_for
from bot.state.connection.migrate import migrate, migrations
from bot.state.records import ServerSettings
from bot.state.store import Store
from bot.state.tables import Base
from tests.bot.state.kept import ANSWER, CHOSEN, SERVER
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection  # noqa: TID251
    from sqlalchemy.ext.asyncio import AsyncEngine  # noqa: TID251


@pytest_asyncio.fixture
async def engine(address: str) -> AsyncIterator[AsyncEngine]:
    engine = engine_for(database(address))
    yield engine
    await engine.dispose()


def differences(connection: Connection) -> list[object]:
    """List what the tables lack or have too much, after what the code says."""
    return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def downgrade(connection: Connection) -> None:
    command.downgrade(migrations(connection), "base")


async def test_the_migrations_make_the_tables_that_the_code_has(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert len(await connection.run_sync(differences)) >= len(Base.metadata.tables)
    for _ in range(2):
        await migrate(engine)
        async with engine.connect() as connection:
            assert await connection.run_sync(differences) == []


async def test_there_is_a_way_back(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with engine.begin() as connection:
        await connection.run_sync(downgrade)
    async with engine.connect() as connection:
        left = await connection.run_sync(differences)
    assert {difference[0] for difference in left if isinstance(difference, tuple)} == {
        "add_table",
        "add_index",
    }
    await migrate(engine)


async def test_what_servers_chose_is_understood_by_the_next_version_and_by_the_one_before(
    address: str, engine: AsyncEngine
) -> None:
    before = {1: ("[]", "[-1]"), 2: ("[5, 7]", "[]")}
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(migrations(sync), "0001"))
        for server, (channels, roles) in before.items():
            await connection.exec_driver_sql(
                "INSERT INTO settings (server, channels, roles, private, mentions, follow_ups, articles,"  # noqa: S608
                f" only_answered, gaps) VALUES ({server}, '{channels}', '{roles}', false, true, true, '[]',"
                " false, false)"
            )
    store = await Store.open(address)
    try:
        assert await store.settings(1) == ServerSettings(channels=None, roles=frozenset())
        assert await store.settings(2) == ServerSettings(channels=frozenset({5, 7}), roles=None)
    finally:
        await store.close()
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(migrations(sync), "0001"))
        rows = await connection.exec_driver_sql(
            "SELECT server, CAST(channels AS TEXT), CAST(roles AS TEXT) FROM settings"
        )
        assert sorted(map(tuple, rows)) == [(server, *columns) for server, columns in before.items()]


async def test_a_newer_database_is_left_alone(address: str, engine: AsyncEngine) -> None:
    await migrate(engine)
    async with engine.begin() as connection:
        newest = (await connection.exec_driver_sql("SELECT version_num FROM alembic_version")).scalar_one()
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StateError, match=r"another version of Verbatim made its tables .*9999"):
        await Store.open(address)
    async with engine.begin() as connection:
        await connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{newest}'")  # noqa: S608
        assert await connection.run_sync(differences) == []


async def test_processes_that_migrate_at_once_all_come_through(address: str) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bot.state.killed", address, cwd=ROOT, stdin=PIPE, stdout=PIPE
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    ended = await asyncio.gather(*(process.communicate(b"go\nend\n") for process in processes))
    assert [printed for printed, _ in ended] == [b"written\n"] * 2
    store = await Store.open(address)
    try:
        assert await store.settings(SERVER) == CHOSEN
        assert await store.record(ANSWER.id) == ANSWER
    finally:
        await store.close()
