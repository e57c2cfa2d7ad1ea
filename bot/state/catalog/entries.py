"""The documents of servers' libraries, as values; their contents are in the storage, by digest.

A digest is SHA-256 in hex; times are aware, in UTC.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

VERSIONS_KEPT = 5
"""How many earlier versions of a document are kept, at most."""


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What came of reading a link."""

    checked_at: datetime.datetime
    etag: str | None = None
    last_modified: str | None = None
    """What the page's server said of this state of it, to ask whether it changed."""
    problem: str | None = None
    """Why it could not be read, in one sentence; None if it was."""


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A document of a server's library, in its current version."""

    id: int
    """From `new_id`; stays the same in all versions."""
    server: int
    name: str
    """The file's name, as it is shown; two documents of a server may have the same one."""
    title: str
    language: str
    """ISO 639-1 code."""
    url: str | None
    """Where it is published."""
    source: str | None
    """The link that it is read from; None for a file."""
    published: datetime.date | None
    original: str
    """Digest of the file as it was given."""
    document: str
    """Digest of the JSON of what was understood of it, an `index.Document`."""
    text: str
    """Digest of its text, as in `Article.digest`."""
    size: int
    """Of the file as it was given, in bytes."""
    sentences: int
    version: int
    """Counted from 1."""
    added_by: int | None
    """Who added this version; None once they were forgotten."""
    added_at: datetime.datetime
    """When this version was added."""
    checked_at: datetime.datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    problem: str | None = None
    """For a link, as in `LinkCheck`."""
    channels: frozenset[int] | None = None
    """Where it may be quoted: None is everywhere, an empty set nowhere."""
    roles: frozenset[int] | None = None
    """For whom it may be quoted: None is everybody, an empty set nobody."""

    @property
    def article_name(self) -> str:
        """The name of its article, which no other document's article has in any library."""
        return f"{self.id:x}/{self.name}"

    def checked(self, check: LinkCheck | None) -> CatalogEntry:
        """Return the same document with what came of reading its link; None where it is a file."""
        if check is None:
            return replace(self, checked_at=None, etag=None, last_modified=None, problem=None)
        return replace(
            self,
            checked_at=check.checked_at,
            etag=check.etag,
            last_modified=check.last_modified,
            problem=check.problem,
        )


@dataclass(frozen=True, slots=True)
class CatalogVersion:
    """An earlier version of a document."""

    number: int
    original: str
    document: str
    size: int
    added_by: int | None
    added_at: datetime.datetime
    """All as in `CatalogEntry`."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is of documents, or how much there may be."""

    documents: int
    size: int
    """Bytes of the files as they were given."""
    sentences: int

    @classmethod
    def of(cls, entries: Iterable[CatalogEntry]) -> Self:
        """Sum up documents, in their current versions."""
        listed = tuple(entries)
        return cls(len(listed), sum(each.size for each in listed), sum(each.sentences for each in listed))

    def plus(self, *, size: int, sentences: int = 0) -> Amount:
        """Add a document."""
        return Amount(self.documents + 1, self.size + size, self.sentences + sentences)

    def together(self, other: Amount) -> Amount:
        """Add what comes along."""
        return Amount(
            self.documents + other.documents, self.size + other.size, self.sentences + other.sentences
        )

    def without(self, size: int, sentences: int) -> Amount:
        """Take a document away."""
        return Amount(self.documents - 1, self.size - size, self.sentences - sentences)


NOTHING = Amount(0, 0, 0)


class CatalogRefusal(enum.StrEnum):
    """Why a change of the catalogue was not made."""

    DOCUMENTS = "documents"
    SIZE = "size"
    SENTENCES = "sentences"
    """The server would have more of them than it may."""
    GONE = "gone"
    """The server has no such document any more."""
    CHANGED = "changed"
    """Somebody else has changed the document since it was read."""


def exceeded(before: Amount, after: Amount, most: Amount) -> CatalogRefusal | None:
    """Say of what a change would make more than there may be; what it does not make more of may stay."""
    measures = (
        (CatalogRefusal.DOCUMENTS, before.documents, after.documents, most.documents),
        (CatalogRefusal.SIZE, before.size, after.size, most.size),
        (CatalogRefusal.SENTENCES, before.sentences, after.sentences, most.sentences),
    )
    return next((refusal for refusal, old, new, limit in measures if new > max(old, limit)), None)
