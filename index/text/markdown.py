"""Markdown text -> its blocks, each a stretch of lines: the only door to markdown-it."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_LINE_START = re.compile(r"\r\n|\r|\n")
_DEFINITION_LINES = 20
"""A link's definition that goes on for more lines is read as a paragraph."""


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text where a block or an empty line begins; takes time in proportion to its length.

    Returns:
        Where each stretch of lines starts and ends, in order; together they are the whole text.

    """
    line_starts = [0, *(end.end() for end in _LINE_START.finditer(text)), len(text)]
    # CommonMark counts the same line ends, so its line numbers are ours.
    cuts = {0, len(line_starts) - 1}
    for token in _parser().parse(text):
        if token.map:
            cuts.update(token.map)
    cuts |= {
        number
        for number, line in enumerate(itertools.pairwise(line_starts))
        if not text[slice(*line)].strip()
    }
    for first, last in itertools.pairwise(sorted(cut for cut in cuts if cut < len(line_starts))):
        yield line_starts[first], line_starts[last]


@functools.cache
def _parser() -> MarkdownIt:
    """Make a parser of blocks alone, as what stands within a line cuts nothing."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    parser.block.ruler.at("reference", _definition)
    return parser


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - so called
    """Read a link's definition with markdown-it, which copies a title once for each of its lines."""
    from markdown_it.rules_block import reference

    last = state.lineMax
    state.lineMax = min(last, start + _DEFINITION_LINES)
    try:
        return reference(state, start, end, silent)
    finally:
        state.lineMax = last
