"""One article -> a library of it alone, built in a temporary folder like any other."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from index.library import Library
from index.store.builder import build

if TYPE_CHECKING:
    from index.models.protocols import Models
    from index.text.articles import Source


def library_of(source: Source, models: Models) -> Library:
    """Build and open a library of one article; nothing is left on disk."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / source.name
        file.write_bytes(source.content or b"")
        if source.sidecar is not None:
            file.with_suffix(".toml").write_bytes(source.sidecar)
        index = Path(folder) / "index"
        build(file.parent, index, encoder=models.encoder, max_bytes=file.stat().st_size)
        return Library.open(index, models)
