"""A file that is written whole or not at all, and folders for its owner alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OWN = ".verbatim"
"""The folder of what is kept, in which the bot's database stands, too."""


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
