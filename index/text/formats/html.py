"""HTML -> the main text of a page, as Markdown: the only door to trafilatura and to lxml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import Reason
from index.text.formats.decoding import decode
from index.text.formats.marking import MarkdownWriter
from index.text.formats.types import CONTROLS, Extracted, Oddity, OddityKind, Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # noqa: TID251 - this is its door

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_IN = 2048
"""Bytes at the beginning in which a page names its encoding; HTML says 1,024."""
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:$|[-_])", re.IGNORECASE)
_TITLE_LENGTH = 200
_WORDS = "//body//text()[not(ancestor::script or ancestor::style)]"
_PROSE = frozenset({"p", "head", "quote"})
_BLOCKS = _PROSE | {"list", "table"}
_NO_WORDS = "holds no words that could be found: save it as text"


def extract(content: bytes) -> Extracted:
    """Find the main text of a page, without menus, advertisements and comments.

    Raises:
        Unreadable: it holds no words.

    """
    import trafilatura  # noqa: TID251 - this is its door

    declared = _DECLARED.search(content, 0, _DECLARED_IN)
    text, oddities = decode(content, declared=declared[1].decode("ascii") if declared else None)
    if "<" not in text:
        return Extracted(text, markdown=False, oddities=oddities)
    page = _page(text)
    title, language = _title(page), _LANGUAGE.match(page.get("lang") or "")
    spoken = language[1].lower() if language else None
    found = trafilatura.bare_extraction(
        text, include_comments=False, include_tables=True, include_formatting=True
    )
    writer = MarkdownWriter()
    if isinstance(found, trafilatura.settings.Document):
        _write(found.body, writer)
    if written := writer.text():
        return Extracted(written, markdown=True, title=title, language=spoken, oddities=oddities)
    words = " ".join(page.xpath(_WORDS)).translate(CONTROLS)
    if not words.strip():
        raise Unreadable(Reason.NO_TEXT, _NO_WORDS)
    oddities += (Oddity(OddityKind.MAIN_TEXT_NOT_FOUND),)
    return Extracted(words, markdown=False, title=title, language=spoken, oddities=oddities)


def _page(text: str) -> HtmlElement:
    from lxml.etree import ParserError  # noqa: TID251 - this is its door
    from lxml.html import HTMLParser, document_fromstring  # noqa: TID251 - this is its door

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode(errors="replace"), parser=parser)
    except ParserError as error:
        raise Unreadable(Reason.NO_TEXT, _NO_WORDS) from error


def _title(page: HtmlElement) -> str | None:
    words = " ".join((page.findtext(".//title") or "").translate(CONTROLS).split())
    return words[:_TITLE_LENGTH] or None


def _write(
    element: HtmlElement, writer: MarkdownWriter, *, depth: int = -1, number: int | None = None
) -> None:
    """Write an element of trafilatura's, its words and the blocks in it in the order in which they stand."""
    words = [element.text or ""]

    def flush() -> None:
        if element.tag == "item":
            writer.item("".join(words), depth=depth, number=number)
        elif element.tag == "head":
            writer.heading("".join(words), level=int(element.get("rend", "h2")[1:]))
        else:
            writer.paragraph("".join(words))
        words.clear()

    for child in element:
        if child.tag == "lb":
            words.append(" ")
        elif element.tag == "item" and child.tag in _PROSE:
            words.extend((" ", *child.itertext(), " "))
        elif child.tag in _BLOCKS or (child.tag == "code" and "\n" in "".join(child.itertext())):
            flush()
            _write_block(child, writer, depth)
        else:
            words.extend(child.itertext())
        words.append(child.tail or "")
    flush()


def _write_block(element: HtmlElement, writer: MarkdownWriter, depth: int) -> None:
    if element.tag == "list":
        ordered = element.get("rend") == "ol"
        for number, item in enumerate(element.iterchildren("item"), start=1):
            _write(item, writer, depth=depth + 1, number=number if ordered else None)
    elif element.tag == "table":
        rows = [list(row.iterchildren("cell")) for row in element.iterchildren("row")]
        header = bool(rows) and any(cell.get("role") == "head" for cell in rows[0])
        writer.table([[" ".join(cell.itertext()) for cell in row] for row in rows], header=header)
    elif element.tag == "code":
        writer.code("".join(element.itertext()))
    else:
        _write(element, writer, depth=depth)
