"""DOCX -> its headings, paragraphs, lists, tables and code, as Markdown: the only door to python-docx."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.errors import Reason
from index.text.formats.docx_styles import BODY_TEXT, Style, Styles, W, value_of
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
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
"""What refers to a note, and the part of the document that has it."""
_SPACES = {f"{W}tab", f"{W}br", f"{W}cr", f"{W}p"}
_DELETED = {f"{W}del", f"{W}moveFrom"}
_SKIPPED = {
    *_DELETED,
    *(f"{W}{name}" for name in ("instrText", "delText", "tbl", "pPr", "rPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def extract(content: bytes) -> Extracted:
    """Read a document's body, and its notes after the paragraphs that they are to.

    Headers and footers, which each page repeats, and comments are no part of it.

    Raises:
        Unreadable: it is no such document, unpacks to too much, or holds no words.

    """
    import docx  # noqa: TID251 - this is its door

    _check(content)
    try:
        document = docx.Document(io.BytesIO(content))
        notes = _notes(document)
    except (KeyError, ValueError, SyntaxError) as error:  # a syntax error in its XML
        message = "is a damaged Word document: save it anew, or as text"
        raise Unreadable(Reason.DAMAGED, message) from error
    reader = _Reader(Styles.of(document), notes)
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


@dataclass(slots=True)
class _Reader:
    """Goes through the body once."""

    styles: Styles
    notes: dict[tuple[str, str], Element]
    """Those that were not read yet, by the part that has them and their ids."""
    writer: MarkdownWriter = field(default_factory=MarkdownWriter)
    left_out: int = 0
    """Tables within cells of tables."""
    _numbers: Counter[tuple[str, int]] = field(default_factory=Counter)
    _code: list[str] = field(default_factory=list)
    _noted: list[str] = field(default_factory=list)
    """The words of notes to what was read last."""

    def read(self, parent: Element) -> None:
        for child in parent.iterchildren():
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
                self.read(child)

    def finish(self) -> str:
        self._flush()
        self._write_notes()
        return self.writer.text()

    def _flush(self) -> None:
        self.writer.code("\n".join(self._code))
        self._code.clear()

    def _paragraph(self, paragraph: Element) -> None:
        style = self.styles.styles.get(value_of(paragraph, "pPr", "pStyle") or "", self.styles.default)
        words = _words(paragraph)
        if style.code:
            self._code.append(words)
            self._note(paragraph)
            return
        self._flush()
        outline = value_of(paragraph, "pPr", "outlineLvl")
        level = int(outline) + 1 if outline and int(outline) < BODY_TEXT else style.level
        own = value_of(paragraph, "pPr", "numPr", "numId")
        if level is None and own != "0" and (own or style.depth is not None):
            self._item(words, paragraph, own or "style", style)
        else:
            self._write_notes()
            if level is not None:
                self.writer.heading(words, level=level)
            else:
                self.writer.paragraph(words)
        self._note(paragraph)

    def _note(self, element: Element) -> None:
        """Take the notes to an element, each once; they wait for the end of a list that it leads in."""
        for reference in _references(element):
            note = self.notes.pop(reference, None)
            if note is not None:
                self._noted.append(_words(note))

    def _write_notes(self) -> None:
        for words in self._noted:
            self.writer.paragraph(words)
        self._noted.clear()

    def _item(self, words: str, paragraph: Element, own: str, style: Style) -> None:
        depth = int(value_of(paragraph, "pPr", "numPr", "ilvl") or style.depth or 0)
        ordered = (own, depth) in self.styles.ordered or (own == "style" and style.ordered)
        if ordered and words.strip():
            self._numbers[own, depth] += 1
        for deeper in [key for key in self._numbers if key[0] == own and key[1] > depth]:
            del self._numbers[deeper]
        self.writer.item(words, depth=depth, number=self._numbers[own, depth] if ordered else None)

    def _table(self, table: Element) -> None:
        self._flush()
        self._write_notes()
        rows = [list(row.iterchildren(f"{W}tc")) for row in table.iterchildren(f"{W}tr")]
        if all(len(row) == 1 for row in rows):  # it only lays out what stands in it
            for row in rows:
                self.read(row[0])
            return
        self.left_out += sum(1 for row in rows for cell in row for _ in cell.iterdescendants(f"{W}tbl"))
        self.writer.table([[_words(cell) for cell in row] for row in rows], header=True)
        self._note(table)


def _notes(document: Document) -> dict[tuple[str, str], Element]:
    """Find the footnotes and endnotes, by the part that has them and their ids."""
    from docx.oxml import parse_xml  # noqa: TID251 - this is its door

    parts = (relation for relation in document.part.rels.values() if not relation.is_external)
    found = {relation.reltype.rpartition("/")[2]: relation.target_part.blob for relation in parts}
    return {
        (kind, note.get(f"{W}id")): note
        for kind in _NOTES.values()
        for note in (parse_xml(found[kind]) if kind in found else ())
    }


def _references(element: Element) -> Iterator[tuple[str, str]]:
    """Find what refers to notes in an element, except where that is deleted."""
    for child in element.iterchildren():
        if child.tag in _NOTES:
            yield _NOTES[child.tag], child.get(f"{W}id")
        elif child.tag not in _DELETED:
            yield from _references(child)


def _words(element: Element) -> str:
    """Read the words in an element, without what is deleted and without tables in it."""
    words: list[str] = []
    for child in element.iterchildren():
        if child.tag == f"{W}t":
            words.append(child.text or "")
        elif child.tag == f"{W}noBreakHyphen":
            words.append("-")
        elif child.tag not in _SKIPPED:
            if child.tag in _SPACES:
                words.append(" ")
            words.append(_words(child))
    return "".join(words)
