"""Documents as their managers take them away: zip archives, each small enough to be sent."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.documents.names import unique_names

if TYPE_CHECKING:
    import datetime
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from bot.state.catalog.entries import CatalogEntry

_OVERHEAD = 1_000
"""Bytes that an archive takes for a file beside its content, at most: its name, twice, and what zip adds."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A part of a server's documents, as they were given."""

    content: bytes
    """A zip archive; empty where none of these documents could be put into one."""
    documents: int
    """How many it holds."""
    lost: tuple[str, ...]
    """The names of documents that the storage lacks, or has only damaged."""
    too_large: tuple[str, ...]
    """The names of documents that are too large to be sent."""


class _Part:
    """An archive that is being made."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._zip = zipfile.ZipFile(self._buffer, "w", zipfile.ZIP_DEFLATED)
        self._size = _OVERHEAD
        self._documents = 0
        self.lost: list[str] = []
        self.too_large: list[str] = []

    def has_room(self, content: bytes, most: int) -> bool:
        """Whether a file fits for sure; compression may take a little more than there was."""
        return self._size + _size(content) <= most

    def add(self, name: str, added_at: datetime.datetime, content: bytes) -> None:
        about = zipfile.ZipInfo(name, added_at.timetuple()[:6])
        about.external_attr = 0o644 << 16
        self._zip.writestr(about, content, zipfile.ZIP_DEFLATED)
        self._size += _size(content)
        self._documents += 1

    def end(self) -> Archive:
        self._zip.close()
        content = self._buffer.getvalue() if self._documents else b""
        return Archive(content, self._documents, tuple(self.lost), tuple(self.too_large))


async def archives(
    entries: Sequence[CatalogEntry], read: Callable[[CatalogEntry], Awaitable[bytes | None]], *, most: int
) -> AsyncIterator[Archive]:
    """Put documents into archives, one after the other, so that only one is in memory.

    Args:
        entries: in the order in which they are put.
        read: returns the file of a document as it was given; None where it is lost.
        most: bytes of an archive.

    """
    part = _Part()
    for entry, name in zip(entries, unique_names(tuple(entry.name for entry in entries)), strict=True):
        content = await read(entry)
        if content is None:
            part.lost.append(entry.name)
        elif not _Part().has_room(content, most):
            part.too_large.append(entry.name)
        else:
            if not part.has_room(content, most):
                yield part.end()
                part = _Part()
            part.add(name, entry.added_at, content)
    yield part.end()


def _size(content: bytes) -> int:
    return len(content) + len(content) // 1_000 + _OVERHEAD
