from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import QuestionError, clean_question
from index.query.cleaning import is_small_talk


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("  Where?\n", "Where?"),
        ("Cafe\u0301?", "Café?"),
        ("W\u200bh\u202ee\x00re\ufeff?", "Where?"),
        ("two\n\nlines\tand a tab", "two lines and a tab"),
        ("x" * 500, "x" * 500),
        ("\u200b " + "x" * 500 + " \u200b", "x" * 500),
    ],
)
def test_what_is_typed_is_made_plain(typed: str, asked: str) -> None:
    assert clean_question(typed) == asked


@pytest.mark.parametrize("typed", ["", "  \n", "\u200b\u2060", "\x00", "\ud800"])
def test_nothing_left_is_an_error(typed: str) -> None:
    with pytest.raises(QuestionError, match="the question is empty: ask in at least one word") as caught:
        clean_question(typed)
    assert caught.value.length == 0


def test_too_long_is_an_error_that_says_how_long() -> None:
    with pytest.raises(QuestionError, match=r"the question has 1,501 characters and may have 500") as caught:
        clean_question("x" * 1501)
    assert (caught.value.length, caught.value.limit) == (1501, 500)


@given(st.text(max_size=80))
def test_a_clean_question_stays_as_it_is(typed: str) -> None:
    try:
        asked = clean_question(typed)
    except QuestionError:
        return
    assert clean_question(asked) == asked
    assert not {unicodedata.category(char) for char in asked} & {"Cc", "Cf", "Cs"}


@pytest.mark.parametrize(
    "typed", ["hi", "lol nice", "Good morning everyone!", "how are you?", "thanks :)", "?!", "what's up"]
)
def test_greetings_and_chatter_are_small_talk(typed: str) -> None:
    assert is_small_talk(typed)


@pytest.mark.parametrize(
    "typed", ["drums?", "hi, where is Nara", "Who are you?", "Lee", "what did he give", "東京"]
)
def test_a_question_is_not(typed: str) -> None:
    assert not is_small_talk(typed)
