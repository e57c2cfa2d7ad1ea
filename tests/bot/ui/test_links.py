"""Links that open an article at the quoted words."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.links import MAX_URL, source_link

LONG = (
    "They met in her hometown of Nara in central Japan to discuss a wide range of issues, from supply chains"
)


@pytest.mark.parametrize(
    ("url", "words", "link"),
    [
        ("https://a.example/b", "It was a dream.", "https://a.example/b#:~:text=It%20was%20a%20dream."),
        ("https://a.example/b#c", "Yes", "https://a.example/b#c:~:text=Yes"),
        ("https://a.example/b#c:~:text=old", "Yes", "https://a.example/b#c:~:text=Yes"),
        (
            "https://a.example/?q=1&r=(2)",
            "a-b, c & d",
            "https://a.example/?q=1&r=%282%29#:~:text=a%2Db%2C%20c%20%26%20d",
        ),
        (
            "http://a.example",
            LONG,
            "http://a.example#:~:text=They%20met%20in%20her%20hometown%20of,range%20of%20issues%2C%20from%20supply%20chains",
        ),
        ("https://bücher.example/ä b", "ä", "https://xn--bcher-kva.example/%C3%A4%20b#:~:text=%C3%A4"),
        ("https://a.example/" + "x" * 480, LONG, "https://a.example/" + "x" * 480),
        ("https://a.example/" + "x" * 500, LONG, None),
        ("ftp://a.example", "Yes", None),
        ("javascript:alert(1)", "Yes", None),
        ("https://", "Yes", None),
        ("https://[", "Yes", None),
        ("https://a.example:port", "Yes", None),
        (None, "Yes", None),
    ],
)
def test_examples(url: str | None, words: str, link: str | None) -> None:
    assert source_link(url, words) == link


@given(st.one_of(st.text(), st.text().map("https://a.example/".__add__)), st.text(min_size=1))
def test_any_link_is_one_that_discord_takes(url: str, words: str) -> None:
    link = source_link(url, words)
    if link is None:
        return
    assert len(link) <= MAX_URL
    assert link.isascii()
    assert not set(link) & set(' <>"()\\^`{|}')
    assert urlsplit(link).scheme in {"http", "https"}


@given(st.text("abc -,&ä’“%#", min_size=1, max_size=20).filter(str.strip))
def test_the_words_are_read_back(words: str) -> None:
    link = source_link("https://a.example", words)
    assert link is not None
    named = link.split("#:~:text=")[1]
    assert not set(named) & set("-,& ")
    assert unquote(named) == " ".join(words.split())
