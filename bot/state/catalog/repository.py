"""The catalogue as the rest of the bot knows it: read from memory, changed in the database or not at all."""

from __future__ import annotations

import dataclasses
import logging
from typing import TYPE_CHECKING, TypeVar

from bot.state.catalog.aliases import AliasChange
from bot.state.catalog.writes import Limiting, Renaming
from bot.state.server_memory import ServerMemory

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Mapping

    from bot.state.catalog.entries import Amount, CatalogEntry, CatalogRefusal, CatalogVersion, LinkCheck
    from bot.state.resilient import ResilientStore, Work
    from bot.state.store import Store

    Watcher = Callable[[int, tuple[CatalogEntry, ...]], None]

_T = TypeVar("_T")

log = logging.getLogger(__name__)

_SERVERS = 1_000
"""How many servers' documents memory holds."""


class CatalogRepository:
    """What is kept of documents, a part of the `Repository`; used on one loop.

    A change returns why it was not made; each can be asked for twice without being made twice.

    Raises, from every change, and from every read but `catalog` and `aliases`:
        AwayError: the database is away; nobody knows whether a change was made that it began with.

    """

    def __init__(self, store: ResilientStore) -> None:
        self._store = store
        self._watchers: list[Watcher] = []
        self._catalogs = ServerMemory(
            lambda server: self._store.call(lambda store: store.catalog(server)),
            limit=_SERVERS,
            renewed=self._tell,
        )
        self._aliases: ServerMemory[Mapping[str, str]] = ServerMemory(
            lambda server: self._store.call(lambda store: store.aliases(server)), limit=_SERVERS
        )

    def watch_catalog(self, watcher: Watcher) -> None:
        """Have somebody told of each server whose documents are others than were known before, with these.

        Who changed them may be this process or, on PostgreSQL, another one.
        """
        self._watchers.append(watcher)

    async def catalog(self, server: int | None) -> tuple[CatalogEntry, ...] | None:
        """Return a server's documents from memory, the earliest added first; none outside of servers.

        None where nobody could read them yet. What other processes change is known here as with settings.
        """
        return () if server is None else await self._catalogs.get(server)

    async def stored_catalog(self, server: int) -> tuple[CatalogEntry, ...]:
        """Return a server's documents as they are stored at this moment."""
        entries = await self._store.demand(lambda store: store.catalog(server))
        self._catalogs.put(server, entries)
        return entries

    async def servers_with_entries(self) -> tuple[int, ...]:
        """Return the servers that have documents."""
        return await self._store.demand(lambda store: store.servers_with_entries())

    async def versions(self, entry: int) -> tuple[CatalogVersion, ...]:
        """Return the earlier versions of a document that are kept, the latest first."""
        return await self._store.demand(lambda store: store.versions(entry))

    async def links_checked_before(self, moment: datetime.datetime) -> tuple[CatalogEntry, ...]:
        """Return the documents that are links, and were not read since, of the servers that the bot is in."""
        return await self._store.demand(lambda store: store.links_checked_before(moment))

    async def digests_in_use(self) -> frozenset[str]:
        """Return the digests of all contents that a document names in any version, in any server."""
        return await self._store.demand(lambda store: store.digests_in_use())

    async def database_id(self) -> str:
        """Return the id of the database as it is now, which no other one has; 16 hexadecimal digits."""
        return await self._store.demand(lambda store: store.database_id())

    async def add_entry(self, entry: CatalogEntry, *, most: Amount) -> CatalogRefusal | None:
        """Add a document, unless the server would have more than it may."""
        return await self._change(entry.server, lambda store: store.add_entry(entry, most=most))

    async def replace_entry(self, entry: CatalogEntry, *, most: Amount) -> CatalogRefusal | None:
        """Put a document's next version in its place, likewise; it keeps its limits."""
        return await self._change(entry.server, lambda store: store.replace_entry(entry, most=most))

    async def rename_entry(self, entry: CatalogEntry, *, title: str, document: str) -> CatalogRefusal | None:
        """Give a document another title; `document` is the digest of what then is understood of it."""
        renaming = Renaming(entry.server, entry.id, title, entry.document, document)
        return await self._change(entry.server, lambda store: store.rename_entry(renaming))

    async def limit_entry(
        self, server: int, entry: int, *, channels: frozenset[int] | None, roles: frozenset[int] | None
    ) -> CatalogRefusal | None:
        """Say where and for whom a document may be quoted; None is everywhere, and everybody."""
        limiting = Limiting(server, entry, channels, roles)
        return await self._change(server, lambda store: store.limit_entry(limiting))

    async def note_check(self, entry: CatalogEntry, check: LinkCheck) -> CatalogRefusal | None:
        """Note what came of reading a document's link, and that this version is still the newest."""
        return await self._change(entry.server, lambda store: store.note_check(entry, check))

    async def remove_entry(self, server: int, entry: int) -> CatalogRefusal | None:
        """Remove a document with its versions."""
        return await self._change(server, lambda store: store.remove_entry(server, entry))

    async def remove_entries(self, server: int) -> int:
        """Remove all of a server's documents; returns how many there were."""
        return await self._change(server, lambda store: store.remove_entries(server))

    async def aliases(self, server: int | None) -> Mapping[str, str] | None:
        """Return what words of questions mean in a server, as `catalog` does; nothing outside of servers."""
        return {} if server is None else await self._aliases.get(server)

    async def change_aliases(
        self, server: int, *, before: Mapping[str, str], after: Mapping[str, str], most: int
    ) -> Mapping[str, str] | None:
        """Change a server's aliases as somebody did who saw those of `before`.

        Returns them as they are then, others' changes too; None, and changes nothing, where they would be
        more than `most`.
        """
        change = AliasChange(server, before, after, most)
        aliases = await self._store.demand(lambda store: store.change_aliases(change))
        if aliases is not None:
            self._aliases.put(server, aliases)
        return aliases

    async def returned(self, server: int) -> None:
        """Note that the bot is back in a server: its documents stay."""
        await self._store.write(lambda store: store.returned(server))

    async def note_presence(self, servers: Collection[int], now: datetime.datetime) -> None:
        """Note which servers the bot is in, as it may have missed who left or returned, if that can be."""
        await self._store.attempt(lambda store: store.note_presence(servers, now), None)

    async def _delete_departed(self, before: datetime.datetime) -> None:
        none: tuple[int, ...] = ()
        for server in await self._store.attempt(lambda store: store.delete_departed(before), none):
            self._catalogs.put(server, ())
            log.info("deleted the documents of server %d, which the bot left long enough ago", server)

    async def _restore_catalogs(self, store: Store) -> None:
        """Write into a new database what memory knows of the one in whose place it is."""
        await store.restore_entries(
            {server: known for server, known in self._catalogs.known.items() if known}
        )
        await store.restore_aliases({server: known for server, known in self._aliases.known.items() if known})

    def _forget_adder(self, user: int) -> None:
        for server, entries in self._catalogs.known.items():
            if any(entry.added_by == user for entry in entries):
                revised = (
                    dataclasses.replace(entry, added_by=None) if entry.added_by == user else entry
                    for entry in entries
                )
                self._catalogs.put(server, tuple(revised))

    async def _change(self, server: int, work: Work[_T]) -> _T:
        """Change a server's documents, and know them as they are then."""
        result = await self._store.demand(work)
        self._catalogs.drop(server)
        await self._catalogs.get(server)
        return result

    def _tell(self, server: int, entries: tuple[CatalogEntry, ...]) -> None:
        for watcher in self._watchers:
            watcher(server, entries)
