"""Cards that show several passages at once, or the closest one where none answers."""

from __future__ import annotations

import dataclasses

import pytest

from bot.answers.buttons import Shown
from bot.answers.card import answer_card
from bot.i18n.words import LANGUAGES, words_for
from bot.ui.markdown import width
from index import Answer, Quote, Span, Verdict
from tests.bot.answers.test_card import ARTICLE, LINKED, answer, card_of, parts, rendered, rows
from tests.bot.doubles import article_of
from tests.bot.world import texts

DREAM, NARA = Span(7, 16), Span(40, 44)
OTHER = dataclasses.replace(article_of("They met in Kyoto.", title="Other talks"), name="other.txt")


def both(verdict: Verdict = Verdict.ANSWERED, *, behind: float = 0.5, confidence: float = 0.93) -> Answer:
    """Make an answer that has likely words in its first two quotes."""
    whole = answer(ARTICLE, verdict, bold=DREAM, behind=behind, confidence=confidence)
    first, second, third = whole.quotes
    return dataclasses.replace(whole, quotes=(first, dataclasses.replace(second, answer=NARA), third))


def test_a_second_quote_that_is_nearly_as_good_stands_below_the_answer() -> None:
    shown = rendered(both())
    assert texts(shown) == [
        "-# Was it a dream?",
        r"> It was **a \*dream\*** come true\.",
        r"-# The \[talks\] · sentence 1 of 4 · quite sure · 93 %",
        r"-# Also\:",
        r"> They met in **Nara**\.",
        "-# sentence 2 of 4",
    ]
    assert rows(shown) == [["Previous", "Next passage", "In context"], ["👍", "👎", "Delete"]]


def test_a_second_quote_that_is_less_good_stays_behind_the_button() -> None:
    assert texts(rendered(both(behind=1.5)))[1:] == [
        r"> It was **a \*dream\*** come true\.",
        r"-# The \[talks\] · sentence 1 of 4 · quite sure · 93 %",
    ]


def test_what_may_answer_stands_below_each_other_and_only_the_first_is_bold() -> None:
    shown = rendered(both(Verdict.UNSURE, confidence=0.6))
    assert texts(shown) == [
        "-# Was it a dream?",
        "This may answer it",
        r"> It was **a \*dream\*** come true\.",
        r"-# The \[talks\] · sentence 1 of 4 · fairly sure · 60 %",
        r"> They met in Nara\.",
        "-# sentence 2 of 4",
        r"> More\.",
        "-# sentence 3 of 4",
    ]
    assert rows(shown) == [["Previous", "Next passage", "In context"], ["👍", "👎", "Delete"]]


def test_what_hardly_may_answer_stays_behind_the_button() -> None:
    assert texts(rendered(both(Verdict.UNSURE, behind=4, confidence=0.6)))[1:] == [
        "This may answer it",
        r"> It was **a \*dream\*** come true\.",
        r"-# The \[talks\] · sentence 1 of 4 · fairly sure · 60 %",
    ]


def test_the_closest_passage_is_small_where_the_article_does_not_seem_to_say() -> None:
    shown = rendered(both(Verdict.NOT_FOUND, confidence=0.2))
    assert texts(shown) == [
        "-# Was it a dream?",
        r"The article does not seem to say\. What comes closest\:",
        r"> -# It was a \*dream\* come true\.",
        r"-# The \[talks\] · sentence 1 of 4",
    ]
    assert rows(shown) == [["Closest passages", "👍", "👎", "Delete"]]


def test_the_closest_passages_are_as_large_as_any_once_they_are_unfolded() -> None:
    shown = rendered(both(Verdict.NOT_FOUND, confidence=0.2), shown=Shown(unfolded=True))
    assert texts(shown)[1:] == [
        r"The article does not seem to say\. What comes closest\:",
        r"> It was a \*dream\* come true\.",
        r"-# The \[talks\] · sentence 1 of 4",
    ]
    assert rows(shown) == [["Previous", "Next passage", "In context"], ["👍", "👎", "Delete"]]


@pytest.mark.parametrize(("verdict", "said"), [(Verdict.ANSWERED, 1), (Verdict.UNSURE, 2)])
def test_a_passage_that_was_turned_to_stands_alone(verdict: Verdict, said: int) -> None:
    assert texts(rendered(both(verdict), shown=Shown(passage=1)))[said:] == [
        r"> They met in **Nara**\.",
        r"-# The \[talks\] · sentence 2 of 4 · passage 2 of 3",
    ]


def test_in_context_the_first_passage_stands_alone() -> None:
    assert texts(rendered(both(), shown=Shown(context=True)))[1:] == [
        "> It was **a \\*dream\\*** come true\\.\n> -# They met in Nara\\.\n> -# More\\.",
        r"-# The \[talks\] · sentence 1 of 4 · quite sure · 93 %",
    ]


RUN = dataclasses.replace(ARTICLE, paragraphs=(0, 2))
"""Its first two sentences are a paragraph."""


def test_neighbours_that_answer_together_are_one_quote() -> None:
    quotes = (Quote(RUN, 2, 9.0, NARA), Quote(RUN, 1, 8.5, DREAM), Quote(RUN, 3, 8.0))
    assert texts(rendered(Answer("Was it a dream?", Verdict.ANSWERED, 0.93, quotes)))[1:] == [
        r"> It was **a \*dream\*** come true\. They met in **Nara**\.",
        r"-# The \[talks\] · sentences 1 to 2 of 4 · quite sure · 93 %",
    ]
    shown = texts(rendered(Answer("Was it a dream?", Verdict.UNSURE, 0.6, quotes)))
    assert shown[2] == r"> It was **a \*dream\*** come true\. They met in **Nara**\."
    assert shown[4:] == [r"> More\.", "-# sentence 3 of 4"]


def test_a_sentence_between_two_others_makes_one_quote_of_all() -> None:
    whole = dataclasses.replace(ARTICLE, paragraphs=(0,))
    quotes = (Quote(whole, 3, 9.0), Quote(whole, 1, 8.5), Quote(whole, 2, 8.0))
    (excerpt,) = Answer("Who?", Verdict.UNSURE, 0.6, quotes).leading
    assert (excerpt.first, excerpt.last) == (1, 3)


def test_neighbours_of_two_paragraphs_are_two_quotes() -> None:
    quotes = (Quote(RUN, 3, 9.0), Quote(RUN, 2, 8.5))
    places = texts(rendered(Answer("Who?", Verdict.UNSURE, 0.6, quotes)))[3::2]
    assert places == [
        r"-# The \[talks\] · sentence 3 of 4 · fairly sure · 60 %",
        "-# sentence 2 of 4",
    ]


def test_the_link_is_the_first_quotes() -> None:
    (container,) = rendered(answer(LINKED, behind=0.5))
    button = container["components"][-2]["components"][-1]
    assert button["url"].startswith("https://news.example/talks#:~:text=It%20was")


def test_quotes_of_several_articles_all_say_which() -> None:
    quotes = (Quote(ARTICLE, 1, 9.0), Quote(OTHER, 1, 8.5), Quote(ARTICLE, 2, 8.5))
    shown = texts(rendered(Answer("Where?", Verdict.UNSURE, 0.6, quotes)))
    assert shown[3::2] == [
        r"-# The \[talks\] · sentence 1 of 4 · fairly sure · 60 %",
        "-# Other talks · sentence 1 of 1",
        r"-# The \[talks\] · sentence 2 of 4",
    ]


def test_only_what_is_shown_decides_whether_all_say_of_which_article_they_are() -> None:
    quotes = (Quote(ARTICLE, 1, 9.0), Quote(ARTICLE, 2, 8.5), Quote(OTHER, 1, 8.5))
    assert texts(rendered(Answer("Where?", Verdict.ANSWERED, 0.9, quotes)))[-1] == "-# sentence 2 of 4"


@pytest.mark.parametrize(
    ("shown", "place"),
    [(Shown(), "-# sentence 2 of 4"), (Shown(passage=1), "-# sentence 2 of 4 · passage 2 of 3")],
)
def test_no_title_where_there_is_one_article(shown: Shown, place: str) -> None:
    said = texts(rendered(both(), shown=shown, titled=False))
    assert said[-1] == place
    assert not any("talks" in text for text in said)


@pytest.mark.parametrize("verdict", Verdict)
def test_several_long_quotes_fit_a_phone_and_keep_their_answering_words(verdict: Verdict) -> None:
    line = f"{'before ' * 300}HERE {'after ' * 300}".strip()
    article = article_of("\n".join([line] * 3))
    at = line.index("HERE")
    spans = [Span(own.start + at, own.start + at + 4) for own in article.sentences]
    quotes = tuple(Quote(article, n, 9.0, span) for n, span in enumerate(spans, start=1))
    card = card_of(Answer("Where?", verdict, 0.5, quotes))
    quoted = [text for text in texts(parts(answer_card(card, words_for("en")))) if text.startswith("> ")]
    each = {Verdict.ANSWERED: 420, Verdict.UNSURE: 420, Verdict.NOT_FOUND: 300}[verdict]
    assert len(quoted) == {Verdict.ANSWERED: 2, Verdict.UNSURE: 3, Verdict.NOT_FOUND: 1}[verdict]
    for text in quoted:
        assert "HERE" in text
        assert each - 60 < width(text) <= each + 10
    assert len(texts(parts(answer_card(card, words_for("en"))))) <= 8


@pytest.mark.parametrize(
    ("language", "also"),
    [
        ("en", r"-# Also\:"),
        ("de", r"-# Außerdem\:"),
        ("es", r"-# También\:"),
        ("fr", r"-# Également \:"),
        ("ja", "-# ほかに："),
        ("ko", r"-# 그 밖에\:"),
    ],
)
def test_also_is_said_in_every_language(language: str, also: str) -> None:
    assert language in LANGUAGES
    assert texts(rendered(both(), language=language))[3] == also
