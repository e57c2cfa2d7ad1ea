"""Files that were made to do harm, or are broken: one sentence each, and the next file is read as ever."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx  # noqa: TID251 - what is read is made with it
import pytest
from pypdf.generic import DecodedStreamObject, NameObject, NumberObject, StreamObject  # noqa: TID251 - likewise

from index import ArticleError, Document, extract
from tests.index.text.formats.pages import column, pdf, saved, written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(name: str, content: bytes) -> str | Document:
    """Return the sentence that refuses a file, or what was read."""
    try:
        return extract(name, content)
    except ArticleError as error:
        return str(error)


def word(body: str, prologue: str = "") -> bytes:
    """Return a Word document whose body is this XML."""
    made, content = io.BytesIO(), io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            xml = f"{prologue}<w:document {W}><w:body>{body}</w:body></w:document>"
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return content.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def stream_bomb() -> bytes:
    """Return a PDF whose only page unpacks to 2 GiB."""
    writer = written(column("Words."))
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**24)) for _ in range(128)) + packer.flush()
    stream = StreamObject()
    stream._data = packed  # noqa: SLF001 - no other way
    stream.update(
        {NameObject("/Filter"): NameObject("/FlateDecode"), NameObject("/Length"): NumberObject(len(packed))}
    )
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - likewise
    return saved(writer)


def page_tree_that_holds_itself() -> bytes:
    writer = written(column("Words."))
    tree = writer.root_object["/Pages"].get_object()
    tree["/Kids"].append(tree.indirect_reference)  # type: ignore[union-attr, index]
    return saved(writer)


def form_that_holds_itself() -> bytes:
    writer = written(column("Words."))
    page = writer.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(b"/X Do " * 1000)
    page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - likewise
    page["/Resources"][NameObject("/XObject")] = writer._add_object(page)  # type: ignore[index] # noqa: SLF001
    return saved(writer)


ENTITIES = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 10))
)
READS_FILE = "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.docx", word("<w:sdt><w:sdtContent>" * 100_000), "is a damaged Word document: save it anew"),
        ("a.docx", word(paragraph("&a9;"), ENTITIES), "is a damaged Word document: save it anew"),
        ("a.pdf", stream_bomb(), "has no page that can be read: save it anew, or as text"),
        ("a.pdf", form_that_holds_itself(), "has no text on its page: if it was scanned"),
        ("a.pdf", pdf([], []), "has no text on its 2 pages: if it was scanned, run text recognition (OCR)"),
        ("a.pdf", b"", "is empty: an article needs at least one sentence"),
        ("a.html", b"<div>" * 1_000_000 + b"x", "holds no words that could be found: save it as text"),
        ("a.html", b"<table><tr><td>" * 100_000, "holds no words that could be found: save it as text"),
        ("a.txt", b"PK\x03\x04", "is a damaged archive: save it anew as DOCX"),
        ("a.txt", b"\x7fELF" + bytes(100), "is a program, which cannot be read: save it as text, Markdown"),
    ],
)
def test_a_file_that_would_do_harm_is_refused_in_a_sentence(name: str, content: bytes, problem: str) -> None:
    refusal = said(name, content)
    assert isinstance(refusal, str), refusal
    assert refusal.startswith(f"{name} {problem}")
    assert "\n" not in refusal
    assert extract("b.txt", b"The next one.").text == "The next one."


def test_no_file_of_this_machine_is_read_into_a_document() -> None:
    for name, content in (
        ("a.docx", word(paragraph("Words &file;"), READS_FILE)),
        ("a.html", f"{READS_FILE}<html><body><p>Words &file; of a page</p></body></html>".encode()),
    ):
        found = said(name, content)
        assert "root:" not in (found if isinstance(found, str) else found.text)


def test_a_page_tree_that_holds_itself_ends() -> None:
    found = said("a.pdf", page_tree_that_holds_itself())
    assert found == "a.pdf is a damaged PDF: save it anew, or as text"
