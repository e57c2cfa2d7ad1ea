"""The file of an SQLite database: whether it is still the one that was opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.errors import ReplacedError

if TYPE_CHECKING:
    from sqlalchemy import URL

_Identity: TypeAlias = "tuple[int, int] | None"

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database; another database would be damaged by it."""


class DatabaseFile:
    """A file and those beside it, as they are when this is made.

    Who deletes or replaces the file of an open database leaves its connections with one that has no name any
    more: what they write is gone when they end.
    """

    def __init__(self, url: URL) -> None:
        self._path = Path(url.database or "")
        self._opened = _identity(self._path)
        self._beside = {path: _identity(path) for path in (Path(f"{self._path}{end}") for end in _BESIDE)}

    def check(self) -> None:
        """Check that the file is still there.

        Raises:
            ReplacedError: it was deleted, or another one is in its place.

        """
        if _identity(self._path) != self._opened:
            raise ReplacedError(f"{self._path} was deleted or replaced while the bot was running")

    def discard(self) -> None:
        """Remove what is left beside a file that is gone, once nobody has it open."""
        for path, opened in self._beside.items():
            if opened is not None and _identity(path) == opened:
                path.unlink(missing_ok=True)


def _identity(path: Path) -> _Identity:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
