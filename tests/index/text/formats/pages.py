"""Makes small PDFs: lines of Helvetica at places of a page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TypeAlias

from pypdf import PdfWriter  # noqa: TID251 - what is read is made with it
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject  # noqa: TID251 - likewise

if TYPE_CHECKING:
    from collections.abc import Sequence

Placed: TypeAlias = "tuple[str, float, float, float]"
"""A line's words, its size, and how far from the left and above the foot of the page it stands, in points."""


def column(*lines: str, left: float = 50, top: float = 700, size: float = 10) -> list[Placed]:
    """Place lines below each other; an empty one leaves room."""
    placed = [(line, size, left, top - 1.2 * size * number) for number, line in enumerate(lines)]
    return [line for line in placed if line[0]]


def written(*pages: Sequence[Placed], title: str | None = None) -> PdfWriter:
    """Write pages; what is returned can be changed before it is saved."""
    writer = PdfWriter()
    helvetica = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(helvetica)})  # noqa: SLF001 - no other way
    for page in pages:
        own = writer.add_blank_page(595, 842)
        own[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data("\n".join(map(_shown, page)).encode("cp1252"))
        own[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - likewise
    if title is not None:
        writer.add_metadata({"/Title": title})
    return writer


def _shown(line: Placed) -> str:
    words, size, left, height = line
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {height:.2f} Tm ({escaped}) Tj ET"


def saved(writer: PdfWriter) -> bytes:
    """Return the file."""
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf(*pages: Sequence[Placed], title: str | None = None) -> bytes:
    """Return a file with these pages."""
    return saved(written(*pages, title=title))
