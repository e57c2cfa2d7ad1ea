"""Names are safe to show, to write to and to quote by, whatever a file was called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.names import TITLE_LENGTH, clean_name, clean_title, unique_names


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("handbook.pdf", "handbook.pdf"),
        ("太鼓 の 本.pdf", "太鼓 の 本.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\notes.txt", "notes.txt"),
        ("  .hidden..  ", "hidden"),
        ("a\x00b\nc\u202e.txt", "a b c .txt"),
        ("\ud800.md", "md"),
        ("", "document"),
        ("...", "document"),
        ("folder/", "document"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("鼓" * 100 + ".pdf", "鼓" * 65 + ".pdf"),
        ("x" * 150 + "." + "y" * 150, "x" * 150 + "." + "y" * 49),
    ],
)
def test_what_a_file_is_called(name: str, cleaned: str) -> None:
    assert clean_name(name) == cleaned


@given(st.text())
def test_any_name_becomes_one_that_stays_as_it_is(name: str) -> None:
    cleaned = clean_name(name)
    assert cleaned.isprintable()
    assert not set(cleaned) & set("/\\")
    assert 0 < len(cleaned.encode()) <= 200
    assert clean_name(cleaned) == cleaned


def test_a_title_is_one_line() -> None:
    assert clean_title("  The\n\x00handbook ") == "The handbook"
    assert clean_title("\u200b\n") == ""
    assert clean_title("x" * 300) == "x" * TITLE_LENGTH


def test_no_name_comes_twice_in_a_folder() -> None:
    assert unique_names(("a.pdf", "A.pdf", "a.pdf", "a (2).pdf", "b", "b", "con.txt", 'x:"?.md')) == (
        "a.pdf",
        "A (2).pdf",
        "a (3).pdf",
        "a (2) (2).pdf",
        "b",
        "b (2)",
        "con_.txt",
        "x___.md",
    )
