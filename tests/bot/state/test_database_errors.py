"""What the store does with what it cannot keep, read or open, and that the log tells nothing of it."""

from __future__ import annotations

import asyncio
import datetime
import sys
from asyncio.subprocess import PIPE
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.errors import StateError
from bot.state.connection.engine import database, engine_for
from bot.state.store import Store
from tests.bot.state.kept import ANSWER, ASKER
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest_asyncio.fixture
async def store(address: str) -> AsyncIterator[Store]:
    store = await Store.open(address)
    yield store
    await store.close()


async def test_the_log_says_nothing_of_what_is_kept(address: str) -> None:
    start = "from bot.app.log import start_logging; start_logging('DEBUG', secret='token'); import runpy; "
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", f"{start}runpy.run_module('tests.bot.state.killed')", address,
        cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    printed, logged = await process.communicate(b"go\nend\n")
    assert printed == b"ready\nwritten\n"
    assert b"DEBUG" in logged
    assert b"Where were" not in logged
    assert str(ASKER).encode() not in logged


@pytest.mark.parametrize(
    "record",
    [
        replace(ANSWER, asked_at=datetime.datetime(2026, 1, 14)),  # noqa: DTZ001 - that is what is wrong
        replace(ANSWER, locale="\ud800"),
        replace(ANSWER, channel=2**63),
    ],
    ids=["naive time", "half a surrogate pair", "too large"],
)
async def test_a_value_that_cannot_be_kept_is_refused(store: Store, record: object) -> None:
    assert isinstance(record, type(ANSWER))
    with pytest.raises(StateError, match="could not keep an answer in ") as caught:
        await store.add(record)
    assert caught.value.refused
    assert await store.record(ANSWER.id) is None


async def test_what_was_damaged_in_the_database_is_refused(store: Store, address: str) -> None:
    await store.add(ANSWER)
    engine = engine_for(database(address))
    async with engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE answers SET passages = '[{\"article\": 1}]'")
    await engine.dispose()
    with pytest.raises(StateError, match="could not read an answer in ") as caught:
        await store.record(ANSWER.id)
    assert caught.value.refused


async def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for address, reason in [
        (
            "postgres://me:pass%40word@127.0.0.1:1/x?password=pass@word",
            r"could not open .*me:\*\*\*@.*refused|failed",
        ),
        (f"sqlite:///{tmp_path}/file/state.db", "could not open .*file"),
        (f"sqlite:///{tmp_path}", "could not open .*Is a directory"),
        ("mysql://me:pass@word@x/y", "expected sqlite:///FILE or postgresql://"),
    ]:
        with pytest.raises(StateError, match=reason) as caught:
            await Store.open(address)
        assert "word" not in str(caught.value).replace("PASSWORD", "").replace("a password", "")


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u:p@h:1/d?sslmode=require", "postgresql+asyncpg://u:p@h:1/d?ssl=require"),
        ("postgresql+asyncpg://u:a%40b@h/d", "postgresql+asyncpg://u:a%40b@h/d"),
        ("sqlite:///.verbatim/state.db", "sqlite+aiosqlite:///.verbatim/state.db"),
        ("sqlite+aiosqlite:////var/state.db", "sqlite+aiosqlite:////var/state.db"),
    ],
)
def test_addresses_as_people_write_them(address: str, read: str) -> None:
    assert database(address).render_as_string(hide_password=False) == read


@pytest.mark.parametrize(
    "address", ["", "state.db", "mysql://u:secret@h/d", "postgresql://u:secret@h:port/d"]
)
def test_other_addresses_are_refused_without_repeating_them(address: str) -> None:
    with pytest.raises(ValueError, match="expected sqlite:///FILE or postgresql://") as caught:
        database(address)
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
