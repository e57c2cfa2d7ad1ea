"""Files, read where they are nothing else, written whole or not at all; folders for their owner alone."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_OWN = ".verbatim"
"""The folder of what is kept, in which the bot's database stands, too."""
_KINDS: Mapping[str, Callable[[int], bool]] = {
    "a folder": stat.S_ISDIR,
    "a named pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": lambda mode: stat.S_ISCHR(mode) or stat.S_ISBLK(mode),
}


def read_regular(path: Path, *, limit: int | None = None) -> bytes:
    """Read a file, or what a link leads to: all, or `limit` bytes and one more where it is longer.

    Raises:
        OSError: it cannot be read, or is something that one could wait for or read from for ever.

    """
    _require_regular(path, path.stat())  # before it is opened, which a device may take for a request
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        _require_regular(path, os.fstat(descriptor))  # it may have been put there since
        return file.read(-1 if limit is None else limit + 1)


def _require_regular(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = next((kind for kind, is_one in _KINDS.items() if is_one(found.st_mode)), "something else")
        raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing, `.verbatim` for its owner alone.

    Raises:
        OSError: it cannot be made.

    """
    for each in (*reversed(folder.parents), folder):
        if each == folder or not each.exists():
            each.mkdir(mode=0o700 if each.name == _OWN else 0o777, exist_ok=True)


@contextlib.contextmanager
def atomic_write(file: Path) -> Iterator[Path]:
    """Yield a path to write to, which takes the file's place at the end; if that fails, nothing is left."""
    new = file.with_name(f"{file.name}.new")
    try:
        yield new
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
