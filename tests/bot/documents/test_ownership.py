"""A storage bears the id of its database: a bot with another one deletes nothing from it, and says so."""

from __future__ import annotations

import asyncio
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from fsspec.implementations.memory import MemoryFileSystem  # noqa: TID251 - the tests change what it holds

from bot.documents.ownership import ForeignStorage
from bot.state.repository import Repository
from bot.storage.contents import ContentStore
from tests.bot.documents.test_documents import SECOND, add, of
from tests.bot.state.kept import SERVER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.documents.documents import Documents

FOLDER = "/kept/contents"
LATER = datetime.timedelta(days=3)


@pytest.fixture(params=["local", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Name a storage of each kind with nothing in it."""
    if request.param == "local":
        yield str(tmp_path / "contents")
        return
    yield f"memory:/{FOLDER}"
    MemoryFileSystem.store.clear()


@pytest.fixture
def store(place: str, tmp_path: Path) -> ContentStore:
    return ContentStore.open(place, cache=tmp_path / "cache")


@pytest.fixture
def documents(repository: Repository, store: ContentStore) -> Documents:
    return of(repository, store)


@pytest_asyncio.fixture
async def wrong() -> AsyncIterator[Repository]:
    """Open another database, as somebody does who mistypes its address."""
    async with Repository.in_memory() as other:
        yield other


def write_owner(place: str, mark: str | None) -> None:
    """Write a mark as an operator does, or take it away."""
    if place.startswith("memory"):
        system, path = MemoryFileSystem(), f"{FOLDER}/owner"
        system.rm_file(path) if mark is None else system.pipe_file(path, mark.encode())
    elif mark is None:
        (Path(place) / "owner").unlink()
    else:
        (Path(place) / "owner").write_text(mark)


async def delete_unused(documents: Documents) -> None:
    """Do what is done each day, when all that is stored is old."""
    await documents.delete_unused(datetime.datetime.now(datetime.UTC) + LATER)


async def test_an_empty_storage_gets_the_id_before_anything_is_in_it(
    documents: Documents, repository: Repository, store: ContentStore
) -> None:
    assert await store.owner() is None
    await add(documents)
    assert await store.owner() == await repository.database_id()
    unused = await store.put(b"of nobody")
    await delete_unused(documents)
    assert not await store.has(unused)
    assert len(await store.digests()) == 2
    assert documents.foreign_storage is None


async def test_another_database_deletes_nothing_and_says_so_once(
    documents: Documents,
    repository: Repository,
    store: ContentStore,
    wrong: Repository,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await add(documents)
    others = of(wrong, store)
    await add(others)  # the same text
    await add(others, "second.md", SECOND)
    stored = await store.digests()
    for _ in range(2):
        await delete_unused(others)
    assert await others.remove_all(SERVER) == 2
    await delete_unused(others)
    assert await store.digests() == stored
    mine, theirs = await repository.database_id(), await wrong.database_id()
    assert others.foreign_storage == ForeignStorage(mine, theirs)
    (said,) = [record.getMessage() for record in caplog.records if "is deleted from" in record.getMessage()]
    assert f"it bears the id of another database, {mine}; the id of this database is {theirs}" in said
    assert f"write {theirs} into {store.owner_file}" in said
    await delete_unused(documents)
    assert len(await store.digests()) == 2  # the others' second text was never of this database


async def test_several_bots_share_a_database_and_its_storage(
    documents: Documents, repository: Repository, store: ContentStore, tmp_path: Path
) -> None:
    async with Repository(f"sqlite:///{tmp_path / 'state.db'}") as second:
        others = of(second, store)
        await asyncio.gather(delete_unused(documents), delete_unused(others))
        assert await second.database_id() == await repository.database_id() == await store.owner()
        await add(documents)
        await add(others, "second.md", SECOND)
        unused = await store.put(b"of nobody")
        await delete_unused(others)
        assert not await store.has(unused)
        assert len(await store.digests()) == 4
        assert await others.remove_all(SERVER) == 2
        await delete_unused(documents)
        assert await store.digests() == frozenset()


async def test_a_storage_from_before_gets_the_id_of_the_database_that_names_all_of_it(
    documents: Documents, repository: Repository, store: ContentStore, place: str
) -> None:
    await add(documents)
    write_owner(place, None)
    await delete_unused(documents)
    assert await store.owner() == await repository.database_id()
    assert len(await store.digests()) == 2


async def test_a_storage_from_before_with_more_in_it_gets_none_until_it_is_written(
    documents: Documents,
    store: ContentStore,
    wrong: Repository,
    place: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await add(documents)
    write_owner(place, None)
    others = of(wrong, store)
    await delete_unused(others)
    await add(others, "second.md", SECOND)  # and so it does name something
    await delete_unused(others)
    await delete_unused(of(wrong, store))  # after a restart
    assert await store.owner() is None
    assert len(await store.digests()) == 4
    expected = await wrong.database_id()
    assert others.foreign_storage == ForeignStorage(None, expected)
    assert "it bears no id of a database, and holds contents that this one does not name" in caplog.text
    write_owner(place, f" {expected}\n")
    await delete_unused(others)
    assert len(await store.digests()) == 2
    assert others.foreign_storage is None


async def test_a_mark_that_is_none_is_anothers(documents: Documents, store: ContentStore, place: str) -> None:
    await add(documents)
    await store.put(b"of nobody")
    write_owner(place, "")
    await delete_unused(documents)
    assert len(await store.digests()) == 3
    assert documents.foreign_storage is not None


async def test_documents_are_added_and_read_all_the_same(
    documents: Documents, store: ContentStore, wrong: Repository
) -> None:
    await add(documents)
    others = of(wrong, store)
    await add(others, "second.md", SECOND)
    (entry,) = await wrong.stored_catalog(SERVER)
    assert await store.get(entry.original) == SECOND
