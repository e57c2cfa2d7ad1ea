"""A file that is written whole or not at all."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def atomic_write(file: Path) -> Iterator[Path]:
    """Yield a path to write to, which takes the file's place at the end; if that fails, nothing is left."""
    new = file.with_name(f"{file.name}.new")
    try:
        yield new
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
