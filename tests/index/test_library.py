"""Exact places and scores, under an encoder that one can compute by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from index import Library, Query, QuestionError, Quote, Span, Verdict, build
from index.calibration import SEARCH_ONLY, Ranking
from index.models.protocols import Models, Reading, RerankRequest
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def open_library(articles: Path, encoder: ToyEncoder | None = None) -> Library:
    encoder = encoder or ToyEncoder()
    build(articles, articles.parent / "index", encoder=encoder)
    return Library.open(articles.parent / "index", Models(encoder))


def found(library: Library, question: str, *, top: int = 3) -> list[tuple[str, int]]:
    return [(quote.article.name, quote.sentence) for quote in library.ask(question, top=top).quotes]


def test_the_best_sentences_come_first(articles: Path) -> None:
    assert found(open_library(articles), "red", top=4) == [
        ("a.txt", 3),
        ("a.txt", 1),
        ("a.txt", 2),
        ("b.txt", 1),
    ]


def test_a_quote_is_the_articles_own_words(articles: Path) -> None:
    quote = open_library(articles).ask("green").quotes[0]
    assert quote.text == quote.article.text[quote.span.start : quote.span.end] == "Green sun!"
    assert quote.span == Span(0, 10)
    assert quote.article.title == "Green sun!"


def test_equal_scores_stand_in_reading_order_wherever_the_list_is_cut(articles: Path) -> None:
    # From the third sentence on, each is "Sun." after "Sun.", in a paragraph of its own.
    (articles / "c.txt").write_text("\n".join(["Fox."] + ["Sun."] * 9), encoding="utf-8")
    library = open_library(articles)
    for top in (1, 2, 3, 5, 8):
        assert found(library, "sun", top=top) == [("c.txt", number) for number in range(3, 3 + top)]


def test_the_last_word_of_a_sentence_longer_than_the_model_reads_is_found(articles: Path) -> None:
    (articles / "long.txt").write_text("word " * 50 + "dog\n" + "sun green red blue", encoding="utf-8")
    assert found(open_library(articles), "dog", top=1) == [("long.txt", 1)]


def test_top_may_be_more_than_there_is_and_must_be_positive(articles: Path) -> None:
    library = open_library(articles)
    assert len(found(library, "red", top=100)) == 4
    with pytest.raises(ValueError, match="top is 0"):
        library.ask("red", top=0)


def test_questions_asked_together_get_the_answers_they_get_alone(articles: Path) -> None:
    library = open_library(articles)
    questions = ["red", "green green sun", "a question of more than eight words about a dog", "x"]
    assert library.ask_all([Query(text) for text in questions]) == tuple(
        library.ask(question) for question in questions
    )
    assert library.ask_all([]) == ()


def test_chosen_articles_answer_as_a_library_of_them_alone_does(articles: Path) -> None:
    (articles / "c.txt").write_text("A red dog.\nGreen green fox. Blue.\n", encoding="utf-8")
    (articles / "d.txt").write_text("A red red red sun.\n", encoding="utf-8")
    whole = open_library(articles)
    (articles / "a.txt").unlink()
    (articles / "d.txt").unlink()
    alone = open_library(articles)
    for question in ("green fox", "dog", "red"):
        (chosen,) = whole.pipeline.search_all([Query(question, articles=frozenset({"b.txt", "c.txt"}))])
        (own,) = alone.pipeline.search_all([Query(question)])
        assert chosen.found.cosine == pytest.approx(own.found.cosine)
        # Meaning is weighed among the chosen alone; how rare a word is goes by the whole library.
        assert chosen.found.zscores[:3] == pytest.approx(own.found.zscores[:3], abs=1e-5)
        (answer,) = whole.pipeline.answer_all([chosen], top=9)
        quotes = [(quote.article.name, quote.sentence) for quote in answer.quotes]
        assert quotes[0] == found(alone, question, top=1)[0]
        assert sorted(quotes) == [("b.txt", 1), ("c.txt", 1), ("c.txt", 2), ("c.txt", 3)]


def test_questions_of_different_articles_are_asked_together(articles: Path) -> None:
    library = open_library(articles)
    queries = [Query("red"), Query("red", articles=frozenset({"b.txt"})), Query("green")]
    answers = library.ask_all(queries, top=1)
    assert answers == tuple(library.ask_all([query], top=1)[0] for query in queries)
    assert [answer.quotes[0].article.name for answer in answers] == ["a.txt", "b.txt", "b.txt"]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"b.txt", "x.txt", "y.txt"}, "there is no article x.txt, y.txt: choose among a.txt, b.txt"),
        (set(), "no article was named to ask: choose among a.txt, b.txt"),
    ],
)
def test_articles_that_are_not_there_cannot_be_asked(articles: Path, names: set[str], message: str) -> None:
    with pytest.raises(QuestionError, match=f"^{re.escape(message)}$"):
        open_library(articles).ask_all([Query("red", articles=frozenset(names))])


def test_a_follow_up_is_answered_in_the_light_of_the_question_before(articles: Path) -> None:
    (articles / "c.txt").write_text("The green dog.\nSun.\n", encoding="utf-8")
    library = open_library(articles)
    (answer,) = library.ask_all([Query("and it?", before="the green dog")], top=1)
    assert (answer.question, answer.quotes[0].text) == ("and it?", "The green dog.")
    how, alone = library.ask_all([Query("How?", before="the green dog"), Query("How?")], top=1)
    assert (how.small_talk, how.quotes[0].text) == (False, "The green dog.")
    assert alone.small_talk


def test_small_talk_is_not_read_for(articles: Path) -> None:
    encoder, reader = ToyEncoder(), RedReader()
    build(articles, articles.parent / "index", encoder=encoder)
    library = Library.open(articles.parent / "index", Models(encoder, reader))
    talk, answer = library.ask_all([Query("hello", before="the dog"), Query("red dog")])
    assert (talk.small_talk, talk.verdict, talk.confidence, talk.quotes) == (True, Verdict.NOT_FOUND, 0, ())
    assert not answer.small_talk
    assert set(reader.asked) == {"red dog"}


def test_a_question_that_cannot_be_asked_is_an_error(articles: Path) -> None:
    with pytest.raises(QuestionError):
        open_library(articles).ask(" \u200b")


def test_an_unchanged_sentence_is_not_embedded_again(articles: Path) -> None:
    encoder = ToyEncoder()
    index = articles.parent / "index"
    assert build(articles, index, encoder=encoder).embedded == 6  # 4 sentences, 2 pairs; one is a paragraph
    (articles / "a.txt").write_text("New first. The red fox.\nThe blue dog. Red red blue.", encoding="utf-8")
    (articles / "b.txt").rename(articles / "z.txt")
    encoder.embedded.clear()
    # "The red fox. The blue dog." was a paragraph before and is a pair now.
    assert build(articles, index, encoder=encoder).embedded == 2
    assert encoder.embedded == ["New first.", "New first. The red fox."]
    assert found(Library.open(index, Models(encoder)), "red fox", top=1) == [("a.txt", 2)]
    assert build(articles, index, encoder=encoder).embedded == 0


def test_a_quote_cannot_point_outside_its_article(articles: Path) -> None:
    article = open_library(articles).articles[0]
    with pytest.raises(ValueError, match=r"a\.txt has no sentence 4"):
        Quote(article, 4, 0.5)
    with pytest.raises(ValueError, match="lies outside sentence"):
        Quote(article, 1, 0.5, answer=Span(10, 14))


class RedReader:
    """Takes the first word for the answer, and finds it likely only in a sentence about something red."""

    digest = "red"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read_all(self, asked: Sequence[RerankRequest]) -> list[dict[int, Reading]]:
        self.asked += [own.question for own in asked]
        return [
            {
                window.first + place: Reading(0, len(text.split()[0]), likely, 0, likely, 0)
                for window in own.windows
                for place, text in enumerate(window.sentences)
                for likely in [9 if "red" in text.lower() else -9]
            }
            for own in asked
        ]


def test_the_first_quote_is_marked_and_others_only_where_an_answer_is_likely(articles: Path) -> None:
    encoder = ToyEncoder()
    build(articles, articles.parent / "index", encoder=encoder)
    calibration = SEARCH_ONLY.model_copy(update={"ranking": Ranking(search=(1, 0, 0, 0, 0, 0))})
    library = Library.open(articles.parent / "index", Models(encoder, RedReader(), calibration))
    quotes = library.ask("dog", top=4).quotes
    marked = {quote.text: quote.article.read(quote.answer) if quote.answer else None for quote in quotes}
    assert quotes[0].text == "The blue dog."
    assert marked == {
        "The blue dog.": "The",
        "The red fox.": "The",
        "Red red blue.": "Red",
        "Green sun!": None,
    }
