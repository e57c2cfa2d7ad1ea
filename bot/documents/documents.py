"""The documents of servers' libraries: previewed, added, replaced, renamed, limited, removed, taken away."""

from __future__ import annotations

import asyncio
import datetime
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import index
from bot.documents.archive import archives
from bot.documents.contents import DocumentContents, entry_of
from bot.documents.names import clean_name, clean_title
from bot.documents.reasons import refusal_of
from bot.errors import AwayError, StorageAwayError
from bot.state.catalog.entries import NOTHING, Amount, CatalogEntry
from bot.state.records import new_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.access.rate_limits import RateLimiter
    from bot.documents.archive import Archive
    from bot.documents.ownership import ForeignStorage
    from bot.documents.quota import Quota
    from bot.state.catalog.entries import LinkCheck
    from bot.state.repository import Repository
    from bot.storage.contents import ContentStore
    from index import Document

log = logging.getLogger(__name__)

UNUSED_KEPT = datetime.timedelta(days=1)
"""How long contents are stored that no document has: they are put before their document is added."""
_JUST_PUT = datetime.timedelta(minutes=10)
"""How long after they were put contents stay in any case, as a document may be about to name them."""
_AT_A_TIME = 2
"""Files that are taken apart beside each other."""


class Documents:
    """The one way to change a server's library; used on one loop.

    Who builds libraries hears of changes from `Repository.watch_catalog`, those of other processes too.

    Raises, from every method:
        RefusedError: it is not done; says why, and what to do.
        AwayError: the database is away.
        StorageAwayError: the storage is.

    """

    def __init__(
        self, repository: Repository, store: ContentStore, rate_limiter: RateLimiter, quota: Quota
    ) -> None:
        self._repository = repository
        self._contents = DocumentContents(store, repository)
        self._rate_limiter = rate_limiter
        self.quota = quota
        """What a server may have."""
        self._extracting = asyncio.Semaphore(_AT_A_TIME)

    @property
    def foreign_storage(self) -> ForeignStorage | None:
        """What was found where the storage is another database's: then nothing is deleted from it."""
        return self._contents.foreign

    def admit(self, server: int) -> None:
        """Count something that is given to a server's library, one of so many a minute."""
        self._rate_limiter.addition(server)

    async def preview(
        self,
        server: int,
        name: str,
        content: bytes,
        *,
        replacing: CatalogEntry | None = None,
    ) -> Document:
        """Understand a file that somebody gave, one of so many a minute; nothing of it is kept yet.

        `replacing` is the document whose next version it would be.
        """
        self.admit(server)
        return await self.extract(server, name, content, replacing=replacing)

    async def extract(
        self,
        server: int,
        name: str,
        content: bytes,
        *,
        url: str | None = None,
        encoding: str | None = None,
        replacing: CatalogEntry | None = None,
        beside: Amount = NOTHING,
    ) -> Document:
        """Understand a file as `preview` does, without counting it.

        `url` is where it is published, `encoding` what is said of its text there, and `beside` what comes
        along with it, as the other pages of a feed do.
        """
        name = clean_name(name)
        self.quota.check_file(name, len(content))
        before = Amount.of(await self._repository.stored_catalog(server)).together(beside)
        rest = before if replacing is None else before.without(replacing.size, replacing.sentences)
        self.quota.check(before, rest.plus(size=len(content)))
        try:
            async with self._extracting:
                document = await asyncio.to_thread(index.extract, name, content, url=url, encoding=encoding)
        except index.ArticleError as error:
            raise refusal_of(name, error) from error
        self.quota.check(before, rest.plus(size=len(content), sentences=len(document.sentences)))
        return document

    async def add(
        self,
        server: int,
        user: int | None,
        document: Document,
        content: bytes,
        *,
        entry_id: int | None = None,
        source: str | None = None,
        check: LinkCheck | None = None,
    ) -> CatalogEntry:
        """Add a document to a server's library.

        Args:
            server: whose it will be.
            user: who adds it.
            document: what `preview` or `extract` made of the file.
            content: the file.
            entry_id: from `new_id`, so that who adds it twice has it once.
            source: the link that it was read from, if that is to be read again.
            check: what that link's server said.

        """
        stored = await self._contents.put(document, content)
        id_ = new_id() if entry_id is None else entry_id
        entry = entry_of(id_, server, 1, user, document, stored, source).checked(check)
        self.quota.accept(await self._repository.add_entry(entry, most=self.quota.most))
        return entry

    async def replace(
        self,
        entry: CatalogEntry,
        user: int | None,
        document: Document,
        content: bytes,
        *,
        source: str | None = None,
        check: LinkCheck | None = None,
    ) -> CatalogEntry:
        """Put the next version in the place of a document, which keeps its id and its limits.

        `entry` is the version to replace as somebody saw it: if there is another one by now, that one stays.
        The other arguments are as in `add`: without a `source` it is a file from now on.
        """
        stored = await self._contents.put(document, content)
        newer = entry_of(entry.id, entry.server, entry.version + 1, user, document, stored, source).checked(
            check
        )
        newer = replace(newer, channels=entry.channels, roles=entry.roles)
        self.quota.accept(await self._repository.replace_entry(newer, most=self.quota.most))
        return newer

    async def rename(self, entry: CatalogEntry, title: str) -> CatalogEntry:
        """Give a document another title, as quotes and lists show it; its text stays the same."""
        title = clean_title(title) or entry.title
        document = (await self.document(entry)).model_copy(update={"title": title})
        digest = await self._contents.put_document(document)
        self.quota.accept(await self._repository.rename_entry(entry, title=title, document=digest))
        return replace(entry, title=title, document=digest)

    async def limit(
        self, server: int, entry: int, *, channels: frozenset[int] | None, roles: frozenset[int] | None
    ) -> None:
        """Say where and for whom a document may be quoted; None is everywhere, and everybody."""
        refusal = await self._repository.limit_entry(server, entry, channels=channels, roles=roles)
        self.quota.accept(refusal)

    async def remove(self, server: int, entry: int) -> None:
        """Remove a document and its earlier versions, with what is stored of them."""
        named = await self._named(server, entry)
        self.quota.accept(await self._repository.remove_entry(server, entry))
        await self._delete_unused(named, before=datetime.datetime.now(datetime.UTC) - _JUST_PUT)

    async def remove_all(self, server: int) -> int:
        """Remove all documents of a server, with what is stored of them; returns how many there were."""
        named = await self._named(server)
        removed = await self._repository.remove_entries(server)
        await self._delete_unused(named, before=datetime.datetime.now(datetime.UTC) - _JUST_PUT)
        return removed

    async def document(self, entry: CatalogEntry) -> Document:
        """Return what was understood of a document's file."""
        return await self._contents.document(entry)

    async def export(self, server: int, *, most: int) -> AsyncIterator[Archive]:
        """Give all files of a server as they were given, in archives of so many bytes at most.

        What the storage has lost, and what is too large, is named in the archives.
        """
        entries = await self._repository.stored_catalog(server)
        async for archive in archives(entries, self._contents.original, most=most):
            yield archive

    async def _named(self, server: int, only: int | None = None) -> frozenset[str]:
        """Return the digests of all contents that a server's documents name, or one of them does."""
        digests: set[str] = set()
        for entry in await self._repository.stored_catalog(server):
            if only in {None, entry.id}:
                digests |= {entry.original, entry.document}
                for version in await self._repository.versions(entry.id):
                    digests |= {version.original, version.document}
        return frozenset(digests)

    async def delete_unused(self, now: datetime.datetime) -> None:
        """Delete the contents that no document has in any version, once they are not new, if that can be."""
        await self._delete_unused(None, before=now - UNUSED_KEPT)

    async def _delete_unused(self, among: frozenset[str] | None, *, before: datetime.datetime) -> None:
        try:
            await self._contents.delete_unused(among, before=before)
        except (AwayError, StorageAwayError) as error:
            log.warning("contents that no document has stay for now: %s", error.__cause__ or error)
