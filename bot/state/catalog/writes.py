"""The kinds of writes to the catalogue, within a transaction of somebody else's.

Each can be done twice, as nobody knows of a write that took too long whether it was done: what is as it
should be already is left so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from bot.state.catalog.entries import VERSIONS_KEPT, Amount, CatalogEntry, CatalogRefusal, LinkCheck, exceeded
from bot.state.catalog.rows import entry_row, renew, version_row
from bot.state.connection.locks import lock_server
from bot.state.connection.notifications import notify
from bot.state.connection.restoring import add_where_none
from bot.state.connection.write_queue import Kind, one_by_one
from bot.state.tables import CatalogRow, CatalogVersionRow, DepartureRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Addition:
    """A new document, or a new version of one, and how much the server may have."""

    entry: CatalogEntry
    most: Amount


@dataclass(frozen=True, slots=True)
class Renaming:
    """Another title of a document, and the digest of what then is understood of it."""

    server: int
    entry: int
    title: str
    before: str
    """The digest of the document that was given another title."""
    document: str


@dataclass(frozen=True, slots=True)
class Limiting:
    """Where and for whom a document may be quoted from now on."""

    server: int
    entry: int
    channels: frozenset[int] | None
    roles: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Checking:
    """What came of reading the link of a document in one of its versions."""

    server: int
    entry: int
    version: int
    check: LinkCheck


@dataclass(frozen=True, slots=True)
class Removal:
    """The end of a document."""

    server: int
    entry: int


async def _amount(session: AsyncSession, server: int) -> Amount:
    sums = func.coalesce(func.sum(CatalogRow.size), 0), func.coalesce(func.sum(CatalogRow.sentences), 0)
    counted = await session.execute(select(func.count(), *sums).where(CatalogRow.server == server))
    documents, size, sentences = counted.one()
    return Amount(documents, int(size), int(sentences))


async def _row(session: AsyncSession, server: int, entry: int) -> CatalogRow | None:
    """Find a document, in its own server alone; other processes that change it come before or after."""
    row = await session.get(CatalogRow, entry, with_for_update=True)
    return row if row is not None and row.server == server else None


async def _add(session: AsyncSession, addition: Addition) -> CatalogRefusal | None:
    entry = addition.entry
    await lock_server(session, entry.server)
    if await _row(session, entry.server, entry.id) is not None:
        return None
    before = await _amount(session, entry.server)
    after = before.plus(size=entry.size, sentences=entry.sentences)
    refusal = exceeded(before, after, addition.most)
    if refusal is None:
        session.add(entry_row(entry))
        await session.flush()
        await session.execute(delete(DepartureRow).where(DepartureRow.server == entry.server))
        await notify(session, entry.server)
    return refusal


async def _replace(session: AsyncSession, addition: Addition) -> CatalogRefusal | None:
    entry = addition.entry
    await lock_server(session, entry.server)
    row = await _row(session, entry.server, entry.id)
    if row is None:
        return CatalogRefusal.GONE
    if (row.version, row.original, row.document) == (entry.version, entry.original, entry.document):
        return None
    if row.version != entry.version - 1:
        return CatalogRefusal.CHANGED
    before = await _amount(session, entry.server)
    after = before.without(row.size, row.sentences).plus(size=entry.size, sentences=entry.sentences)
    refusal = exceeded(before, after, addition.most)
    if refusal is None:
        session.add(version_row(row))
        renew(row, entry)
        await session.flush()
        too_old = CatalogVersionRow.number < entry.version - VERSIONS_KEPT
        await session.execute(
            delete(CatalogVersionRow).where(CatalogVersionRow.entry == entry.id, too_old),
        )
        await notify(session, entry.server)
    return refusal


async def _rename(session: AsyncSession, renaming: Renaming) -> CatalogRefusal | None:
    row = await _row(session, renaming.server, renaming.entry)
    if row is None:
        return CatalogRefusal.GONE
    if row.document not in {renaming.before, renaming.document}:
        return CatalogRefusal.CHANGED
    row.title, row.document = renaming.title, renaming.document
    await session.flush()
    await notify(session, renaming.server)
    return None


async def _limit(session: AsyncSession, limiting: Limiting) -> CatalogRefusal | None:
    row = await _row(session, limiting.server, limiting.entry)
    if row is None:
        return CatalogRefusal.GONE
    row.channels, row.roles = limiting.channels, limiting.roles
    await session.flush()
    await notify(session, limiting.server)
    return None


async def _check(session: AsyncSession, checking: Checking) -> CatalogRefusal | None:
    row = await _row(session, checking.server, checking.entry)
    if row is None:
        return CatalogRefusal.GONE
    if row.version != checking.version:
        return CatalogRefusal.CHANGED
    check = checking.check
    row.checked_at, row.problem = check.checked_at, check.problem
    if check.problem is None:
        row.etag, row.last_modified = check.etag, check.last_modified
    await session.flush()
    await notify(session, checking.server)
    return None


async def forget(session: AsyncSession, user: int) -> int:
    """Take a person out of the documents; returns from how many."""
    entries = update(CatalogRow).where(CatalogRow.added_by == user).values(added_by=None)
    rows = await session.execute(entries.returning(CatalogRow.id, CatalogRow.server))
    servers = {row.id: row.server for row in rows}
    versions = update(CatalogVersionRow).where(CatalogVersionRow.added_by == user).values(added_by=None)
    earlier = set(await session.scalars(versions.returning(CatalogVersionRow.entry)))
    for server in sorted(set(servers.values())):
        await notify(session, server)
    return len(servers.keys() | earlier)


async def _remove(session: AsyncSession, removal: Removal) -> CatalogRefusal | None:
    whose = CatalogRow.id == removal.entry, CatalogRow.server == removal.server
    if await session.scalar(delete(CatalogRow).where(*whose).returning(CatalogRow.id)) is None:
        return CatalogRefusal.GONE
    await notify(session, removal.server)
    return None


async def _remove_all(session: AsyncSession, server: int) -> int:
    removed = await session.scalars(
        delete(CatalogRow).where(CatalogRow.server == server).returning(CatalogRow.id)
    )
    await notify(session, server)
    return len(removed.all())


async def _restore(session: AsyncSession, known: Mapping[int, tuple[CatalogEntry, ...]]) -> None:
    rows = {server: map(entry_row, entries) for server, entries in known.items()}
    await add_where_none(session, CatalogRow.server, rows)


ADD_ENTRY = one_by_one("add a document", _add)
REPLACE_ENTRY = one_by_one("replace a document", _replace)
RENAME_ENTRY = one_by_one("rename a document", _rename)
LIMIT_ENTRY = one_by_one("limit a document", _limit)
CHECK_LINK = one_by_one("note that a link was read", _check)
REMOVE_ENTRY = one_by_one("remove a document", _remove)
REMOVE_ENTRIES = one_by_one("remove a server's documents", _remove_all)
RESTORE_ENTRIES = one_by_one("restore documents", _restore)

KINDS: tuple[Kind[Any, Any], ...] = (
    RESTORE_ENTRIES,
    ADD_ENTRY,
    REPLACE_ENTRY,
    RENAME_ENTRY,
    LIMIT_ENTRY,
    CHECK_LINK,
    REMOVE_ENTRY,
    REMOVE_ENTRIES,
)
"""In the order in which a transaction does them."""
