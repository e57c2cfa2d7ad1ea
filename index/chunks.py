"""An article's sentences -> the windows in which they are read: about equally long, overlapping a little."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from index.context import context_of
from index.tokens import CLS, MARK, MARK_PARAGRAPH, SEP
from index.types import CUT, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Article

MOST, SHARED = 1300, 170
"""A window holds at most so many characters, some 320 tokens, and so many of the window before it."""
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")


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
    context = context_of(article)
    opens, title = context.opens, article.title.removesuffix(CUT)
    paths = _headings(context.sentences) if article.name.lower().endswith(".md") else {}
    return tuple(
        Window(
            first=own.start,
            title=" › ".join([title, *(part for part in paths.get(own.start, ()) if part != title)]),
            sentences=context.sentences[own.start : own.stop],
            opens=opens[own.start : own.stop],
        )
        for own in chunk(list(map(len, context.sentences)))
    )


def _headings(sentences: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Give, for each sentence of a Markdown article, the headings that it stands below, the highest first."""
    paths: dict[int, tuple[str, ...]] = {}
    open_: list[tuple[int, str]] = []
    for place, sentence in enumerate(sentences):
        if found := _HEADING.match(sentence):
            level = len(found[1])
            open_ = [(other, text) for other, text in open_ if other < level]
        paths[place] = tuple(text for _, text in open_)
        if found:
            open_.append((level, found[2]))
    return paths


def assemble(
    question: Sequence[int], title: Sequence[int], sentences: Sequence[tuple[Sequence[int], bool]]
) -> tuple[list[int], int, list[int]]:
    """Lay out a window as `index.network` reads it.

    Args:
        question: its tokens.
        title: of the article, or what else says where the window stands; may be empty.
        sentences: of the window, each with whether a paragraph begins with it.

    Returns:
        The tokens, how many of them are the question's, and the places of the sentences' marks.

    """
    tokens = [CLS, *question, SEP]
    asked = len(tokens)
    if title:
        tokens += [*title, SEP]
    marks = []
    for sentence, opens in sentences:
        marks.append(len(tokens))
        tokens += [MARK_PARAGRAPH if opens else MARK, *sentence]
    return [*tokens, SEP], asked, marks
