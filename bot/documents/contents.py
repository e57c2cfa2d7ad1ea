"""What documents are made of, in the storage: the file as it was given, and what was understood of it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.documents.names import clean_name, clean_title
from bot.documents.ownership import StorageOwnership
from bot.errors import ContentError, RefusedError, StorageAwayError, StorageError
from bot.state.catalog.entries import CatalogEntry
from index import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.documents.ownership import ForeignStorage
    from bot.state.repository import Repository
    from bot.storage.contents import ContentStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Version:
    """What is stored of a version of a document, as digests, and how much it is."""

    original: str
    document: str
    text: str
    size: int


class DocumentContents:
    """The contents of documents.

    Raises, from every method:
        StorageAwayError: the storage cannot be reached.
        AwayError: the database cannot.

    """

    def __init__(self, store: ContentStore, repository: Repository) -> None:
        self._store = store
        self._repository = repository
        self._ownership = StorageOwnership(store, repository)
        self._looked = False

    @property
    def foreign(self) -> ForeignStorage | None:
        """What was found where the storage is another database's: then nothing is deleted from it."""
        return self._ownership.foreign

    async def put(self, document: Document, content: bytes) -> Version:
        """Store what a version of a document is made of; until that is in the catalogue, nobody names it."""
        text = await asyncio.to_thread(lambda: document.article().digest)
        with _reaching():
            original = await self._put(content)
        return Version(original, await self.put_document(document), text, len(content))

    async def put_document(self, document: Document) -> str:
        """Store what was understood of a file; returns its digest."""
        content = await asyncio.to_thread(lambda: document.model_dump_json().encode())
        with _reaching():
            return await self._put(content)

    async def document(self, entry: CatalogEntry) -> Document:
        """Return what was understood of a document's file.

        Raises:
            RefusedError: the storage has lost it.

        """
        try:
            with _reaching():
                content = await self._store.get(entry.document)
            return await asyncio.to_thread(Document.model_validate_json, content)
        except (ContentError, ValidationError) as error:
            log.error("the document %s is lost: %s", entry.article_name, error)  # noqa: TRY400 - its text says all
            raise RefusedError("document-lost", name=entry.name) from error

    async def original(self, entry: CatalogEntry) -> bytes | None:
        """Return a document's file as it was given; None where the storage has lost it."""
        try:
            with _reaching():
                return await self._store.get(entry.original)
        except ContentError as error:
            log.error("the file of %s is lost: %s", entry.article_name, error)  # noqa: TRY400 - its text says all
            return None

    async def delete_unused(self, among: Iterable[str] | None = None, *, before: datetime.datetime) -> None:
        """Delete of some contents, or of all, what no document names and nobody put later.

        Nothing is deleted where the storage is another database's: that one may name it.
        """
        with _reaching():
            if not await self._ownership.is_ours():
                return
            old = set(await self._store.put_before(before) if among is None else among)
            # Only now, so that a document that was added in between has what it names.
            for digest in sorted(old - await self._repository.digests_in_use()) if old else ():
                await self._store.delete(digest, put_before=before)

    async def _put(self, content: bytes) -> str:
        if not self._looked:  # an empty storage is marked before anything is in it
            await self._ownership.is_ours()
            self._looked = True
        return await self._store.put(content)


def entry_of(
    id_: int,
    server: int,
    number: int,
    user: int | None,
    document: Document,
    stored: Version,
    source: str | None,
) -> CatalogEntry:
    """Make the entry of a version of a document, from now on."""
    return CatalogEntry(
        id=id_,
        server=server,
        name=clean_name(document.name),
        title=clean_title(document.title) or document.name,
        language=document.language,
        url=document.url,
        source=source,
        published=document.published,
        original=stored.original,
        document=stored.document,
        text=stored.text,
        size=stored.size,
        sentences=len(document.sentences),
        version=number,
        added_by=user,
        added_at=datetime.datetime.now(datetime.UTC),
    )


@contextlib.contextmanager
def _reaching() -> Iterator[None]:
    try:
        yield
    except ContentError:
        raise
    except StorageError as error:
        raise StorageAwayError(str(error)) from error
