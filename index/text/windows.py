"""An article's sentences -> the windows in which they are read: about equally long, overlapping a little."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.types import CUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Article

MOST, SHARED = 1300, 170
"""A window holds at most so many characters, some 320 tokens, and so many of the window before it."""


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences of one article, as a reader reads them."""

    first: int
    """The place of its first sentence among all that may be quoted."""
    title: str
    """What says where it stands: the article's title, and the headings of its first sentence."""
    sentences: tuple[str, ...]
    opens: tuple[bool, ...]
    """For each sentence, whether a paragraph begins with it."""

    @property
    def stop(self) -> int:
        """The place behind its last sentence."""
        return self.first + len(self.sentences)


def chunk(lengths: Sequence[int], *, most: int = MOST, shared: int = SHARED) -> list[range]:
    """Cut sentences into windows; a sentence that is longer than a window is one of its own.

    Args:
        lengths: of an article's sentences.
        most: the length of a window.
        shared: of what a window begins with that the one before it ends with, so that "she" has a name.

    """
    total = sum(lengths)
    count = max(1, math.ceil((total - shared) / (most - shared)))
    fair = min(most, (total - shared) / count + shared + max(lengths, default=0) / 2)
    windows: list[range] = []
    start = 0
    while True:
        stop, used = start, 0
        while stop < len(lengths) and (stop == start or used + lengths[stop] <= fair):
            used += lengths[stop]
            stop += 1
        if windows and stop <= windows[-1].stop:  # nothing new fits behind what is shared
            start += 1
            continue
        windows.append(range(start, stop))
        if stop == len(lengths):
            return windows
        start, back = stop, 0
        while start - 1 > windows[-1].start and back + lengths[start - 1] <= shared:
            start -= 1
            back += lengths[start]


def windows_of(article: Article) -> tuple[Window, ...]:
    """Cut an article into windows, their places counted in the article."""
    sentences = tuple(map(article.read, article.sentences))
    title = article.title.removesuffix(CUT)
    windows = chunk(list(map(len, sentences)))
    return tuple(
        Window(
            first=places.start,
            title=" › ".join([title, *(part for part in article.path(places.start) if part != title)]),
            sentences=sentences[places.start : places.stop],
            opens=tuple(map(article.opens_paragraph, places)),
        )
        for places in windows
    )
