"""Words of a question that the articles spell otherwise."""

from __future__ import annotations

import pytest

from index.query.spelling import Spelling, Vocabulary

TEXT = (
    "Sanae Takaichi took office in Nara. Möngke Khan and José met at the Horyu-ji temple of the peninsula."
    " They played drums with Samsung, in the café."
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what did takeichi play", "what did Takaichi play"),  # one wrong
        ("when did she tkae ofice", "when did she tkae office"),  # one too few; "take" is not in the text
        ("the samsugn drumms", "the Samsung drums"),  # two swapped, one too many
        ("which penninsulla?", "which peninsula?"),  # two of many letters
        ("wher and wich", "where and which"),  # question words need not be in the text
        ("Did Mongke meet Jose?", "Did Möngke meet José?"),
        ("in the cafe", "in the café"),
        ("SANAE TAKAICHI", "SANAE TAKAICHI"),
    ],
)
def test_slips_and_other_spellings_are_put_as_the_text_has_them(typed: str, meant: str) -> None:
    assert Spelling([Vocabulary.of([TEXT])]).corrected(typed)[0] == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Is the drug of the office in Sara?",  # English words and short ones, one letter away
        "Who is Nada?",  # of four letters, one is wrong
        "Takada and Samsonite",  # too far
        "다카이치는 drum 42 x",
        "",
    ],
)
def test_other_words_stay_as_they_are(typed: str) -> None:
    assert Spelling([Vocabulary.of([TEXT])]).corrected(typed) == (typed, ())


def test_a_word_of_the_texts_stays_as_it_is_however_it_is_spelt() -> None:
    spelling = Spelling([Vocabulary.of(["Jose, José and josé"])])
    assert spelling.corrected("Jose José JOSÉ") == ("Jose José JOSÉ", ())
    assert spelling.corrected("Josè") == ("Jose", ("Jose",))


def test_of_several_words_the_most_alike_is_meant() -> None:
    spelling = Spelling([Vocabulary.of(["Tarkin Tarkon Markin"])])
    assert spelling.corrected("tarkiin") == ("Tarkin", ("Tarkin",))
    assert Spelling([Vocabulary.of(["Markin Tarkon Tarkin"])]).corrected("tarkiin")[0] == "Tarkin"
    assert Spelling([]).corrected("tarkiin whoo") == ("tarkiin whoo", ())


def test_the_words_that_were_put_in_are_told_once() -> None:
    _, put = Spelling([Vocabulary.of([TEXT])]).corrected("did takeichi play drumms, takeichi?")
    assert put == ("Takaichi", "drums")
