"""A text -> its sentences, paragraphs, headings and lead-ins, as Markdown or plain lines mark them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.text import sentences
from index.text.markdown import Kind, blocks
from index.types import Heading, LeadIn, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.text.markdown import Block

_LINE = re.compile(r"[^\r\n]+")
_ANY_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_LINE_END = re.compile(r"[\r\n]")
_EMPTY_LINE = re.compile(r"[\r\n]\s*[\r\n]")
_SIGNS = re.compile(r"(?:[ \t>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*")
"""Before the words of a list's item or of a quotation."""
_CODE = 800
"""Code of more characters is cut between its lines, at an empty line from half of it on."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What `Article` has of the same names."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[Heading, ...]
    lead_ins: tuple[LeadIn, ...]


def structure_of(text: str, *, markdown: bool, language: str) -> Structure:
    """Find what a text consists of.

    A sentence never crosses a paragraph. In plain text a line is a paragraph; in Markdown a block is one: its
    hard-wrapped lines belong together, a list's item stands alone, and a heading, a table's row or a piece of
    code is one sentence.
    """
    if markdown:
        return _of_markdown(text, language)
    lines = (line.span() for line in _LINE.finditer(text))
    spans = [span for start, end in lines for span in sentences.split(text, start, end, language=language)]
    return Structure(tuple(spans), tuple(_paragraphs(text, spans, _LINE_END)), (), ())


def _of_markdown(text: str, language: str) -> Structure:
    spans: list[Span] = []
    headings: list[Heading] = []
    lead_ins: list[LeadIn] = []
    leading: dict[int, Span] = {}
    for block in blocks(text):
        place = len(spans)
        spans.extend(_sentences(text, block, language))
        if len(spans) == place:
            continue
        leading[block.start] = _first_line(text, spans[place]) if block.kind is Kind.ROW else spans[-1]
        if block.level and (words := _words(text, spans[place])):
            headings.append(Heading(place, block.level, words))
        if block.led_by is not None:
            _lead_in(lead_ins, LeadIn(place, len(spans) - 1, leading[block.led_by]))
    paragraphs = tuple(_paragraphs(text, spans, _EMPTY_LINE))
    return Structure(tuple(spans), paragraphs, tuple(headings), tuple(lead_ins))


def _sentences(text: str, block: Block, language: str) -> Iterator[Span]:
    start, end = block.start, block.end
    if block.kind is Kind.CODE:
        yield from _pieces(text, start, end)
    elif block.kind in {Kind.HEADING, Kind.ROW}:
        yield from sentences.stripped(text, start, end)
    else:
        signs = _SIGNS.match(text, start, end) if block.kind is Kind.MARKED else None
        yield from sentences.split(text, start, end, words=signs and signs.end(), language=language)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut code between its lines where it is long; its last line, which often only ends it, stays with it."""
    first = start
    for line in _ANY_LINE.finditer(text, start, end):
        if line.end() == end:
            break
        long = line.end() - first > _CODE
        if first < line.start() and (long or (line.start() - first > _CODE // 2 and not line[0].strip())):
            yield from sentences.stripped(text, first, line.start())
            first = line.start()
    yield from sentences.stripped(text, first, end)


def _words(text: str, heading: Span) -> Span | None:
    """Leave out the signs that make a heading, or the line below it; None where no words are left."""
    shown = text[heading.start : heading.end]
    if shown.startswith("#"):
        words = shown.lstrip("#").lstrip()
        start = heading.end - len(words)
        closed = words.rstrip("#")
        if closed != closed.rstrip() or not closed:
            words = closed.rstrip()
    else:
        start, words = heading.start, shown[: max(shown.rfind("\n"), shown.rfind("\r"))].rstrip()
    return Span(start, start + len(words)) if words else None


def _first_line(text: str, span: Span) -> Span:
    line = _LINE.match(text, span.start, span.end)
    return Span(span.start, span.start + len(line[0].rstrip())) if line else span


def _lead_in(lead_ins: list[LeadIn], new: LeadIn) -> None:
    last = lead_ins[-1] if lead_ins else None
    if last and last.text == new.text and last.last + 1 == new.first:
        lead_ins[-1] = LeadIn(last.first, new.last, new.text)
    else:
        lead_ins.append(new)


def _paragraphs(text: str, spans: Sequence[Span], parting: re.Pattern[str]) -> Iterator[int]:
    if spans:
        yield 0
    for place, (before, span) in enumerate(itertools.pairwise(spans), start=1):
        if parting.search(text, before.end, span.start):
            yield place
