"""Entries of the catalogue <-> rows, whose columns are named as the fields are."""

from __future__ import annotations

from dataclasses import fields

from bot.state.catalog.entries import CatalogEntry, CatalogVersion
from bot.state.tables import CatalogRow, CatalogVersionRow

_FIELDS = tuple(field.name for field in fields(CatalogEntry))
_OF_VERSIONS = tuple(field.name for field in fields(CatalogEntry) if field.name not in {"channels", "roles"})
"""What another version of a document brings with it."""


def entry_row(entry: CatalogEntry) -> CatalogRow:
    """Make a row of a document."""
    return CatalogRow(**{name: getattr(entry, name) for name in _FIELDS})


def entry_of(row: CatalogRow) -> CatalogEntry:
    """Read a document from its row."""
    return CatalogEntry(**{name: getattr(row, name) for name in _FIELDS})


def renew(row: CatalogRow, entry: CatalogEntry) -> None:
    """Put another version of a document into its row, where limits stay as they are."""
    for name in _OF_VERSIONS:
        setattr(row, name, getattr(entry, name))


def version_row(row: CatalogRow) -> CatalogVersionRow:
    """Make a row of what is to be an earlier version of a document."""
    return CatalogVersionRow(
        entry=row.id,
        number=row.version,
        original=row.original,
        document=row.document,
        size=row.size,
        added_by=row.added_by,
        added_at=row.added_at,
    )


def version_of(row: CatalogVersionRow) -> CatalogVersion:
    """Read such a version from its row."""
    return CatalogVersion(row.number, row.original, row.document, row.size, row.added_by, row.added_at)
