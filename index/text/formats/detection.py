"""A file's content and name -> its format."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from index.text.formats.types import Format, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIXES: Mapping[str, Format] = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}
"""Keyed by the ending of a file's name, in lower case."""

_BEGINNING = 1024
_OTHERS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an archive or an Office file",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"\x7fELF": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old or protected Office file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"\x28\xb5\x2f\xfd": "a compressed file",
    b"7z\xbc\xaf": "an archive",
    b"Rar!\x1a": "an archive",
    b"PK\x05\x06": "an empty archive",
    b"SQLite format 3\x00": "a database",
    b"OggS": "a recording",
    b"ID3": "a recording",
    b"fLaC": "a recording",
}
_SHORT: Mapping[bytes, str] = {b"MZ": "a program", b"BM": "a BMP image", b"RIFF": "an image or a recording"}
"""Text can begin like these; what has a NUL byte soon after is none."""
_WANTED = "save it as text or Markdown"


def detect(name: str, content: bytes) -> Format:
    """Say which format a file has.

    A name that says nothing is that of plain text.

    Raises:
        Unreadable: it is a kind of file that holds no text that could be read.

    """
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    _refuse_others(content[:_BEGINNING])
    return named or Format.PLAIN


def _refuse_others(beginning: bytes) -> None:
    short = _SHORT if b"\0" in beginning else {}
    for magic, kind in (*_OTHERS.items(), *short.items()):
        if beginning.startswith(magic):
            raise Unreadable(f"is {kind}, which cannot be read: {_WANTED}")
    if beginning[4:8] == b"ftyp":
        raise Unreadable(f"is a film or an image, which cannot be read: {_WANTED}")
