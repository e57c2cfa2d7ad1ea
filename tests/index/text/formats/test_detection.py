"""Which format a file has: by its content, and by its name where the content does not say."""

from __future__ import annotations

import pytest

from index.text.formats.detection import detect
from index.text.formats.types import Format, Oddity, OddityKind, Unreadable

PAGE = b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- a - page -->\n<!DOCTYPE html>\n<html><body>"


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.txt", b"Text.", Format.PLAIN),
        ("a.MD", b"# Text", Format.MARKDOWN),
        ("a.html", PAGE, Format.HTML),
        ("a.htm", b"<p>A part of a page.</p>", Format.HTML),
        ("a.docx", b"PK\x03\x04...", Format.DOCX),
        ("a.pdf", b"\n%PDF-1.7", Format.PDF),
        ("notes", b"Text.", Format.PLAIN),
        ("a.log", b"MZ is how it begins.", Format.PLAIN),
        ("a.pdf.txt", b"", Format.PLAIN),
        ("a.docx", b"", Format.PLAIN),
    ],
)
def test_a_format_that_fits_the_name_is_not_odd(name: str, content: bytes, format_: Format) -> None:
    assert detect(name, content) == (format_, ())


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.txt", PAGE, Format.HTML),
        ("a.txt", b"%PDF-1.4", Format.PDF),
        ("a.pdf", b"%PDF is no PDF.", Format.PLAIN),
        ("a.md", b"<HTML>", Format.HTML),
        ("a.html", b"PK\x03\x04...", Format.DOCX),
        ("a.docx", b"Text.", Format.PLAIN),
    ],
)
def test_where_name_and_content_disagree_the_content_decides(
    name: str, content: bytes, format_: Format
) -> None:
    assert detect(name, content) == (format_, (Oddity(OddityKind.WRONG_SUFFIX, format_.value),))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"MZ\x90\0\x03", "a program"),
        (b"\x7fELF\x02", "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or protected Office file"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"RIFF\0\0\0\0WEBP", "an image or a recording"),
        (b"\0\0\0\x20ftypmp42", "a film or an image"),
    ],
)
def test_what_holds_no_text_is_refused_whatever_its_name(content: bytes, kind: str) -> None:
    for name in ("a.txt", "a.md", "a.html", "a.docx"):
        with pytest.raises(Unreadable, match=f"^is {kind}, which cannot be read: save it as text, "):
            detect(name, content)
