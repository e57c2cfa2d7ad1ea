"""Why a file cannot be read, for those who say it in other words than English ones."""

from __future__ import annotations

import io
import zipfile

import pytest

from index import ArticleError, Reason, extract
from index.text.extraction.exchange import MIB, Limits
from tests.index.text.formats.pages import column, pdf, saved, written


def archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return content.getvalue()


def protected() -> bytes:
    writer = written(column("Words."))
    writer.encrypt("secret", algorithm="RC4-128")
    return saved(writer)


@pytest.mark.parametrize(
    ("content", "reason", "values"),
    [
        (b" \n", Reason.EMPTY, {}),
        (b"a\0b", Reason.NUL, {"place": 1}),
        (bytes(range(128, 160)) * 9, Reason.ENCODING, {}),
        (b"\x89PNG\r\n\x1a\n", Reason.IMAGE, {}),
        (b"BM\0\0", Reason.IMAGE, {}),
        (b"OggS", Reason.MEDIA, {}),
        (b"\0\0\0\x20ftypmp42", Reason.MEDIA, {}),
        (b"\x7fELF\x02", Reason.PROGRAM, {}),
        (b"SQLite format 3\x00", Reason.DATABASE, {}),
        (b"\x1f\x8b\x08", Reason.ARCHIVE, {}),
        (archive("a.txt"), Reason.ARCHIVE, {}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Reason.OLD_OFFICE, {}),
        (b"{\\rtf1", Reason.RICH_TEXT, {}),
        (archive("xl/workbook.xml"), Reason.SPREADSHEET, {}),
        (archive("ppt/presentation.xml"), Reason.PRESENTATION, {}),
        (archive("mimetype"), Reason.OTHER_DOCUMENT, {}),
        (archive("word/document.xml"), Reason.DAMAGED, {}),
        (archive(*(f"word/{number}" for number in range(10_001))), Reason.UNPACKS, {"mebibytes": 256}),
        (b"PK\x03\x04", Reason.DAMAGED, {}),
        (b"%PDF-1.4 and no more", Reason.DAMAGED, {}),
        (pdf([], []), Reason.NO_TEXT, {}),
        (protected(), Reason.PASSWORD, {}),
        (b"<html><body><p></p></body></html>", Reason.NO_TEXT, {}),
    ],
)
def test_a_file_is_refused_for_a_reason(content: bytes, reason: Reason, values: dict[str, int]) -> None:
    with pytest.raises(ArticleError) as caught:
        extract("a.txt", content)
    assert (caught.value.reason, caught.value.values) == (reason, values)
    assert str(caught.value).startswith("a.txt ")


@pytest.mark.parametrize(
    ("name", "limits", "reason", "values"),
    [
        ("a.md", Limits(seconds=0.01), Reason.TOO_SLOW, {"seconds": 1}),
        ("a.md", Limits(output=MIB), Reason.TOO_MUCH_TEXT, {"mebibytes": 1}),
        ("a.md", Limits(memory=80 * MIB), Reason.TOO_MUCH_MEMORY, {"mebibytes": 80}),
        ("a.md", Limits(memory=16 * MIB), Reason.TOO_MUCH_MEMORY, {"mebibytes": 16}),
        ("../a.md", None, Reason.NAME, {"limit": 255}),
    ],
)
def test_a_file_that_takes_too_much_is_refused_for_a_reason(
    name: str, limits: Limits | None, reason: Reason, values: dict[str, int]
) -> None:
    with pytest.raises(ArticleError) as caught:
        extract(name, b"The mill is old. It fell yesterday.\n\n" * 60_000, limits=limits)
    assert (caught.value.reason, caught.value.values) == (reason, values)
