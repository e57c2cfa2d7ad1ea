"""The catalogue in a database; a part of the `Store`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.state.catalog import departures, writes
from bot.state.catalog.aliases import CHANGE_ALIASES, RESTORE_ALIASES
from bot.state.catalog.rows import entry_of, version_of
from bot.state.tables import AliasesRow, CatalogRow, CatalogVersionRow, DepartureRow, IdentityRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.state.catalog.aliases import AliasChange
    from bot.state.catalog.entries import Amount, CatalogEntry, CatalogRefusal, CatalogVersion, LinkCheck
    from bot.state.connection.database import Database


class CatalogStore:
    """What is kept of documents; errors as the `Store` has them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def catalog(self, server: int) -> tuple[CatalogEntry, ...]:
        """Return a server's documents, the earliest added first."""
        return await self._entries(CatalogRow.server == server)

    async def links_checked_before(self, moment: datetime.datetime) -> tuple[CatalogEntry, ...]:
        """Return the documents that are links, and were not read since, of the servers that the bot is in."""
        departed = select(DepartureRow.server)
        return await self._entries(
            CatalogRow.source.is_not(None), CatalogRow.checked_at < moment, CatalogRow.server.not_in(departed)
        )

    async def servers_with_entries(self) -> tuple[int, ...]:
        """Return the servers that have documents."""

        async def read(session: AsyncSession) -> tuple[int, ...]:
            servers = select(CatalogRow.server).distinct().order_by(CatalogRow.server)
            return tuple(await session.scalars(servers))

        return await self._database.read("read which servers have documents", read)

    async def versions(self, entry: int) -> tuple[CatalogVersion, ...]:
        """Return the earlier versions of a document, the latest first."""
        rows = (
            select(CatalogVersionRow)
            .where(CatalogVersionRow.entry == entry)
            .order_by(CatalogVersionRow.number.desc())
        )

        async def read(session: AsyncSession) -> tuple[CatalogVersion, ...]:
            return tuple(map(version_of, await session.scalars(rows)))

        return await self._database.read("read the versions of a document", read)

    async def digests_in_use(self) -> frozenset[str]:
        """Return the digests of all contents that a document names in any version, in any server."""

        async def read(session: AsyncSession) -> frozenset[str]:
            digests: set[str] = set()
            for table in (CatalogRow, CatalogVersionRow):
                for row in await session.execute(select(table.original, table.document)):
                    digests.update(row)
            return frozenset(digests)

        return await self._database.read("read which contents are in use", read)

    async def database_id(self) -> str:
        """Return the id of this database, which no other one has; 16 hexadecimal digits."""

        async def read(session: AsyncSession) -> str:
            return f"{(await session.scalars(select(IdentityRow.id))).one():016x}"

        return await self._database.read("read the database's id", read)

    async def add_entry(self, entry: CatalogEntry, *, most: Amount) -> CatalogRefusal | None:
        """Add a document; the same one again changes nothing. Returns why it was not added."""
        return await self._database.write(writes.ADD_ENTRY, writes.Addition(entry, most))

    async def replace_entry(self, entry: CatalogEntry, *, most: Amount) -> CatalogRefusal | None:
        """Put a document's next version in its place, with the limits that it has; likewise."""
        return await self._database.write(writes.REPLACE_ENTRY, writes.Addition(entry, most))

    async def rename_entry(self, renaming: writes.Renaming) -> CatalogRefusal | None:
        """Give a document another title; likewise."""
        return await self._database.write(writes.RENAME_ENTRY, renaming)

    async def limit_entry(self, limiting: writes.Limiting) -> CatalogRefusal | None:
        """Say where and for whom a document may be quoted; likewise."""
        return await self._database.write(writes.LIMIT_ENTRY, limiting)

    async def note_check(self, entry: CatalogEntry, check: LinkCheck) -> CatalogRefusal | None:
        """Note what came of reading a document's link, where that is not another version; likewise."""
        checking = writes.Checking(entry.server, entry.id, entry.version, check)
        return await self._database.write(writes.CHECK_LINK, checking)

    async def remove_entry(self, server: int, entry: int) -> CatalogRefusal | None:
        """Remove a document with its versions; likewise."""
        return await self._database.write(writes.REMOVE_ENTRY, writes.Removal(server, entry))

    async def remove_entries(self, server: int) -> int:
        """Remove all of a server's documents; returns how many there were."""
        return await self._database.write(writes.REMOVE_ENTRIES, server)

    async def restore_entries(self, known: Mapping[int, tuple[CatalogEntry, ...]]) -> None:
        """Keep the documents of servers of which nothing is kept."""
        await self._database.write(writes.RESTORE_ENTRIES, known)

    async def aliases(self, server: int) -> Mapping[str, str]:
        """Return what words of questions mean in a server."""

        async def read(session: AsyncSession) -> Mapping[str, str]:
            row = await session.get(AliasesRow, server)
            return {} if row is None else row.aliases

        return await self._database.read("read aliases", read)

    async def change_aliases(self, change: AliasChange) -> Mapping[str, str] | None:
        """Change a server's aliases; returns them as they are then, None where they would be too many."""
        return await self._database.write(CHANGE_ALIASES, change)

    async def restore_aliases(self, known: Mapping[int, Mapping[str, str]]) -> None:
        """Keep the aliases of servers of which none are kept."""
        await self._database.write(RESTORE_ALIASES, known)

    async def returned(self, server: int) -> None:
        """Note that the bot is back in a server."""
        await self._database.write(departures.RETURN, server)

    async def note_presence(self, servers: Collection[int], now: datetime.datetime) -> None:
        """Note which servers the bot is in, as it may have missed who left or came back."""
        await self._database.write(departures.NOTE_PRESENCE, departures.Presence(frozenset(servers), now))

    async def delete_departed(self, before: datetime.datetime) -> tuple[int, ...]:
        """Remove the documents of servers that the bot left earlier; returns which those were."""
        return await self._database.write(departures.DELETE_DEPARTED, before)

    async def _entries(self, *where: ColumnElement[bool]) -> tuple[CatalogEntry, ...]:
        rows = select(CatalogRow).where(*where).order_by(CatalogRow.added_at, CatalogRow.id)

        async def read(session: AsyncSession) -> tuple[CatalogEntry, ...]:
            return tuple(map(entry_of, await session.scalars(rows)))

        return await self._database.read("read documents", read)
