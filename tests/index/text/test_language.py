"""The language of a text is told where it is plain, and English where it is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index import Oddity, OddityKind, extract
from index.text.language import language_of
from index.text.parsing import About, parse
from tests.conftest import ROOT, SEEDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARAGRAPHS: Mapping[str, Sequence[str]] = json.loads(
    (Path(__file__).parent / "paragraphs.json").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code in PARAGRAPHS for text in PARAGRAPHS[code]]
)
def test_the_language_of_a_paragraph_is_told(language: str, text: str) -> None:
    assert language_of(text + "\n" + text) == language


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
def test_english_with_code_and_names_in_it_is_english(file: str) -> None:
    assert language_of((ROOT / file).read_text("utf-8")) == "en"


@pytest.mark.parametrize(
    "text",
    ["", "Das ist ein kurzer Satz.", "3.14 2.72 1.41\n" * 100, "\ud800" * 200, "x1 = y2 + z3;\n" * 50],
    ids=["nothing", "too little", "numbers", "no text", "code"],
)
def test_nothing_is_said_of_what_is_not_plain(text: str) -> None:
    assert language_of(text) is None


def test_a_document_has_the_language_of_its_text() -> None:
    text = "\n\n".join(["Die Miete ist z.B. am Ersten fällig. So ist es.", *PARAGRAPHS["de"]])
    document = extract("miete.txt", text.encode())
    assert (document.language, document.oddities) == ("de", (Oddity(OddityKind.OTHER_LANGUAGE, "de"),))
    first, *_ = document.sentences
    assert document.text[slice(*first)] == "Die Miete ist z.B. am Ersten fällig."


def test_what_is_said_of_a_file_counts_more_than_its_text() -> None:
    text = "\n".join(PARAGRAPHS["de"])
    told = parse("a.txt", text.encode(), About(language="fr"))
    assert (told.article.language, told.oddities) == ("fr", ())
    page = f"<html lang='en'><body><article><p>{text}</p></article></body></html>"
    assert extract("a.html", page.encode()).language == "en"
    page = page.replace("'en'", "'nl'")
    assert extract("a.html", page.encode()).oddities == (Oddity(OddityKind.OTHER_LANGUAGE, "nl"),)


def test_english_and_what_is_not_plain_stays_english() -> None:
    for file in sorted(SEEDS.glob("*.txt")):
        parsed = parse(file.name, file.read_bytes(), About())
        assert (parsed.article.language, parsed.oddities) == ("en", ())
    short = parse("a.txt", b"Das ist kurz.", About())
    assert (short.article.language, short.oddities) == ("en", ())
