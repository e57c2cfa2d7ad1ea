"""Word documents, made here by python-docx."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx  # noqa: TID251 - what is read is made with it
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: TID251 - likewise
from docx.opc.packuri import PackURI  # noqa: TID251 - likewise
from docx.opc.part import Part  # noqa: TID251 - likewise
from docx.oxml import parse_xml  # noqa: TID251 - likewise

from index.text.formats.docx import extract
from index.text.formats.types import Oddity, OddityKind, Unreadable

if TYPE_CHECKING:
    from docx.document import Document  # noqa: TID251 - likewise

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in files.items():
            zipped.writestr(name.replace("__", "/"), text)
    return content.getvalue()


def test_headings_lists_tables_and_code_keep_their_structure() -> None:
    document = docx.Document()
    document.core_properties.title = "Mills  of Nara"
    document.add_heading("Mills", 0)
    document.add_heading("Installation", 1)
    document.add_heading("Windows", 2)
    document.add_paragraph("You need:")
    for words, style in (("wood", "List Bullet"), ("old", "List Bullet 2"), ("a river", "List Bullet")):
        document.add_paragraph(words, style=style)
    for words in ("First.", "Second."):
        document.add_paragraph(words, style="List Number")
    table = document.add_table(2, 2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["Model", "Price", "X1", "20 €"], strict=True
    ):
        cell.text = words
    code = document.styles.add_style("Source Code", 1)
    for line in ("make build", "  make run"):
        document.add_paragraph(line, style=code)
    last = document.add_paragraph("The")
    last.add_run().add_break()
    last.add_run("end.").bold = True
    found = extract(saved(document))
    assert found.text == (
        "# Mills\n\n# Installation\n\n## Windows\n\nYou need:\n\n- wood\n    - old\n- a river\n1. First.\n"
        "2. Second.\n\n"
        "| Model | Price |\n|---|---|\n| X1 | 20 € |\n\n```\nmake build\n  make run\n```\n\nThe end.\n"
    )
    assert (found.markdown, found.title, found.oddities) == (True, "Mills of Nara", ())


def test_notes_stand_after_what_they_are_to() -> None:
    document = docx.Document()
    for kind, relation in (
        ("footnote", RELATIONSHIP_TYPE.FOOTNOTES),
        ("endnote", RELATIONSHIP_TYPE.ENDNOTES),
    ):
        notes = "".join(
            f'<w:{kind} w:id="{i}"><w:p><w:r><w:{kind}Ref/></w:r>'
            f"<w:r><w:t> {kind.title()} {i}.</w:t></w:r></w:p>"
            f"<w:p><w:r><w:t>More.</w:t></w:r></w:p></w:{kind}>"
            for i in range(-1, 5)
        )
        part = Part(
            PackURI(f"/word/{kind}s.xml"),
            f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml",
            f"<w:{kind}s {W}>{notes}</w:{kind}s>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, relation)

    def refer(words: str, *notes: str, style: str | None = None) -> None:
        paragraph = document.add_paragraph(words, style=style)
        for note in notes:
            kind, number = note.split()
            run = f'<w:r {W}><w:{kind}Reference w:id="{number}"/></w:r>'
            paragraph._p.append(parse_xml(run))  # noqa: SLF001 - python-docx has no other way

    refer("Mills stand.", "footnote 1", "endnote 1")
    refer("You need:", "footnote 2")
    refer("wood", "footnote 3", style="List Bullet")
    refer("a river", style="List Bullet")
    refer("The end.", "footnote 1", "footnote 77")
    deleted = f'<w:del {W}><w:r><w:footnoteReference w:id="4"/></w:r></w:del>'
    document.paragraphs[0]._p.append(parse_xml(deleted))  # noqa: SLF001
    assert extract(saved(document)).text == (
        "Mills stand.\n\nFootnote 1. More.\n\nEndnote 1. More.\n\nYou need:\n\n- wood\n- a river\n\n"
        "Footnote 2. More.\n\nFootnote 3. More.\n\nThe end.\n"
    )


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    document = docx.Document()
    document.add_paragraph("Mills ")._p.append(  # noqa: SLF001 - python-docx has no other way
        parse_xml(f"<w:ins {W}><w:r><w:t>stand</w:t></w:r></w:ins>")
    )
    document.paragraphs[0]._p.append(  # noqa: SLF001
        parse_xml(f"<w:del {W}><w:r><w:delText>fell</w:delText></w:r></w:del>")
    )
    assert extract(saved(document)).text == "Mills stand\n"


def test_a_table_within_a_table_and_images_are_said() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = "A", "B", "C"
    table.cell(1, 1).add_table(1, 2).cell(0, 0).text = "left out"
    png = (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0"
        b"\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
    )
    document.add_picture(io.BytesIO(png))
    found = extract(saved(document))
    assert found.text == "| A | B |\n|---|---|\n| C |  |\n"
    assert found.oddities == (
        Oddity(OddityKind.TABLES_LEFT_OUT, "1"),
        Oddity(OddityKind.IMAGES_LEFT_OUT, "1"),
    )


def test_a_table_of_one_column_only_lays_out_what_stands_in_it() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Words."
    assert extract(saved(document)).text == "Words.\n"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04 and no more", "is a damaged archive: save it anew as DOCX"),
        (archive(xl__workbook="x"), "is a spreadsheet, not a Word document: save it as DOCX"),
        (archive(ppt__slides="x"), "is a presentation, not a Word document"),
        (
            archive(mimetype="application/epub+zip"),
            "is another kind of document or book, not a Word document",
        ),
        (archive(notes="x"), "is an archive, not a Word document"),
        (archive(word__document="x"), "is a damaged Word document"),
        (archive(word__document="x" * (256 * 2**20 + 1)), "unpacks to more than 256 MiB or 10,000 files"),
        (archive(**{f"word__{number}": "" for number in range(10_001)}), "unpacks to more than 256 MiB or"),
        (saved(docx.Document()), "holds no words: if they are in images, run text recognition"),
    ],
    ids=["cut", "xlsx", "pptx", "epub", "zip", "no parts", "zip bomb", "many files", "empty"],
)
def test_what_is_no_word_document_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(Unreadable) as error:
        extract(content)
    assert str(error.value).startswith(problem)
