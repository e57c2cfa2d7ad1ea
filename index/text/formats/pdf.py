"""PDF -> its text as Markdown, with where its pages begin: the only door to pypdf.

Of 159 sentences of five PDFs (`python -m tests.bench.pdf`) pypdf lost none in 0.8 s; pdfplumber, which takes
lines as they stand beside each other, lost 61 in 2.2 s, and 10 where it keeps the order of the file.
"""

from __future__ import annotations

import io
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.errors import Reason
from index.text.formats.page_lines import Line, join
from index.text.formats.types import CONTROLS, Extracted, Oddity, OddityKind, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pypdf import PageObject, PdfReader  # noqa: TID251 - this is its door

_LIGATURES = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
) | dict(zip(range(0x1B, 0x20), ("ff", "fi", "fl", "ffi", "ffl"), strict=True))
"""As characters, and where LaTeX's fonts have them, for files that do not say what these are."""
_LEFT_OUT = {**CONTROLS, **_LIGATURES, 0xAD: 0xAD, **dict.fromkeys(range(0xFDD0, 0xFDF0))}
_MADE_UP = re.compile(r"microsoft word\b|untitled|document\d*$|.*\.\w{2,4}$", re.IGNORECASE)
"""Titles that a program gave."""


def extract(content: bytes) -> Extracted:
    """Read the pages' text; what is only drawn or scanned is no text.

    Raises:
        Unreadable: it is damaged, protected with a password, or holds no text.

    """
    from pypdf import PdfReader  # noqa: TID251 - this is its door
    from pypdf.errors import PyPdfError  # noqa: TID251 - this is its door

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(Reason.PASSWORD, "is protected with a password: save it without one")
        pages = list(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(Reason.DAMAGED, "is a damaged PDF: save it anew, or as text") from error
    lines, unreadable = _lines(pages)
    text, starts = join(lines)
    if not text and unreadable:
        raise Unreadable(Reason.DAMAGED, "has no page that can be read: save it anew, or as text")
    if not text:
        many = f"its {len(pages)} pages" if len(pages) > 1 else "its page"
        message = f"has no text on {many}: if it was scanned, run text recognition (OCR) on it first"
        raise Unreadable(Reason.NO_TEXT, message)
    empty = [number for number, own in enumerate(lines, start=1) if not own and number not in unreadable]
    kinds = {OddityKind.PAGES_WITHOUT_TEXT: empty, OddityKind.PAGES_UNREADABLE: unreadable}
    oddities = tuple(Oddity(kind, _ranges(numbers)) for kind, numbers in kinds.items() if numbers)
    return Extracted(text, markdown=True, title=_title(reader), pages=starts, oddities=oddities)


def _lines(pages: Iterable[PageObject]) -> tuple[list[list[Line]], list[int]]:
    """Read the lines of each page, and say which pages could not be read, counted from 1."""
    lines: list[list[Line]] = []
    unreadable: list[int] = []
    for number, page in enumerate(pages, start=1):
        collector = _Collector()
        try:
            page.extract_text(visitor_text=collector.add)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - one damaged page is not the whole file
            unreadable.append(number)
        lines.append(collector.finish())
    return lines, unreadable


@dataclass(slots=True)
class _Collector:
    """Takes the pieces of a page's text in the order in which pypdf reads them."""

    lines: list[Line] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _size: float = 0.0
    _height: float = 0.0
    _longest: int = 0

    def add(
        self, text: str, of_page: Sequence[float], of_text: Sequence[float], _font: object, size: float
    ) -> None:
        first, *others = text.split("\n")
        self._piece(first, of_page, of_text, size)
        for other in others:
            self._end()
            self._piece(other, of_page, of_text, size)

    def _piece(self, text: str, of_page: Sequence[float], of_text: Sequence[float], size: float) -> None:
        self._words.append(text)
        if len(text.strip()) > self._longest:
            self._longest = len(text.strip())
            self._size = size * math.hypot(*of_text[2:4]) * math.hypot(*of_page[2:4])
            self._height = of_text[5] * of_page[3] + of_page[5]

    def _end(self) -> None:
        text = " ".join("".join(self._words).translate(_LEFT_OUT).split())
        if text:
            self.lines.append(Line(text, self._size, self._height))
        self._words, self._longest = [], 0

    def finish(self) -> list[Line]:
        self._end()
        return self.lines


def _title(reader: PdfReader) -> str | None:
    try:
        title = " ".join(str((reader.metadata and reader.metadata.title) or "").translate(CONTROLS).split())
    except Exception:  # noqa: BLE001 - a title is not worth a file
        return None
    return None if not title or _MADE_UP.match(title) else title[:200]


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers as `2, 5-7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
