"""An articles folder -> all that an index is made from: its articles, then its aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.text.aliases import collect_aliases
from index.text.articles import collect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.text.articles import Source


def sources_in(folder: Path, *, max_bytes: int) -> Iterator[Source]:
    """Read the articles folder; an article that is longer than so many bytes is not read.

    Raises:
        ArticleError: the folder does not exist, cannot be read, or holds no article.

    """
    yield from collect(folder, max_bytes=max_bytes)
    aliases = collect_aliases(folder)
    if aliases is not None:
        yield aliases
