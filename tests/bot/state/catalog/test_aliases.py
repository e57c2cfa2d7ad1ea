"""What words mean in a server comes from memory, is changed in the database, and is heard of elsewhere."""

from __future__ import annotations

import asyncio
import datetime
from typing import TYPE_CHECKING

import pytest

from bot.errors import AwayError
from bot.state.catalog.aliases import AliasChange
from bot.state.resilient import Limits
from tests.bot.state.catalog.documents import HANDBOOK, PLENTY
from tests.bot.state.kept import SERVER
from tests.bot.state.opened import opened
from tests.bot.state.test_flood import counting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.state.repository import Repository

ALIASES = {"PM": "prime minister", "首相": "総理大臣", "a": "b"}


async def write(
    repository: Repository,
    after: Mapping[str, str],
    *,
    before: Mapping[str, str] | None = None,
    most: int = 9,
) -> Mapping[str, str] | None:
    return await repository.change_aliases(SERVER, before=before or {}, after=after, most=most)


async def test_aliases_are_kept_for_their_server_in_their_order(address: str) -> None:
    async with opened(address) as repository:
        assert await repository.aliases(None) == {}
        assert await repository.aliases(SERVER) == {}
        assert await write(repository, ALIASES) == ALIASES
        await repository.stored_catalog(SERVER)
        await asyncio.sleep(0.2)  # the process hears what it told itself
        with counting("before_cursor_execute") as statements:
            assert [await repository.aliases(SERVER) for _ in range(100)] == [ALIASES] * 100
        assert statements == []
        assert await repository.aliases(7) == {}
    async with opened(address) as repository:
        known = await repository.aliases(SERVER)
        assert known is not None
        assert list(known.items()) == list(ALIASES.items())
        assert await write(repository, {}, before=ALIASES) == {}
        assert await repository.aliases(SERVER) == {}


async def test_more_than_there_may_be_change_nothing(address: str) -> None:
    async with opened(address) as repository:
        await write(repository, {"a": "b"})
        assert await write(repository, {"c": "d"}, most=1) is None
        assert await repository.aliases(SERVER) == {"a": "b"}


@pytest.mark.parametrize(
    ("before", "after", "now", "made"),
    [
        ({}, {"a": "1"}, {}, {"a": "1"}),
        ({}, {"a": "1"}, {"b": "2"}, {"a": "1", "b": "2"}),  # somebody has added one meanwhile
        ({"a": "1"}, {"a": "2"}, {"a": "3"}, {"a": "2"}),  # the later change counts
        ({"a": "1", "b": "2"}, {"a": "1"}, {"a": "4", "b": "2"}, {"a": "4"}),  # and only what was changed
        ({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, {"b": "2"}, {"b": "3"}),  # another took one away
        ({"a": "1"}, {}, {"a": "2", "c": "3"}, {"c": "3"}),
        ({}, {"a": "1"}, {"a": "2"}, {"a": "1"}),
    ],
)
def test_a_change_leaves_what_others_have_changed(
    before: dict[str, str], after: dict[str, str], now: dict[str, str], made: dict[str, str]
) -> None:
    change = AliasChange(SERVER, before, after, most=9)
    assert change.applied(now) == made
    assert change.applied(made) == made


async def test_what_two_managers_write_at_once_is_all_there(address: str) -> None:
    async with opened(address) as here, opened(address) as elsewhere:
        writing = [write(each, {f"{n}": "x"}) for n, each in enumerate([here, elsewhere, here, elsewhere])]
        await asyncio.gather(*writing)
        async with opened(address) as later:
            assert await later.aliases(SERVER) == dict.fromkeys("0123", "x")


async def test_without_the_database_nothing_is_changed_and_what_is_known_is_said(address: str) -> None:
    async with opened(address) as repository:
        await write(repository, ALIASES)
        await repository.close()
        with pytest.raises(AwayError):
            await write(repository, {})
        assert await repository.aliases(SERVER) == ALIASES
        assert await repository.aliases(7) is None


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_processes_on_one_postgresql_hear_of_each_others_aliases(address: str) -> None:
    async with opened(address) as here, opened(address) as elsewhere:
        assert await here.aliases(SERVER) == {}
        await write(elsewhere, ALIASES)
        await becomes(here, ALIASES)
        await elsewhere.left(SERVER)
        await becomes(here, {})


async def becomes(repository: Repository, aliases: Mapping[str, str]) -> None:
    async with asyncio.timeout(60):
        while await repository.aliases(SERVER) != aliases:  # noqa: ASYNC110 - it is heard in the background
            await asyncio.sleep(0.01)


async def test_they_go_when_the_bot_leaves_and_its_documents_stay(address: str) -> None:
    async with opened(address) as repository:
        await write(repository, ALIASES)
        await repository.change_aliases(7, before={}, after=ALIASES, most=9)
        await repository.add_entry(HANDBOOK, most=PLENTY)
        await repository.left(SERVER)
        assert await repository.aliases(SERVER) == {}
        assert await repository.catalog(SERVER) == (HANDBOOK,)
        assert await repository.aliases(7) == ALIASES


async def test_they_go_where_nobody_saw_the_bot_leave(address: str) -> None:
    async with opened(address) as repository:
        await write(repository, ALIASES)
        await repository.change_aliases(7, before={}, after=ALIASES, most=9)
        await repository.note_presence([SERVER], datetime.datetime.now(datetime.UTC))
    async with opened(address) as repository:
        assert await repository.aliases(SERVER) == ALIASES
        assert await repository.aliases(7) == {}


async def test_a_deleted_database_is_made_anew_with_the_aliases_that_are_known(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    async with opened(address, Limits(call=60, retry=600)) as repository:
        await write(repository, ALIASES)
        (tmp_path / "state.db").unlink()
        assert await write(repository, {"c": "d"}) == {"c": "d"} | ALIASES
