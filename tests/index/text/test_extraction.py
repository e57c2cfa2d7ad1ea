"""A file is taken apart in a process of its own, which may take so much and no more."""

from __future__ import annotations

import datetime
import re

import pytest

from index import ArticleError, extract
from index.text.extraction.exchange import MIB, Limits

LONG = "The mill is old. It fell yesterday.\n\n" * 60_000


def refusal(name: str, content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ArticleError) as error:
        extract(name, content, limits=limits)
    sentence = str(error.value)
    assert "\n" not in sentence
    return sentence


def test_a_file_becomes_a_document() -> None:
    document = extract("mills.md", b"# Mills\n\nThey are old. They stand.\n")
    article = document.article()
    assert (document.name, document.title, document.url, document.language) == (
        "mills.md",
        "Mills",
        None,
        "en",
    )
    assert [article.read(span) for span in article.sentences] == ["# Mills", "They are old.", "They stand."]
    assert article.path(2) == ("Mills",)
    assert document.oddities == ()


def test_the_encoding_that_a_server_names_counts_where_the_file_has_it() -> None:
    page = "<html><body><p>Żółw śpi.</p></body></html>"
    for name, content in (("a.html", page), ("a.txt", "Żółw śpi."), ("a.md", "Żółw śpi.")):
        document = extract(name, content.encode("cp1250"), encoding="cp1250")
        assert (document.text.strip(), document.oddities) == ("Żółw śpi.", ())
        assert extract(name, content.encode(), encoding="cp1250").text == document.text


def test_what_is_said_beside_the_file_counts() -> None:
    document = extract(
        "a.txt",
        "Das ist z.B. ein Satz. Und noch einer.".encode("cp1252"),
        title="Sätze",
        url="https://example.org/",
        published=datetime.date(2026, 1, 13),
        language="de",
    )
    assert (document.title, document.url) == ("Sätze", "https://example.org/")
    assert (document.published, document.language) == (datetime.date(2026, 1, 13), "de")
    assert len(document.sentences) == 2


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "a.txt is empty: an article needs at least one sentence"),
        ("a.txt", b"a\0b", "a.txt holds a NUL character at offset 1: text in UTF-8 has none"),
        ("a.md", b"\x7fELF\x02", "a.md is a program, which cannot be read: save it as "),
        ("../a.txt", b"Text.", "'../a.txt' cannot be a file's name: it may have 255 bytes, no slash and no"),
        ("C:\\a.txt", b"Text.", "'C:\\\\a.txt' cannot be a file's name"),
        ("..", b"Text.", "'..' cannot be a file's name"),
        ("", b"Text.", "'' cannot be a file's name"),
        ("a\0.txt", b"Text.", "'a\\x00.txt' cannot be a file's name"),
        ("a\n.txt", b"Text.", "'a\\n.txt' cannot be a file's name"),
        ("ä" * 128, b"Text.", f"'{'ä' * 128}' cannot be a file's name"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(name: str, content: bytes, problem: str) -> None:
    assert refusal(name, content).startswith(problem)


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        (Limits(seconds=0.01), "a.md takes more than 0 seconds to be read: split it"),
        (Limits(cpu_seconds=1), "a.md takes more than 1 seconds to be read: split it"),
        (Limits(output=MIB), "a.md holds more than 1 MiB of text and structure: split it"),
    ],
)
def test_a_file_that_takes_more_than_it_may_is_given_up(limits: Limits, problem: str) -> None:
    assert refusal("a.md", LONG.encode(), limits).startswith(problem)


@pytest.mark.parametrize("most", [16, 80])
def test_a_file_that_needs_more_memory_than_it_may_is_given_up(most: int) -> None:
    """Where native code asks for it in vain the process may end without a word, which is said as well."""
    sentence = refusal("a.md", LONG.encode(), Limits(memory=most * MIB))
    assert re.match(f"a.md (is damaged, or )?needs more than {most} MiB of memory to be read: s", sentence)


@pytest.mark.parametrize(
    "content",
    ["“" * 100_000, "x" * 10_000_000, "> " * 100_000 + "x", "- " * 50_000, "[" * 100_000, "`" * 100_000],
    ids=["quotation marks", "one long line", "quotations", "lists", "brackets", "backticks"],
)
def test_text_of_any_shape_is_read_whole(content: str) -> None:
    document = extract("a.md", content.encode())
    assert document.text == content
    article = document.article()
    assert "".join("".join(map(article.read, article.sentences)).split()) == "".join(content.split())
