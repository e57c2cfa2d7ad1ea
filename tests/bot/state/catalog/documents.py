"""Documents that the tests of the catalogue keep."""

from __future__ import annotations

import datetime
from dataclasses import replace

from bot.state.catalog.entries import Amount, CatalogEntry
from tests.bot.state.kept import ASKER, CHANNEL, NOON, SERVER

PLENTY = Amount(documents=100, size=2**40, sentences=10**6)
HANDBOOK = CatalogEntry(
    id=2**63 - 7,
    server=SERVER,
    name="太鼓 handbook.pdf",
    title="The handbook",
    language="en",
    url="https://drums.example/handbook",
    source=None,
    published=datetime.date(2025, 12, 31),
    original="ab" * 32,
    document="cd" * 32,
    text="ef" * 32,
    size=5 * 2**32,
    sentences=40,
    version=1,
    added_by=ASKER,
    added_at=NOON,
)
NEWS = replace(
    HANDBOOK,
    id=5,
    name="news.html",
    url=None,
    source="https://drums.example/news",
    published=None,
    size=10,
    sentences=2,
    added_at=NOON + datetime.timedelta(seconds=1),
    checked_at=NOON,
    etag='"one"',
    last_modified="Wed, 14 Jan 2026 12:00:00 GMT",
    problem=None,
    channels=frozenset({CHANNEL}),
    roles=frozenset[int](),
)


def newer(entry: CatalogEntry, **changes: object) -> CatalogEntry:
    """Make the next version of a document, with other contents."""
    version = entry.version + 1
    contents = {"original": f"{version:064x}", "document": f"{version + 1000:064x}"}
    return replace(entry, version=version, **{**contents, **changes})  # type: ignore[arg-type]
