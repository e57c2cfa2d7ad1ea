"""What fetching takes and gives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

LISTINGS = frozenset(
    {
        "application/atom+xml",
        "application/gzip",
        "application/rdf+xml",
        "application/rss+xml",
        "application/x-gzip",
        "application/xml",
        "text/xml",
    }
)
"""Media types of feeds and sitemaps, which may be packed."""
DOCUMENTS = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/xhtml+xml",
        "text/html",
        "text/markdown",
        "text/plain",
        "text/x-markdown",
    }
)
READABLE = LISTINGS | DOCUMENTS


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a server says of the version that it sent, to be asked for another one only."""

    etag: str | None = None
    last_modified: str | None = None
    """As the server wrote it."""


UNCONDITIONAL = Conditions()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    url: str
    """Where it was found, after redirects."""
    content: bytes = field(repr=False)
    """Unpacked, as far as it was packed for the way only."""
    content_type: str
    """The media type alone, in lower case."""
    charset: str | None = None
    """As the server says, in lower case, which may be wrong or no charset at all; None where it says none."""
    conditions: Conditions = UNCONDITIONAL

    @property
    def is_listing(self) -> bool:
        """Whether it says of itself that it lists pages, as a feed or sitemap, and is none itself."""
        return self.content_type in LISTINGS

    @property
    def digest(self) -> str:
        """SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class NotModified:
    """A page is still as the conditions say."""

    url: str
    """Where it was found, after redirects."""
