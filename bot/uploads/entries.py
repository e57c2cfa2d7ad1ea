"""A document that a press is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import RefusedError

if TYPE_CHECKING:
    from bot.state.catalog.entries import CatalogEntry
    from bot.state.repository import Repository


async def stored_entry(repository: Repository, server: int, entry: int) -> CatalogEntry:
    """Return a document as it is stored at this moment.

    Raises:
        RefusedError: the server has no such document any more.
        AwayError: the database is away.

    """
    for each in await repository.stored_catalog(server):
        if each.id == entry:
            return each
    raise RefusedError("document-gone")
