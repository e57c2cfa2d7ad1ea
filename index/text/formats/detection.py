"""A file's content and name -> its format; where they disagree, the content decides."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from index.errors import Reason
from index.text.formats.types import Format, Oddity, OddityKind, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIXES: Mapping[str, Format] = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
}
"""Keyed by the ending of a file's name, in lower case."""

_BEGINNING = 1024
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-\d")
_ZIP = b"PK\x03\x04"
_OTHERS: Mapping[bytes, tuple[Reason, str]] = {
    b"\x89PNG\r\n": (Reason.IMAGE, "a PNG image"),
    b"\xff\xd8\xff": (Reason.IMAGE, "a JPEG image"),
    b"GIF8": (Reason.IMAGE, "a GIF image"),
    b"II*\x00": (Reason.IMAGE, "a TIFF image"),
    b"MM\x00*": (Reason.IMAGE, "a TIFF image"),
    b"\x7fELF": (Reason.PROGRAM, "a program"),
    b"\xcf\xfa\xed\xfe": (Reason.PROGRAM, "a program"),
    b"\xca\xfe\xba\xbe": (Reason.PROGRAM, "a program"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (Reason.OLD_OFFICE, "an old or protected Office file"),
    b"{\\rtf": (Reason.RICH_TEXT, "an RTF file"),
    b"\x1f\x8b": (Reason.ARCHIVE, "a compressed file"),
    b"BZh": (Reason.ARCHIVE, "a compressed file"),
    b"\xfd7zXZ": (Reason.ARCHIVE, "a compressed file"),
    b"\x28\xb5\x2f\xfd": (Reason.ARCHIVE, "a compressed file"),
    b"7z\xbc\xaf": (Reason.ARCHIVE, "an archive"),
    b"Rar!\x1a": (Reason.ARCHIVE, "an archive"),
    b"PK\x05\x06": (Reason.ARCHIVE, "an empty archive"),
    b"SQLite format 3\x00": (Reason.DATABASE, "a database"),
    b"OggS": (Reason.MEDIA, "a recording"),
    b"ID3": (Reason.MEDIA, "a recording"),
    b"fLaC": (Reason.MEDIA, "a recording"),
}
_SHORT: Mapping[bytes, tuple[Reason, str]] = {
    b"MZ": (Reason.PROGRAM, "a program"),
    b"BM": (Reason.IMAGE, "a BMP image"),
    b"RIFF": (Reason.MEDIA, "an image or a recording"),
}
"""Text can begin like these; what has a NUL byte soon after is none."""
_WANTED = "save it as text, Markdown, HTML, PDF or DOCX"


def detect(name: str, content: bytes) -> tuple[Format, tuple[Oddity, ...]]:
    """Say which format a file has; it is odd where its name says another one.

    A name that says nothing is that of plain text.

    Raises:
        Unreadable: it is a kind of file that holds no text that could be read.

    """
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    found = _found(content[:_BEGINNING])
    if found is None:
        # Only what can be seen in text itself may be text; HTML may be a part of a page.
        found = named if named in {Format.MARKDOWN, Format.HTML} else Format.PLAIN
    wrong = named is not None and found is not named and content
    return found, (Oddity(OddityKind.WRONG_SUFFIX, found.value),) if wrong else ()


def _found(beginning: bytes) -> Format | None:
    """Say what format shows itself at the beginning of a file."""
    if _PDF.match(beginning):
        return Format.PDF
    if beginning.startswith(_ZIP):
        return Format.DOCX
    if _HTML.match(beginning):
        return Format.HTML
    short = _SHORT if b"\0" in beginning else {}
    for magic, (reason, kind) in (*_OTHERS.items(), *short.items()):
        if beginning.startswith(magic):
            raise Unreadable(reason, f"is {kind}, which cannot be read: {_WANTED}")
    if beginning[4:8] == b"ftyp":
        raise Unreadable(Reason.MEDIA, f"is a film or an image, which cannot be read: {_WANTED}")
    return None
