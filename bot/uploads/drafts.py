"""Files that were understood, and whose sender has not confirmed them yet; only in memory, for a while."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cache import BoundedCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.catalog.entries import CatalogEntry, LinkCheck
    from index import Document

KEPT = 15 * 60.0
"""Seconds; as long as Discord lets a private message be changed."""
_DRAFTS = 200
_BYTES = 256 * 2**20
"""Of all drafts together; the earliest goes first."""


@dataclass(frozen=True, slots=True)
class UnderstoodFile:
    """A file or a page, and what was understood of it."""

    document: Document
    content: bytes
    entry_id: int
    """Of the document that it becomes, if it does not replace one."""
    source: str | None = None
    check: LinkCheck | None = None
    """Where it was found, and what was said of it there; None for a file that somebody gave."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Files that somebody gave to a server's library."""

    server: int
    user: int
    files: tuple[UnderstoodFile, ...]
    replacing: CatalogEntry | None
    """The document that the one file takes the place of, as it was when the file came."""
    made_at: float
    """By the clock of the drafts."""

    @property
    def size(self) -> int:
        """Count its bytes."""
        return sum(len(file.content) for file in self.files)


class Drafts:
    """The drafts there are."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._drafts: BoundedCache[str, Draft] = BoundedCache(_DRAFTS)

    def add(self, draft: Draft) -> str:
        """Keep a draft; returns the key that nobody can guess."""
        key = secrets.token_hex(8)
        self._drafts.put(key, draft)
        room = _BYTES
        for kept_key, kept in reversed([*self._drafts.items()]):
            room -= kept.size
            if not self._is_fresh(kept) or (room < 0 and kept_key != key):
                self._drafts.drop(kept_key)
        return key

    def get(self, key: str) -> Draft | None:
        """Return a draft, if it is still there."""
        draft = self._drafts.get(key)
        return draft if draft is not None and self._is_fresh(draft) else None

    def drop(self, key: str) -> None:
        """Forget a draft."""
        self._drafts.drop(key)

    def _is_fresh(self, draft: Draft) -> bool:
        return self._clock() - draft.made_at < KEPT
