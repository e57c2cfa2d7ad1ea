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
from bot.errors import ContentError, RefusedError, StorageAwayError, StorageError
from bot.state.catalog.entries import CatalogEntry
from index import Document

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

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

    """

    def __init__(self, store: ContentStore) -> None:
        self._store = store

    async def put(self, document: Document, content: bytes) -> Version:
        """Store what a version of a document is made of; until that is in the catalogue, nobody names it."""
        text = await asyncio.to_thread(lambda: document.article().digest)
        with _reaching():
            original = await self._store.put(content)
        return Version(original, await self.put_document(document), text, len(content))

    async def put_document(self, document: Document) -> str:
        """Store what was understood of a file; returns its digest."""
        content = await asyncio.to_thread(lambda: document.model_dump_json().encode())
        with _reaching():
            return await self._store.put(content)

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

    async def delete_unused(
        self, in_use: Callable[[], Awaitable[frozenset[str]]], *, before: datetime.datetime
    ) -> None:
        """Delete what was put earlier and is not in use.

        Nothing is deleted where nothing at all is in use: rather the database is another one than before.
        """
        with _reaching():
            old = await self._store.put_before(before)
        if not old:
            return
        used = await in_use()  # only now, so that a document that was added in between has what it names
        if used:
            await self.delete(set(old) - used, before=before)
        else:
            log.warning("the database names no document, so all that is stored stays: contents %d", len(old))

    async def delete(self, digests: Iterable[str], *, before: datetime.datetime) -> None:
        """Delete contents, except what was put later."""
        for digest in sorted(digests):
            with _reaching():
                await self._store.delete(digest, put_before=before)


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
