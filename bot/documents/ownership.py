"""Whose a storage is: it bears the id of the one database that may delete what is in it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.state.repository import Repository
    from bot.storage.contents import ContentStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ForeignStorage:
    """A storage that is another database's, or may be."""

    found: str | None
    """The id that it bears; None where it bears none and holds what this database does not name."""
    expected: str
    """The id of this database."""


class StorageOwnership:
    """Tells whether what the database does not name may be deleted from a storage; used on one loop."""

    def __init__(self, store: ContentStore, repository: Repository) -> None:
        self._store = store
        self._repository = repository
        self._said: ForeignStorage | None = None
        self.foreign: ForeignStorage | None = None
        """What was found where the storage was not this database's, when somebody looked last."""

    async def is_ours(self) -> bool:
        """Look whether the storage bears the id of this database, also where another process wrote it since.

        One that bears none gets it where it holds nothing that the database does not name: then nothing can
        be lost by that, now or later, as whoever else comes finds the id. That is so of an empty one, and of
        one from before there were ids, unless the database is a wrong one.

        Raises:
            StorageError: the storage is away.
            AwayError: the database is.

        """
        expected, found = await self._repository.database_id(), await self._store.owner()
        if found is None:
            stored = await self._store.digests()  # first, so that what is put meanwhile is named by then
            if stored <= await self._repository.digests_in_use():
                await self._store.set_owner(expected)
                found = expected
        self.foreign = None if found == expected else ForeignStorage(found, expected)
        self._say(self.foreign)
        return self.foreign is None

    def _say(self, foreign: ForeignStorage | None) -> None:
        """Say it once, until it is otherwise."""
        if foreign is not None and foreign != self._said:
            seen = (
                "it bears no id of a database, and holds contents that this one does not name"
                if foreign.found is None
                else f"it bears the id of another database, {foreign.found}"
            )
            log.warning(
                "nothing is deleted from the storage of documents: %s; the id of this database is %s. Set"
                " VERBATIM_DATABASE_URL to the database that names what is stored, or VERBATIM_STORAGE_URL to"
                " another storage; if this database takes the place of that one, write %s into %s",
                *(seen, foreign.expected, foreign.expected, self._store.owner_file),
            )
        self._said = foreign
