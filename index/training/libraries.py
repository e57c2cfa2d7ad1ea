"""An article -> a library of it alone, built in a temporary folder like any other."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from index.building import build
from index.calibration import SEARCH_ONLY
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.search import Found
    from index.types import Article, Encoder, Reader

_BATCH = 64
"""Questions embedded together."""


def library_of(article: Article, *, encoder: Encoder, reader: Reader | None = None) -> Library:
    """Build and open a library of one article; nothing is left on disk."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / article.name
        file.write_bytes(b"\xef\xbb\xbf" + article.text.encode())
        index = Path(folder) / "index"
        build(file.parent, index, encoder=encoder, max_bytes=file.stat().st_size)
        return Library.open(index, encoder=encoder, reader=reader, calibration=SEARCH_ONLY)


def searched(library: Library, questions: Sequence[str]) -> Iterator[Found]:
    """Search for each question, many embedded at a time."""
    for start in range(0, len(questions), _BATCH):
        yield from library.search_all(questions[start : start + _BATCH])
