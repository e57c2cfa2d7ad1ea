"""Text in the encodings that people's editors write."""

from __future__ import annotations

import pytest

from index.text.formats.decoding import decode, recoded
from index.text.formats.types import Oddity, OddityKind, Unreadable

FRENCH = "Le moulin était très ancien, près de la forêt. Il est tombé hier à Évry."
JAPANESE = "水車は奈良にあります。昨日倒れました。とても古い水車です。"


@pytest.mark.parametrize("text", [FRENCH, JAPANESE, ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_no_guess_and_loses_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "utf_16"),
        ("Le moulin était très ancien, près de la forêt.", "cp1252"),
        ("Die Mühle – sie steht.", "cp1252"),
        ("Żółw źle śpi.", "cp1250"),
        (JAPANESE, "cp932"),
        ("Мельница стоит в Наре. Она упала вчера.", "cp1251"),
        ("Młyn stoi w Narze. Wczoraj się przewrócił, był bardzo stary i zużyty.", "cp1250"),
        ("물레방아는 나라에 있습니다. 어제 넘어졌습니다.", "cp949"),
    ],
)
def test_another_encoding_is_found_and_said(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, (Oddity(OddityKind.ENCODING_GUESSED, encoding),))


def test_what_a_file_declares_is_believed_where_it_fits() -> None:
    assert decode("Ž".encode("iso8859_2"), declared="ISO-8859-2") == ("Ž", ())
    for wrong in ("none", "ascii", "zip", "hex", "unicode_escape\0"):
        assert decode(FRENCH.encode("cp1252"), declared=wrong)[0] == FRENCH


def test_what_somebody_says_beside_a_file_is_believed_where_it_fits() -> None:
    assert recoded("Ž".encode("iso8859_2"), "ISO-8859-2") == "Ž".encode()
    for text, encoding in (("Ž".encode(), "iso-8859-2"), (b"\xff\xff", "ascii"), (b"\xff\xff", "no-such")):
        assert recoded(text, encoding) == text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a\0b", "holds a NUL character at offset 1"),
        (b"\xff\xfe\0", r"is not UTF-8 \(byte 0xff at offset 0\), nor text in another common"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem):
        decode(content)
