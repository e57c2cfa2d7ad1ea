"""Documents come back as they were added, and changes at once neither lose nor double one."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.state.catalog.entries import (
    VERSIONS_KEPT,
    Amount,
    CatalogRefusal,
    CatalogVersion,
    LinkCheck,
    exceeded,
)
from bot.state.catalog.writes import Limiting, Renaming
from bot.state.records import Forgotten
from bot.state.store import Store
from tests.bot.state.catalog.documents import HANDBOOK, NEWS, PLENTY, newer
from tests.bot.state.kept import ASKER, NOON, OTHER, SERVER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.state.catalog.entries import CatalogEntry

DAY = datetime.timedelta(days=1)


@pytest_asyncio.fixture
async def store(address: str) -> AsyncIterator[Store]:
    store = await Store.open(address, clock=lambda: NOON)
    yield store
    await store.close()


@pytest_asyncio.fixture
async def second(address: str, store: Store) -> AsyncIterator[Store]:  # noqa: ARG001 - after the first one
    """Open the same database once more, as another process would."""
    second = await Store.open(address)
    yield second
    await second.close()


async def add(store: Store, *entries: CatalogEntry) -> None:
    for entry in entries:
        assert await store.add_entry(entry, most=PLENTY) is None


async def test_documents_come_back_as_they_were_the_earliest_first(store: Store) -> None:
    elsewhere = replace(HANDBOOK, id=6, server=7)
    await add(store, NEWS, HANDBOOK, elsewhere, HANDBOOK)
    assert await store.catalog(SERVER) == (HANDBOOK, NEWS)
    assert await store.catalog(7) == (elsewhere,)
    assert await store.catalog(8) == ()
    assert await store.servers_with_entries() == (7, SERVER)


def test_the_name_of_an_article_has_the_document_s_id() -> None:
    assert NEWS.article_name == "5/news.html"
    assert HANDBOOK.article_name == "7ffffffffffffff9/太鼓 handbook.pdf"


async def test_a_document_that_is_replaced_keeps_its_id_its_limits_and_earlier_versions(store: Store) -> None:
    await add(store, NEWS)
    second = newer(NEWS, name="other.html", size=20, added_by=OTHER, channels=None, roles=None)
    for _ in range(2):
        assert await store.replace_entry(second, most=PLENTY) is None
        assert await store.catalog(SERVER) == (replace(second, channels=NEWS.channels, roles=NEWS.roles),)
        assert await store.versions(NEWS.id) == (
            CatalogVersion(1, NEWS.original, NEWS.document, NEWS.size, NEWS.added_by, NEWS.added_at),
        )
    assert await store.digests_in_use() == {
        NEWS.original, NEWS.document, second.original, second.document,
    }  # fmt: skip


async def test_only_some_earlier_versions_are_kept(store: Store) -> None:
    await add(store, HANDBOOK)
    entry = HANDBOOK
    for _ in range(VERSIONS_KEPT + 2):
        entry = newer(entry)
        assert await store.replace_entry(entry, most=PLENTY) is None
    numbers = [version.number for version in await store.versions(HANDBOOK.id)]
    assert numbers == [7, 6, 5, 4, 3]
    assert len(await store.digests_in_use()) == 2 * (1 + VERSIONS_KEPT)


async def test_of_two_who_replace_the_same_version_one_is_told(store: Store, second: Store) -> None:
    await add(store, HANDBOOK)
    ours, theirs = newer(HANDBOOK), newer(HANDBOOK, original="99" * 32)
    told = await asyncio.gather(
        store.replace_entry(ours, most=PLENTY), second.replace_entry(theirs, most=PLENTY)
    )
    assert sorted(told, key=str) == [None, CatalogRefusal.CHANGED]
    (kept,) = await store.catalog(SERVER)
    assert kept == (ours if told[0] is None else theirs)
    assert len(await store.versions(HANDBOOK.id)) == 1


@pytest.mark.parametrize(
    ("most", "refusal"),
    [
        (Amount(5, 1000, 1000), CatalogRefusal.DOCUMENTS),
        (Amount(100, 50, 1000), CatalogRefusal.SIZE),
        (Amount(100, 1000, 10), CatalogRefusal.SENTENCES),
    ],
)
async def test_many_who_add_at_once_do_not_come_past_the_quota(
    store: Store, second: Store, most: Amount, refusal: CatalogRefusal
) -> None:
    entries = [replace(NEWS, id=number) for number in range(10, 22)]
    adding = ((store, second)[entry.id % 2].add_entry(entry, most=most) for entry in entries)
    told = await asyncio.gather(*adding)
    assert sorted(told, key=str) == sorted([None] * 5 + [refusal] * 7, key=str)
    added = {entry.id for entry, why in zip(entries, told, strict=True) if why is None}
    assert {entry.id for entry in await store.catalog(SERVER)} == added
    assert await store.add_entry(replace(NEWS, id=1, server=7), most=most) is None


async def test_a_version_may_not_come_past_the_quota_but_what_is_there_already_may_stay(store: Store) -> None:
    await add(store, HANDBOOK, NEWS)
    most = Amount(documents=1, size=HANDBOOK.size, sentences=100)
    larger, smaller = newer(NEWS, size=NEWS.size + 1), newer(NEWS, sentences=3)
    assert await store.replace_entry(larger, most=most) is CatalogRefusal.SIZE
    assert await store.catalog(SERVER) == (HANDBOOK, NEWS)
    assert await store.replace_entry(smaller, most=most) is None


def test_what_a_change_makes_less_of_is_not_too_much() -> None:
    most = Amount(2, 20, 20)
    assert exceeded(Amount(3, 30, 10), Amount(3, 29, 20), most) is None
    assert exceeded(Amount(3, 30, 10), Amount(3, 29, 21), most) is CatalogRefusal.SENTENCES
    assert exceeded(Amount(2, 0, 0), Amount(3, 0, 0), most) is CatalogRefusal.DOCUMENTS
    assert Amount.of([HANDBOOK, NEWS]) == Amount(2, HANDBOOK.size + 10, 42)


async def test_a_document_is_renamed_if_it_is_still_the_one(store: Store) -> None:
    await add(store, HANDBOOK, NEWS)
    renaming = Renaming(SERVER, NEWS.id, "What is new", before=NEWS.document, document="12" * 32)
    for _ in range(2):
        assert await store.rename_entry(renaming) is None
    renamed = replace(NEWS, title="What is new", document="12" * 32)
    assert await store.catalog(SERVER) == (HANDBOOK, renamed)
    late = replace(renaming, title="Late", document="34" * 32)
    assert await store.rename_entry(late) is CatalogRefusal.CHANGED
    assert await store.catalog(SERVER) == (HANDBOOK, renamed)


async def test_a_document_is_limited_and_opened_again(store: Store) -> None:
    await add(store, HANDBOOK)
    limits = frozenset({1, 2}), frozenset({2**63 - 1})
    assert await store.limit_entry(Limiting(SERVER, HANDBOOK.id, *limits)) is None
    assert await store.catalog(SERVER) == (replace(HANDBOOK, channels=limits[0], roles=limits[1]),)
    assert await store.limit_entry(Limiting(SERVER, HANDBOOK.id, None, None)) is None
    assert await store.catalog(SERVER) == (HANDBOOK,)


async def test_what_came_of_reading_a_link_is_noted_of_the_version_that_was_read(store: Store) -> None:
    await add(store, NEWS, HANDBOOK)
    failed = LinkCheck(NOON + DAY, problem="the page is gone (404)")
    assert await store.note_check(NEWS, failed) is None
    noted = replace(NEWS, checked_at=NOON + DAY, problem="the page is gone (404)")
    assert await store.catalog(SERVER) == (HANDBOOK, noted)
    assert await store.links_checked_before(NOON + DAY) == ()
    assert await store.links_checked_before(NOON + 2 * DAY) == (noted,)
    again = LinkCheck(NOON + 2 * DAY, etag='"two"')
    assert await store.note_check(NEWS, again) is None
    read = replace(NEWS, checked_at=NOON + 2 * DAY, etag='"two"', last_modified=None)
    assert await store.catalog(SERVER) == (HANDBOOK, read)
    await store.replace_entry(newer(NEWS), most=PLENTY)
    assert await store.note_check(NEWS, again) is CatalogRefusal.CHANGED


async def test_links_of_a_server_that_the_bot_has_left_are_read_again_once_it_is_back(store: Store) -> None:
    await add(store, NEWS, HANDBOOK)
    await store.note_presence([], NOON)
    assert await store.links_checked_before(NOON + DAY) == ()
    await store.returned(SERVER)
    assert await store.links_checked_before(NOON + DAY) == (NEWS,)


async def test_nobody_changes_another_server_s_document_or_one_that_is_gone(store: Store) -> None:
    await add(store, NEWS)
    for server, entry in ((7, NEWS.id), (SERVER, 404)):
        other = newer(replace(NEWS, server=server, id=entry))
        assert [
            await store.replace_entry(other, most=PLENTY),
            await store.rename_entry(Renaming(server, entry, "x", NEWS.document, "12" * 32)),
            await store.limit_entry(Limiting(server, entry, None, None)),
            await store.note_check(other, LinkCheck(NOON)),
            await store.remove_entry(server, entry),
        ] == [CatalogRefusal.GONE] * 5
    assert await store.remove_entries(7) == 0
    assert await store.catalog(SERVER) == (NEWS,)


async def test_a_document_is_removed_with_its_versions(store: Store) -> None:
    await add(store, HANDBOOK, NEWS, replace(NEWS, id=6, server=7))
    await store.replace_entry(newer(NEWS), most=PLENTY)
    assert await store.remove_entry(SERVER, NEWS.id) is None
    assert await store.remove_entry(SERVER, NEWS.id) is CatalogRefusal.GONE
    assert await store.versions(NEWS.id) == ()
    assert await store.catalog(SERVER) == (HANDBOOK,)
    assert await store.remove_entries(SERVER) == 1
    assert await store.servers_with_entries() == (7,)


async def test_who_is_forgotten_is_in_no_version_of_a_document(store: Store) -> None:
    await add(store, HANDBOOK, NEWS, replace(NEWS, id=6, added_by=OTHER))
    theirs = newer(NEWS, added_by=OTHER)
    await store.replace_entry(theirs, most=PLENTY)
    assert await store.forget(ASKER) == Forgotten(votes=0, answers=0, documents=2)
    assert {entry.added_by for entry in await store.catalog(SERVER)} == {None, OTHER}
    assert [version.added_by for version in await store.versions(NEWS.id)] == [None]
    assert await store.forget(ASKER) == Forgotten(votes=0, answers=0, documents=0)


async def test_documents_of_a_server_that_was_left_stay_for_a_while(store: Store) -> None:
    elsewhere = replace(NEWS, id=6, server=7)
    await add(store, HANDBOOK, elsewhere)
    for server in (SERVER, 7, 8):
        await store.left(server)
    assert await store.delete_departed(NOON) == ()
    await store.returned(7)
    assert await store.delete_departed(NOON + DAY) == (SERVER,)
    assert await store.delete_departed(NOON + DAY) == ()
    assert await store.catalog(SERVER) == ()
    assert await store.catalog(7) == (elsewhere,)


async def test_who_adds_a_document_is_there(store: Store) -> None:
    await add(store, HANDBOOK)
    await store.left(SERVER)
    await add(store, NEWS)
    assert await store.delete_departed(NOON + DAY) == ()


async def test_what_was_missed_of_servers_is_noted_afterwards(store: Store) -> None:
    servers = {1, 2, 3, 4}
    await add(store, *(replace(NEWS, id=server, server=server) for server in servers))
    await store.note_presence([1, 2, 9], NOON)
    await store.left(1)
    await store.note_presence([1, 3], NOON + 2 * DAY)
    assert await store.delete_departed(NOON + DAY) == (4,)
    assert await store.delete_departed(NOON + 3 * DAY) == (2,)
    assert await store.servers_with_entries() == (1, 3)


async def test_documents_are_restored_where_nothing_else_is_kept(store: Store) -> None:
    elsewhere = replace(NEWS, id=6, server=7)
    await add(store, NEWS)
    await store.restore_entries({SERVER: (HANDBOOK,), 7: (elsewhere,)})
    assert await store.catalog(SERVER) == (NEWS,)
    assert await store.catalog(7) == (elsewhere,)
