"""Headings, paragraphs, lists, tables and code -> Markdown, for formats with other signs for them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.text.formats.types import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT = "    "
"""Stands below an item of a list of either kind."""
_HIGHEST, _LOWEST = 1, 6
_FENCES = ("```", "~~~")


@dataclass(slots=True)
class MarkdownWriter:
    """Takes blocks in reading order; words are put on one line, so that no white space means anything.

    Signs within words are not escaped, as a backslash would stand in every quote of them.
    """

    _lines: list[str] = field(default_factory=list)
    _depth: int = -1
    """Of the list's item written last; -1 where that was none."""

    def heading(self, words: str, *, level: int) -> None:
        """Write a heading, 1 for the highest."""
        if words := _line(words):
            self._block(f"{'#' * min(max(level, _HIGHEST), _LOWEST)} {words}")

    def paragraph(self, words: str) -> None:
        """Write a paragraph."""
        if words := _line(words):
            self._block(f"\\{words}" if words.startswith(_FENCES) else words)

    def item(self, words: str, *, depth: int, number: int | None = None) -> None:
        """Write an item of a list, at depth 0 where it stands in no other item."""
        if not (words := _line(words)):
            return
        depth = min(depth, self._depth + 1)
        sign = "-" if number is None else f"{number}."
        line = f"{_INDENT * depth}{sign} {words}"
        if self._depth >= 0:
            self._lines.append(line)
        else:
            self._block(line)
        self._depth = depth

    def table(self, rows: Sequence[Sequence[str]], *, header: bool) -> None:
        """Write a table; without a header its rows are paragraphs."""
        lines = [[_line(cell) for cell in row] for row in rows if any(map(_line, row))]
        if not header or len(lines) < 2 or len(lines[0]) < 2:
            for line in lines:
                self.paragraph(" | ".join(filter(None, line)))
            return
        names = [name.replace("|", "\\|") for name in lines[0]]
        rule = "---".join(["|"] * (len(names) + 1))
        self._block("\n".join([_row(names), rule, *map(_row, lines[1:])]))

    def code(self, text: str) -> None:
        """Write code, its lines as they are."""
        lines = text.translate(CONTROLS).strip("\r\n").splitlines()
        if any(map(str.strip, lines)):
            fence = next("`" * size for size in itertools.count(3) if "`" * size not in text)
            self._block("\n".join([fence, *lines, fence]))

    def text(self) -> str:
        """Return all that was written."""
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def _block(self, block: str) -> None:
        if self._lines:
            self._lines.append("")
        self._lines.append(block)
        self._depth = -1


def _line(words: str) -> str:
    return " ".join(words.translate(CONTROLS).split())


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
