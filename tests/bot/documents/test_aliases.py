"""Aliases as managers write them."""

from __future__ import annotations

import pytest

from bot.documents.aliases import fitting, read_aliases, write_aliases


def test_each_line_is_an_alias() -> None:
    written = read_aliases("PM = prime minister\n\n  blue  book=annual report = 2026\n首相＝総理大臣\n")
    assert written.refusals == ()
    assert written.aliases == {
        "PM": "prime minister",
        "blue book": "annual report = 2026",
        "首相": "総理大臣",
    }
    assert read_aliases(write_aliases(written.aliases)) == written


def test_words_are_cleaned_as_questions_are() -> None:
    assert read_aliases("cafe\u0301\u200b = a\x00b").aliases == {"café": "ab"}


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("a = b\n\nPM", "aliases-line-wrong", {"number": 3, "text": "PM"}),
        ("PM prime minister", "aliases-line-wrong", {"number": 1, "text": "PM prime minister"}),
        ("= b", "aliases-line-wrong", {"number": 1, "text": "= b"}),
        ("a =  ", "aliases-line-wrong", {"number": 1, "text": "a ="}),
        ("\u200b = b", "aliases-line-wrong", {"number": 1, "text": "\u200b = b"}),
        (
            f"{'x' * 61} = b",
            "aliases-line-long",
            {"number": 1, "text": "x" * 61, "length": 61, "limit": 60},
        ),
        (
            f"a = {'y' * 201}",
            "aliases-line-long",
            {"number": 1, "text": "y" * 201, "length": 201, "limit": 200},
        ),
        ("PM = a\nx = y\npm = b", "aliases-line-twice", {"number": 3, "text": "pm", "first": 1}),
        (
            "\n".join(f"a{n}=b" for n in range(201)),
            "aliases-too-many",
            {"count": 201, "limit": 200},
        ),
        (
            "\n".join(f"a{n:02}={'𝔟' * 100}" for n in range(20)),
            "aliases-too-long",
            {"length": 20 * 207 - 1, "limit": 4000},
        ),
    ],
    ids=range(10),
)
def test_what_is_wrong_is_said(text: str, key: str, values: dict[str, str | int]) -> None:
    (refusal,) = read_aliases(text).refusals
    assert (refusal.words_key, refusal.values) == (key, values)


def test_all_wrong_lines_are_said_and_the_right_ones_read() -> None:
    written = read_aliases("a\nb = c\nd =\n")
    assert [refusal.values["number"] for refusal in written.refusals] == [1, 3]
    assert written.aliases == {"b": "c"}


def test_a_form_shows_as_many_lines_as_it_has_room_for() -> None:
    aliases = {f"{n:03}": "x" * 94 for n in range(50)}  # 100 characters a line
    shown = fitting(aliases)
    assert [*shown] == [*aliases][:39]
    assert len(write_aliases(shown)) == 39 * 101 - 1
    assert fitting({"a": "b"}) == {"a": "b"}
