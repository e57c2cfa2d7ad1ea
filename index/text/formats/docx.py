"""DOCX -> its headings, paragraphs, lists, tables and code, as Markdown: the only door to python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.errors import Reason
from index.text.formats.marking import MarkdownWriter
from index.text.formats.types import CONTROLS, Extracted, Oddity, OddityKind, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document  # noqa: TID251 - this is its door
    from docx.oxml.xmlchemy import BaseOxmlElement as Element  # noqa: TID251 - this is its door

_MOST_FILES, _MOST_BYTES = 10_000, 256 * 2**20
"""What a document may unpack to."""
_OTHERS = {
    "xl/": (Reason.SPREADSHEET, "a spreadsheet"),
    "ppt/": (Reason.PRESENTATION, "a presentation"),
    "mimetype": (Reason.OTHER_DOCUMENT, "another kind of document or book"),
}
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CODE = re.compile(r"code|preformatted|source|listing", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number)(?: (\d))?", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level that makes no heading."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_SPACES = {f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}p"}
_SKIPPED = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "tbl", "pPr", "rPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def extract(content: bytes) -> Extracted:
    """Read a document's body; headers, footers, notes and comments are no part of it.

    Raises:
        Unreadable: it is no such document, unpacks to too much, or holds no words.

    """
    import docx  # noqa: TID251 - this is its door

    _check(content)
    try:
        document = docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, SyntaxError) as error:  # a syntax error in its XML
        message = "is a damaged Word document: save it anew, or as text"
        raise Unreadable(Reason.DAMAGED, message) from error
    reader = _Reader(_Styles.of(document))
    reader.read(document.element.body)
    text = reader.finish()
    if not text:
        message = "holds no words: if they are in images, run text recognition (OCR) on it first"
        raise Unreadable(Reason.NO_TEXT, message)
    pictures = sum(1 for _ in document.element.body.iter(_PICTURE))
    counts = {OddityKind.TABLES_LEFT_OUT: reader.left_out, OddityKind.IMAGES_LEFT_OUT: pictures}
    return Extracted(
        text,
        markdown=True,
        title=" ".join(document.core_properties.title.translate(CONTROLS).split()) or None,
        oddities=tuple(Oddity(kind, str(count)) for kind, count in counts.items() if count),
    )


def _check(content: bytes) -> None:
    """Look at the archive without unpacking it."""
    try:
        files = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise Unreadable(Reason.DAMAGED, "is a damaged archive: save it anew as DOCX") from error
    names = [file.filename for file in files]
    if not any(name.startswith("word/") for name in names):
        kinds = (kind for start, kind in _OTHERS.items() if any(name.startswith(start) for name in names))
        reason, kind = next(kinds, (Reason.ARCHIVE, "an archive"))
        raise Unreadable(reason, f"is {kind}, not a Word document: save it as DOCX, PDF or text")
    if len(files) > _MOST_FILES or sum(file.file_size for file in files) > _MOST_BYTES:
        mebibytes = _MOST_BYTES // 2**20
        message = f"unpacks to more than {mebibytes} MiB or {_MOST_FILES:,} files: save it without its images"
        raise Unreadable(Reason.UNPACKS, message, mebibytes=mebibytes)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style makes of a paragraph."""

    level: int | None = None
    """Of a heading."""
    code: bool = False
    depth: int | None = None
    """Of a list's item."""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class _Styles:
    """The document's styles and its kinds of lists."""

    styles: dict[str, _Style]
    default: _Style
    ordered: frozenset[tuple[str, int]]
    """Ids of lists with the depths at which they are numbered."""

    @classmethod
    def of(cls, document: Document) -> _Styles:
        elements = {style.style_id: style.element for style in document.styles}
        styles = {name: cls._style(element, elements) for name, element in elements.items()}
        return cls(styles, _Style(), frozenset(_ordered(document)))

    @classmethod
    def _style(cls, element: Element | None, all_: dict[str, Element]) -> _Style:
        for _ in range(len(all_)):  # a style may be based on itself, by mistake
            if element is None:
                break
            name = _value(element, "name") or ""
            if heading := _HEADING.fullmatch(name):
                return _Style(level=int(heading[1]))
            if name.lower() == "title":
                return _Style(level=1)
            outline = _value(element, "pPr", "outlineLvl")
            if outline and int(outline) < _BODY_TEXT:
                return _Style(level=int(outline) + 1)
            if listed := _LIST.fullmatch(name):
                return _Style(depth=int(listed[2] or 1) - 1, ordered=listed[1].lower() == "number")
            if _CODE.search(name):
                return _Style(code=True)
            element = all_.get(_value(element, "basedOn") or "")
        return _Style()


def _ordered(document: Document) -> Iterator[tuple[str, int]]:
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return
    kinds = {
        (kind.get(f"{_W}abstractNumId"), int(level.get(f"{_W}ilvl")))
        for kind in numbering.iterchildren(f"{_W}abstractNum")
        for level in kind.iterchildren(f"{_W}lvl")
        if _value(level, "numFmt") not in {"bullet", "none"}
    }
    for own in numbering.iterchildren(f"{_W}num"):
        abstract = _value(own, "abstractNumId")
        yield from ((own.get(f"{_W}numId"), depth) for kind, depth in kinds if kind == abstract)


@dataclass(slots=True)
class _Reader:
    """Goes through the body once."""

    styles: _Styles
    writer: MarkdownWriter = field(default_factory=MarkdownWriter)
    left_out: int = 0
    """Tables within cells of tables."""
    _numbers: Counter[tuple[str, int]] = field(default_factory=Counter)
    _code: list[str] = field(default_factory=list)

    def read(self, parent: Element) -> None:
        for child in parent.iterchildren():
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
                self.read(child)

    def finish(self) -> str:
        self._flush()
        return self.writer.text()

    def _flush(self) -> None:
        self.writer.code("\n".join(self._code))
        self._code.clear()

    def _paragraph(self, paragraph: Element) -> None:
        style = self.styles.styles.get(_value(paragraph, "pPr", "pStyle") or "", self.styles.default)
        words = _words(paragraph)
        if style.code:
            self._code.append(words)
            return
        self._flush()
        outline = _value(paragraph, "pPr", "outlineLvl")
        level = int(outline) + 1 if outline and int(outline) < _BODY_TEXT else style.level
        own = _value(paragraph, "pPr", "numPr", "numId")
        if level is not None:
            self.writer.heading(words, level=level)
        elif own != "0" and (own or style.depth is not None):
            self._item(words, paragraph, own or "style", style)
        else:
            self.writer.paragraph(words)

    def _item(self, words: str, paragraph: Element, own: str, style: _Style) -> None:
        depth = int(_value(paragraph, "pPr", "numPr", "ilvl") or style.depth or 0)
        ordered = (own, depth) in self.styles.ordered or (own == "style" and style.ordered)
        if ordered and words.strip():
            self._numbers[own, depth] += 1
        for deeper in [key for key in self._numbers if key[0] == own and key[1] > depth]:
            del self._numbers[deeper]
        self.writer.item(words, depth=depth, number=self._numbers[own, depth] if ordered else None)

    def _table(self, table: Element) -> None:
        self._flush()
        rows = [list(row.iterchildren(f"{_W}tc")) for row in table.iterchildren(f"{_W}tr")]
        if all(len(row) == 1 for row in rows):  # it only lays out what stands in it
            for row in rows:
                self.read(row[0])
            return
        self.left_out += sum(1 for row in rows for cell in row for _ in cell.iterdescendants(f"{_W}tbl"))
        self.writer.table([[_words(cell) for cell in row] for row in rows], header=True)


def _value(element: Element, *path: str) -> str | None:
    found = element.find("/".join(f"{_W}{name}" for name in path))
    return None if found is None else found.get(f"{_W}val")


def _words(element: Element) -> str:
    """Read the words in an element, without what is deleted and without tables in it."""
    words: list[str] = []
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            words.append(child.text or "")
        elif child.tag == f"{_W}noBreakHyphen":
            words.append("-")
        elif child.tag not in _SKIPPED:
            if child.tag in _SPACES:
                words.append(" ")
            words.append(_words(child))
    return "".join(words)
