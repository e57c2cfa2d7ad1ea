"""Markdown text -> its blocks, each a stretch of lines: the only door to markdown-it."""

from __future__ import annotations

import enum
import functools
import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_LINE_START = re.compile(r"\r\n|\r|\n")
_DEFINITION_LINES = 20
"""A link's definition that goes on for more lines is read as a paragraph."""
_OPENED, _CLOSED = "_open", "_close"
_CONTAINERS = frozenset({"bullet_list", "ordered_list", "list_item", "blockquote"})
_COLONS = (":", "：")


class Kind(enum.Enum):
    """How a block's sentences are found."""

    PROSE = enum.auto()
    MARKED = enum.auto()
    """Prose behind the signs of a list or a quotation."""
    HEADING = enum.auto()
    ROW = enum.auto()
    """Of a table; the header with the line of dashes below it."""
    CODE = enum.auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines."""

    start: int
    end: int
    kind: Kind
    level: int
    """Of a heading that stands by itself, 1 for the highest; 0 for everything else."""
    led_by: int | None
    """Where the block starts that leads this one in: a list's or code's lead-in, a table's header."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A block by the numbers of its lines."""

    start: int
    end: int
    kind: Kind
    level: int = 0
    led_by: int | None = None


@dataclass(slots=True)
class _Container:
    """What a block stands in, as far as it has been read."""

    led_by: int | None = None
    item: bool = False
    before: _Leaf | None = None
    """The paragraph just before."""


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens once, and remembers what leads in what follows."""

    lines: Sequence[str]
    containers: list[_Container] = field(default_factory=lambda: [_Container()])
    header: int | None = None
    """Of the table that is being read."""

    def leaves(self, tokens: Iterable[Token]) -> Iterator[_Leaf]:
        for token in tokens:
            if token.map:
                yield from self._leaf(token, *token.map)
            if (name := token.type.removesuffix(_OPENED)) in _CONTAINERS:
                inside = self.containers[-1]
                led_by = None if name == "blockquote" else self._led_by(inside)
                self.containers.append(_Container(led_by, item=name == "list_item"))
            elif name.removesuffix(_CLOSED) in _CONTAINERS:
                self.containers.pop()
                self.containers[-1].before = None

    def _leaf(self, token: Token, start: int, end: int) -> Iterator[_Leaf]:
        inside = self.containers[-1]
        if token.type == "paragraph_open":
            kind = Kind.MARKED if len(self.containers) > 1 else Kind.PROSE
            inside.before = _Leaf(start, end, kind, led_by=inside.led_by)
            yield inside.before
        elif token.type == "heading_open":
            inside.before = None
            yield _Leaf(start, end, Kind.HEADING, level=0 if token.level else int(token.tag[1]))
        elif token.type in {"fence", "code_block"}:
            yield _Leaf(start, end, Kind.CODE, led_by=self._led_by(inside))
            inside.before = None
        elif token.type == "thead_open":
            self.header, inside.before = start, None
            yield _Leaf(start, end + 1, Kind.ROW)
        elif token.type == "tr_open" and start != self.header:
            yield _Leaf(start, end, Kind.ROW, led_by=self.header)
        elif token.type in {"html_block", "hr"}:
            inside.before = None

    def _led_by(self, inside: _Container) -> int | None:
        before = inside.before
        if before and (inside.item or self.lines[before.end - 1].rstrip().endswith(_COLONS)):
            return before.start
        return inside.led_by


def blocks(text: str) -> Iterator[Block]:
    """Cut a text where a block or an empty line begins; takes time in proportion to its length.

    Returns:
        The blocks in order; together they are the whole text.

    """
    line_starts = [0, *(end.end() for end in _LINE_START.finditer(text)), len(text)]
    lines = [text[start:end] for start, end in itertools.pairwise(line_starts)]
    # CommonMark counts the same line ends, so its line numbers are ours.
    tokens = _parser().parse(text)
    leaves = {leaf.start: leaf for leaf in _Reader(lines).leaves(tokens)}
    cuts = {0, len(lines)} | {number for number, line in enumerate(lines) if not line.strip()}
    for token in tokens:
        if token.map:
            cuts.update(token.map)
    for leaf in leaves.values():
        if leaf.kind in {Kind.CODE, Kind.HEADING, Kind.ROW}:
            cuts -= {*range(leaf.start + 1, leaf.end)}
    for first, last in itertools.pairwise(sorted(cut for cut in cuts if cut <= len(lines))):
        leaf = leaves.get(first, _Leaf(first, last, Kind.PROSE))
        led_by = None if leaf.led_by is None else line_starts[leaf.led_by]
        yield Block(line_starts[first], line_starts[last], leaf.kind, leaf.level, led_by)


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
