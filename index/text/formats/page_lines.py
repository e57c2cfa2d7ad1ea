"""Printed lines, page by page -> paragraphs, headings and lists as Markdown, and where the pages begin."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.text.formats.marking import MarkdownWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PAGE = "\ufdd0"
"""Stands where a page begins until the text is whole; no text holds it, as it is no character."""
_LARGE, _SMALL = 1.12, 0.9
"""Sizes of headings and of notes, as parts of the size that most words have."""
_LONGEST_HEADING = 200
_GAP = 1.35
"""Between paragraphs, as a part of the usual distance of two lines."""
_SHORT, _SHORTER = 0.8, 0.6
"""Of a full line: a last one that ends a sentence, and one that no sentence goes on from."""
_END = re.compile(r"[.!?:;…。！？：]['\"”’»)\]]*$")
_BULLET = re.compile(r"[•‣▪●◦–\u2013\uf0b7\uf095\uf0a7·*-]\s+(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|\(?[a-z]\))\s")
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_HYPHENS = ("-", "\xad", "‐")
_SIGNS = re.compile(r"[#\-\s\\]*")
_WORD = re.compile(r"\w+(?:-\w+)*")
_REPEATED = 3
"""A line at the edge of so many pages, and of half of them, is none of the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed."""

    text: str
    size: float
    """Of its letters, in points."""
    height: float
    """Above the foot of the page, in points."""


@dataclass(slots=True)
class _Block:
    text: str
    level: int | None = None
    bullet: bool = False


def join(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """Join lines to paragraphs, across columns and pages, and words that were parted at the end of a line.

    Returns:
        The text as Markdown, and the offset at which each page begins.

    """
    lines = list(_without_running(pages))
    writer = MarkdownWriter()
    for block in _blocks(lines):
        if block.level is not None:
            writer.heading(block.text, level=block.level)
        elif block.bullet:
            writer.item(block.text, depth=0)
        else:
            writer.paragraph(block.text)
    parts = writer.text().replace("\xad", "").split(_PAGE)
    text = "".join(parts)
    offsets = itertools.accumulate(map(len, parts[:-1]))
    starts = [_line_start(text, offset) for offset in offsets]
    behind = [len(text)] * (len(pages) - len(starts))
    return text, (*starts, *behind) if text else ()


def _line_start(text: str, offset: int) -> int:
    """Go back to where a line starts if only the signs of a heading or an item stand between."""
    start = text.rfind("\n", 0, offset) + 1
    return start if _SIGNS.fullmatch(text, start, offset) else offset


def _without_running(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Leave out headers, footers and page numbers: what stands at the edges of many pages but for numbers."""
    edges = Counter(key for own in pages for key in {*_edges(own)})
    many = max(_REPEATED, len(pages) / 2)
    for own in pages:
        kept = list(own)
        for place in (0, -1):
            while kept and _is_running(key := _key(kept[place], place), edges[key], many):
                kept.pop(place)
        yield kept or list(own)


def _is_running(key: tuple[int, str], times: int, many: float) -> bool:
    return times >= many or (key[1] == "#" and times > 1)


def _edges(page: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for place, lines in ((0, page[:2]), (-1, page[-2:])):
        yield from (_key(line, place) for line in lines)


def _key(line: Line, place: int) -> tuple[int, str]:
    # A sentence that differs from another by a number says something else.
    return place, line.text if _END.search(line.text) else re.sub(r"\d+", "#", line.text)


def _blocks(pages: Sequence[Sequence[Line]]) -> Iterator[_Block]:
    lines = [line for page in pages for line in page]
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    large = sorted({round(size) for size in sizes if size > usual * _LARGE}, reverse=True)
    parting = _Parting.of(lines, usual)
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    block: _Block | None = None
    before: Line | None = None
    notes: list[_Block] = []
    marks = ""
    for page in pages:
        marks += _PAGE
        for line in page:
            text, marks = marks + line.text, ""
            heading, note = line.size > usual * _LARGE, line.size < usual * _SMALL
            if note and block is not None:
                notes.append(_Block(text))
                continue
            if block and before and not parting.between(before, line):
                block.text = _joined(block.text, text, words)
            else:
                yield from _closed(block, notes)
                notes.clear()
                bullet = _BULLET.match(line.text)
                plain = text.replace(bullet[0], "", 1) if bullet else text
                level = large.index(round(line.size)) + 1 if heading and round(line.size) in large else None
                block = _Block(plain, level, bullet=bullet is not None)
            before = line
    yield from _closed(block, notes)


def _closed(block: _Block | None, notes: Iterable[_Block]) -> Iterator[_Block]:
    if block:
        if len(block.text) > _LONGEST_HEADING:
            block.level = None
        yield block
    yield from notes


@dataclass(frozen=True, slots=True)
class _Parting:
    """Tells where a paragraph ends."""

    usual: float
    """Size of most letters."""
    gap: float
    """Distance of most lines."""
    full: int
    """Length of a full line."""

    @classmethod
    def of(cls, lines: Sequence[Line], usual: float) -> _Parting:
        body = [line for line in lines if usual * _SMALL <= line.size <= usual * _LARGE]
        gaps = [before.height - line.height for before, line in itertools.pairwise(body)]
        down = [gap for gap in gaps if 0 < gap < usual * 4]
        lengths = sorted(len(line.text) for line in body)
        full = lengths[int(len(lengths) * 0.8)] if lengths else 0
        return cls(usual, statistics.median_low(down) if down else 0.0, full)

    def between(self, before: Line, line: Line) -> bool:
        """Whether a block ends between two lines."""
        if round(before.size) != round(line.size) or _BULLET.match(line.text) or _NUMBER.match(line.text):
            return True
        down = before.height - line.height
        if line.size > self.usual * _LARGE:
            return not 0 < down < line.size * 2
        if self.gap and down > self.gap * _GAP:
            return True
        length = len(before.text)
        if _END.search(before.text):
            return length < self.full * _SHORT
        return (
            length < self.full * _SHORTER and not line.text[0].islower() and before.text[-1] not in _HYPHENS
        )


def _joined(before: str, line: str, words: Counter[str]) -> str:
    marks = _PAGE * (len(line) - len(line.lstrip(_PAGE)))
    rest = line.lstrip(_PAGE)
    if before.endswith(_HYPHENS) and rest[:1].islower() and before[-2:-1].isalpha():
        left, right = _WORD.findall(before)[-1], _WORD.findall(rest)[0]
        whole, hyphened = f"{left}{right}".lower(), f"{left}-{right}".lower()
        keep = before[-1] != "\xad" and words[hyphened] > words[whole]
        return f"{before if keep else before[:-1]}{marks}{rest}"
    space = "" if _UNSPACED.match(before[-1]) and _UNSPACED.match(rest) else " "
    return f"{before}{space}{marks}{rest}"
