"""Which sentences say the same, and what is quoted where several articles have one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from index import Article, Excerpt, Library, Query, Quote, Span, build
from index.models.protocols import Models
from index.ranking.duplicates import quote_once, says_the_same
from index.retrieval.scope import Scope
from tests.conftest import SEEDS
from tests.toy import ToyEncoder, ToyReader

if TYPE_CHECKING:
    from pathlib import Path

    from index import Encoder
    from index.calibration import Calibration
    from index.models.protocols import Reader


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The museum opens at nine.", "The museum opens at nine."),
        ("The museum opens at nine.", "the MUSEUM opens at nine"),
        ("She said: “It’s open.”", 'She said, "It\'s open"!'),
        ("It is a well-known café – as ever.", "It is a well known cafe -- as ever"),
        ("The museum opens at nine.", "Museum opens at the nine."),
        ("It is easy to clean.", "It is also easy to clean."),
        ("You will recieve the colour.", "You will receive the color."),
        ("- **Members** may bring _guests_.", "Members may bring guests."),
        ("The fee is 1,250.50 €.", "the fee is 1,250.50 €"),
        ("博物館は九時に開く。", "博物館は九時に開く"),
        ("Die Straße ist gesperrt.", "Die STRASSE ist gesperrt."),
    ],
)
def test_sentences_that_say_the_same(text: str, other: str) -> None:
    assert says_the_same(text, other)
    assert says_the_same(other, text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The fee is 20 dollars a year.", "The fee is 25 dollars a year."),
        ("The fee is $20 a year.", "The fee is €20 a year."),
        ("It falls to -5 degrees.", "It falls to 5 degrees."),
        ("It falls to −5 degrees.", "It falls to 5 degrees."),
        ("It takes 1.5 hours.", "It takes 15 hours."),
        ("It was built in 1990-1995.", "It was built in 1990-1996."),
        ("Details are given in Table S1.", "Details are given in Table S2."),
        ("Version 2.0.1 is needed.", "Version 2.01 is needed."),
        ("Dogs are allowed in the hall.", "Dogs are not allowed in the hall."),
        ("Members can bring guests.", "Members can't bring guests."),
        ("Ada was born in London.", "Ada was born in Leeds."),
        ("Maria wrote the report.", "Marie wrote the report."),
        ("The hall is open on Monday.", "The hall is open on Sunday."),
        ("Pay before the match.", "Pay after the match."),
        ("The museum is open.", "The museum was open."),
        ("It has a typical form.", "It has an atypical form."),
        ("It cost a million.", "It cost a billion."),
        ("The first declension ends in a.", "The third declension ends in a."),
        ("They sell cats.", "They sell cars."),
        ("博物館は九時に開く。", "博物館は十時に開く。"),
        ("***", "---"),
        ("", ""),
    ],
)
def test_sentences_that_do_not(text: str, other: str) -> None:
    assert not says_the_same(text, other)
    assert not says_the_same(other, text)


def library(folder: Path, texts: dict[str, tuple[str, str]]) -> Library:
    """Open a library of articles, each with its text and its date, which may be none."""
    articles = folder / "articles"
    articles.mkdir()
    for name, (text, published) in texts.items():
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
        sidecar = f"published = {published}\n" if published else ""
        (articles / f"{name}.toml").write_text(sidecar, encoding="utf-8")
    encoder = ToyEncoder()
    build(articles, folder / "index", encoder=encoder)
    return Library.open(folder / "index", Models(encoder, ToyReader()))


def article(name: str, text: str, published: datetime.date | None = None) -> Article:
    """Return an article of one sentence."""
    return Article(name, text, name, None, published, "en", (Span(0, len(text)),))


def places(quote: Quote) -> list[tuple[str, int]]:
    return [(each.article.name, each.sentence) for each in (quote, *quote.also)]


def test_what_several_articles_say_is_quoted_once_from_the_newest(tmp_path: Path) -> None:
    texts = {
        "a": ("The sun. The red fox, red. A dog.", "2024-01-01"),
        "b": ("Green. A dog! The RED fox red.", "2026-01-01"),
        "c": ("The red fox: red", ""),
        "d": ("The blue dog.", "2026-05-05"),
    }
    (answer,) = library(tmp_path, texts).ask_all([Query("red fox")], top=3)
    assert places(answer.quotes[0]) == [("b.txt", 3), ("a.txt", 2), ("c.txt", 1)]
    assert places(answer.quotes[1]) == [("b.txt", 2), ("a.txt", 3)]


def test_what_one_article_says_twice_is_quoted_twice(tmp_path: Path) -> None:
    texts = {"a": ("The red fox. A dog. The red fox.", ""), "b": ("The sun. The red fox.", "")}
    (answer,) = library(tmp_path, texts).ask_all([Query("red fox")], top=2)
    assert [places(quote) for quote in answer.quotes] == [[("a.txt", 1), ("b.txt", 2)], [("a.txt", 3)]]


def test_articles_that_may_not_be_quoted_are_not_named(tmp_path: Path) -> None:
    texts = dict.fromkeys("abc", ("The sun. The red fox.", ""))
    query = Query("red fox", articles=frozenset({"a.txt", "c.txt"}))
    (answer,) = library(tmp_path, texts).ask_all([query], top=1)
    assert places(answer.quotes[0]) == [("a.txt", 2), ("c.txt", 2)]


@pytest.mark.parametrize(("copy", "marked"), [("– Red fox!", "Red"), ("RED fox", None)])
def test_the_words_that_answer_are_marked_in_the_newest_if_they_are_there(
    copy: str, marked: str | None
) -> None:
    read, newest = article("a", "Red fox."), article("b", copy, datetime.date(2026, 1, 1))
    quote = quote_once(Quote(read, 1, 0.5, Span(0, 3)), [1], Scope.of((read, newest)))
    assert places(quote) == [("b", 1), ("a", 1)]
    assert (quote.answer and newest.read(quote.answer)) == marked
    assert quote.also[0].answer is None


def test_two_sentences_are_also_in_the_articles_that_have_both(tmp_path: Path) -> None:
    texts = {
        "a": ("The red fox. The red dog. Sun.", "2026-01-01"),
        "b": ("The red fox. The red dog. Blue.", ""),
        "c": ("The red fox. Green.", ""),
    }
    (answer,) = library(tmp_path, texts).ask_all([Query("red fox dog")], top=2)
    excerpt = Excerpt(tuple(sorted(answer.quotes, key=lambda quote: quote.sentence)))
    assert [article.name for article in excerpt.also] == ["b.txt"]
    assert [article.name for article in Excerpt(excerpt.quotes[:1]).also] == ["b.txt", "c.txt"]


def test_an_answer_is_as_sure_when_another_article_says_it_too(
    encoder: Encoder, reader: tuple[Reader | None, Calibration], tmp_path: Path, seed_library: Library
) -> None:
    (seed,) = SEEDS.glob("*.txt")
    for name, published in (("old", "2020-01-01"), ("new", "2026-01-01")):
        (tmp_path / f"{name}.txt").write_bytes(seed.read_bytes())
        (tmp_path / f"{name}.toml").write_text(f"published = {published}\n", encoding="utf-8")
    build(tmp_path, tmp_path / "index", encoder=encoder)
    twice = Library.open(tmp_path / "index", Models(encoder, reader[0], reader[1]))
    for question in ("Who makes the drum kit?", "How old is the King of Spain?"):
        alone, both = seed_library.ask(question), twice.ask(question)
        assert both.verdict is alone.verdict, question
        assert both.confidence == pytest.approx(alone.confidence, abs=0.05), question
        assert places(both.quotes[0]) == [(f"{age}.txt", alone.quotes[0].sentence) for age in ("new", "old")]
        assert len({quote.text for quote in both.quotes}) == len(both.quotes) == 3


def test_what_two_parts_of_a_library_say_is_quoted_once(tmp_path: Path) -> None:
    texts = {"ours": "2026-01-01", "shared": ""}
    for name in texts:
        (tmp_path / name).mkdir()
    parts = [
        part
        for name, published in texts.items()
        for part in library(tmp_path / name, {name: ("The sun. The red fox.", published)}).parts
    ]
    answer = Library(parts, Models(ToyEncoder(), ToyReader())).ask("red fox", top=1)
    assert places(answer.quotes[0]) == [("ours.txt", 2), ("shared.txt", 2)]
