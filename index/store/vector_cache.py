"""Vectors of texts that were embedded before: one SQLite file for all libraries, shared by processes.

A vector is known by its model and by its text, so that what many libraries hold is embedded once, and a build
that was killed goes on where it was. The cache only saves time: where it cannot be used, there is none.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from filelock import FileLock

from index.files import make_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import TracebackType

    import numpy.typing as npt

    from index.types import Vectors

log = logging.getLogger(__name__)

_T = TypeVar("_T")

DEFAULT_MAX_BYTES = 2**30
"""Some 600,000 vectors of the bundled model."""
_TABLES = """
CREATE TABLE IF NOT EXISTS models (model INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS vectors (
    model INTEGER NOT NULL, text INTEGER NOT NULL, vector BLOB NOT NULL, checksum INTEGER NOT NULL,
    used INTEGER NOT NULL, PRIMARY KEY (model, text)
);
CREATE INDEX IF NOT EXISTS vectors_used ON vectors (used);
"""
_PAGE_BYTES = 16_384
"""A page of SQLite's usual 4 KiB would hold two vectors and waste the rest."""
_PATIENCE = 30.0
"""Seconds to wait for another process that writes."""
_DROPPED = 1_000
"""Vectors that are removed at a time, where there are too many."""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""The last one is said of tables that are not ours."""


class VectorCache:
    """Vectors by the model's digest and the text's id; to be used by one thread at a time.

    A file that is damaged is set aside, and begun anew. If the disk refuses, nothing is found and nothing is
    kept from then on. Both are said once in the log.

    Args:
        file: where it is kept; made with its folder when it is missing.
        max_bytes: how long the file may become; what was not used for longest goes first.
        clock: says what time it is, in seconds.

    """

    def __init__(
        self, file: Path, *, max_bytes: int = DEFAULT_MAX_BYTES, clock: Callable[[], float] = time.time
    ) -> None:
        self._file = file
        self._max_bytes = max_bytes
        self._clock = clock
        self._database: sqlite3.Connection | None = None
        self._inode = 0
        self._refused = False

    def __enter__(self) -> VectorCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; it is opened again when it is next used."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def find(self, model_digest: str, texts: Iterable[int]) -> dict[int, npt.NDArray[np.float32]]:
        """Return what is known of texts, by their ids; each of shape (dimension,)."""
        asked = json.dumps(list(texts))
        return self._tried(lambda database: self._find(database, model_digest, asked), {})

    def keep(self, model_digest: str, texts: Sequence[int], vectors: Vectors) -> None:
        """Keep one row for each text, at once and for good."""
        rows = [np.ascontiguousarray(row, dtype="<f4").tobytes() for row in vectors]
        self._tried(lambda database: self._keep(database, model_digest, texts, rows), None)

    def _find(
        self, database: sqlite3.Connection, digest: str, asked: str
    ) -> dict[int, npt.NDArray[np.float32]]:
        there = (
            "model = (SELECT model FROM models WHERE digest = ?) AND text IN (SELECT value FROM json_each(?))"
        )
        rows = database.execute(f"SELECT text, vector, checksum FROM vectors WHERE {there}", (digest, asked))  # noqa: S608
        found = {
            text: np.frombuffer(vector, dtype="<f4").astype(np.float32)
            for text, vector, checksum in rows
            if zlib.crc32(vector) == checksum  # another one is embedded again, and written over
        }
        if found:
            with database:
                used = int(self._clock())
                database.execute(f"UPDATE vectors SET used = ? WHERE {there}", (used, digest, asked))  # noqa: S608
        return found

    def _keep(
        self, database: sqlite3.Connection, digest: str, texts: Sequence[int], rows: Sequence[bytes]
    ) -> None:
        used = int(self._clock())
        with database:
            database.execute("INSERT OR IGNORE INTO models (digest) VALUES (?)", (digest,))
            (model,) = database.execute("SELECT model FROM models WHERE digest = ?", (digest,)).fetchone()
            database.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?, ?)",
                ((model, text, row, zlib.crc32(row), used) for text, row in zip(texts, rows, strict=True)),
            )
        while _bytes_used(database) > self._max_bytes:
            with database:
                oldest = "SELECT rowid FROM vectors ORDER BY used, rowid LIMIT ?"
                gone = database.execute(f"DELETE FROM vectors WHERE rowid IN ({oldest})", (_DROPPED,))  # noqa: S608
            if not gone.rowcount:
                break

    def _tried(self, act: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        """Do something with the database; once more with a new one, if it is damaged."""
        for again in (True, False):
            if self._refused:
                break
            try:
                return act(self._opened())
            except (sqlite3.Error, OSError) as error:
                self.close()
                if not (again and self._set_aside(error)):
                    self._refused = True
                    log.warning("the cache of vectors %s is not used: %s", self._file, error)
        return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            make_folder(self._file.parent)
            with self._alone():
                self._database = sqlite3.connect(self._file, timeout=_PATIENCE, check_same_thread=False)
                self._inode = self._file.stat().st_ino
                self._database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
                self._database.execute("PRAGMA journal_mode = WAL")
                self._database.execute("PRAGMA synchronous = NORMAL")
                self._database.executescript(_TABLES)
        return self._database

    def _set_aside(self, error: Exception) -> bool:
        """Move a damaged file away, unless another process did; return whether there can be a new one."""
        if not isinstance(error, sqlite3.DatabaseError) or error.sqlite_errorcode & 0xFF not in _DAMAGED:
            return False
        damaged = self._file.with_name(f"{self._file.name}.damaged")
        try:
            with self._alone():
                if self._file.exists() and self._file.stat().st_ino == self._inode:
                    self._file.replace(damaged)
                    for suffix in ("-wal", "-shm"):
                        Path(f"{self._file}{suffix}").unlink(missing_ok=True)
                    log.warning(
                        "the cache of vectors %s is begun anew: it is damaged (%s) and was renamed to %s",
                        self._file,
                        error,
                        damaged.name,
                    )
        except OSError:
            return False
        return True

    def _alone(self) -> FileLock:
        """Hold off other processes that open the file, or set it aside."""
        return FileLock(f"{self._file}.lock", timeout=_PATIENCE)


def _bytes_used(database: sqlite3.Connection) -> int:
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (free,) = database.execute("PRAGMA freelist_count").fetchone()
    (size,) = database.execute("PRAGMA page_size").fetchone()
    return int((pages - free) * size)
