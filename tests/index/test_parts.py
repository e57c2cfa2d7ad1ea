"""Several parts are one library: they answer, look up, complete and spell as one index of all would."""

from __future__ import annotations

import gc
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from index import Library, Part, Query, QuestionError, Verdict, build
from index.models.protocols import Models
from tests.conftest import SEEDS
from tests.toy import ToyEncoder, ToyReader

if TYPE_CHECKING:
    from pathlib import Path

    from index import Encoder

OURS = "A red dog and a green fox. The Blue Dog sleeps.\nThe sun is red, as Markin said. Red red."
NOTES = "A blue sun. The Blue Dog met Markin Tarkon.\nWhat a day it was for a dog! Green."


@pytest.fixture
def articles(tmp_path: Path, articles: Path) -> Path:
    """Make three libraries: the toy articles, two others, and all four files as one."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "ours.md").write_text(OURS, encoding="utf-8")
    (tmp_path / "ours" / "notes.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "all").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "all" / f"1{name}").write_bytes((articles / name).read_bytes())
    (tmp_path / "all" / "2notes.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "all" / "3ours.md").write_text(OURS, encoding="utf-8")
    return articles


def part_of(folder: Path, encoder: Encoder) -> Part:
    index = folder.with_name(f"{folder.name}-index")
    build(folder, index, encoder=encoder)
    return Part.open(index, model_digest=encoder.digest)


@pytest.fixture
def models() -> Models:
    return Models(ToyEncoder(), ToyReader())


@pytest.fixture
def parts(articles: Path, models: Models) -> list[Part]:
    return [part_of(articles.parent / name, models.encoder) for name in ("articles", "ours")]


@pytest.fixture
def joint(articles: Path, models: Models) -> Library:
    return Library([part_of(articles.parent / "all", models.encoder)], models)


QUESTIONS = [
    "red",
    "the green fox",
    "what did markin say of the sun?",
    "red dog or blue dog or red fox",
    "where is the blue dog",
    "a question of more than eight words about a dog that met a fox",
    "zzz",
    "hello",
]


def test_parts_answer_as_one_index_does(parts: list[Part], joint: Library, models: Models) -> None:
    library = Library(parts, models)
    queries = [Query(question) for question in QUESTIONS]
    for mine, theirs in zip(
        library.pipeline.search_all(queries), joint.pipeline.search_all(queries), strict=True
    ):
        assert mine.found.cosine.tolist() == theirs.found.cosine.tolist()
        assert mine.found.bm25 == pytest.approx(theirs.found.bm25, abs=1e-6)
        assert mine.found.zscores == pytest.approx(theirs.found.zscores, abs=1e-5)
    for ours, other in zip(library.ask_all(queries, top=9), joint.ask_all(queries, top=9), strict=True):
        assert (ours.verdict, ours.small_talk) == (other.verdict, other.small_talk)
        assert ours.confidence == pytest.approx(other.confidence, abs=1e-6)
        assert [quote.text for quote in ours.quotes] == [quote.text for quote in other.quotes]
        assert [quote.score for quote in ours.quotes] == pytest.approx(
            [quote.score for quote in other.quotes], abs=1e-5
        )


@pytest.mark.parametrize(
    ("names", "joint_names"),
    [
        ({"a.txt"}, {"1a.txt"}),
        ({"ours.md"}, {"3ours.md"}),
        ({"b.txt", "notes.txt"}, {"1b.txt", "2notes.txt"}),
        ({"a.txt", "notes.txt", "ours.md"}, {"1a.txt", "2notes.txt", "3ours.md"}),
    ],
)
def test_chosen_articles_of_several_parts_answer_alone(
    parts: list[Part], joint: Library, models: Models, names: set[str], joint_names: set[str]
) -> None:
    library = Library(parts, models)
    for question in QUESTIONS[:-1]:
        mixed = [Query(question), Query(question, articles=frozenset(names)), Query("green")]
        _, mine, _ = library.ask_all(mixed, top=9)
        (theirs,) = joint.ask_all([Query(question, articles=frozenset(joint_names))], top=9)
        assert {quote.article.name for quote in mine.quotes} <= names
        assert [quote.text for quote in mine.quotes] == [quote.text for quote in theirs.quotes]
        assert [quote.score for quote in mine.quotes] == pytest.approx(
            [quote.score for quote in theirs.quotes], abs=1e-5
        )


def test_a_word_is_looked_up_in_all_parts(parts: list[Part], models: Models) -> None:
    library = Library(parts, models)
    found = [(match.article.name, match.sentence) for match in library.lookup("blue dog")]
    assert found == [("a.txt", 2), ("notes.txt", 2), ("ours.md", 2)]
    (match,) = library.lookup("blue dog", articles=frozenset({"b.txt", "notes.txt"}))
    assert (match.article.name, match.sentence) == ("notes.txt", 2)


def test_phrases_are_counted_over_all_parts(parts: list[Part], joint: Library, models: Models) -> None:
    library = Library(parts, models)
    assert library.phrases("") == joint.phrases("") != ()
    for typed in ("b", "dog", "mark", "red", "the", "x"):
        assert library.phrases(typed) == joint.phrases(typed)
    assert library.phrases("blue d", limit=1) == ("Blue Dog",)
    assert library.phrases("markin", articles=frozenset({"a.txt", "ours.md"})) == ("Markin",)
    assert library.phrases("markin", articles=frozenset({"a.txt", "b.txt"})) == ()


def test_a_slip_is_read_as_any_part_spells_it(parts: list[Part], models: Models) -> None:
    mine = Library(parts, models).ask("did marken see tarkoon?")
    assert mine.read_as == ("Markin", "Tarkon")
    assert Library(parts[:1], models).ask("did marken see tarkoon?").read_as == ()


def test_a_part_says_what_it_was_made_from(parts: list[Part], articles: Path, models: Models) -> None:
    assert parts[1].sources.keys() == {"notes.txt", "ours.md"}
    assert part_of(articles, models.encoder).sources == parts[0].sources
    (articles / "a.txt").write_text("Another.", encoding="utf-8")
    changed = part_of(articles, models.encoder)
    assert changed.snapshot != parts[0].snapshot
    assert changed.sources["a.txt"] != parts[0].sources["a.txt"]
    assert changed.sources["b.txt"] == parts[0].sources["b.txt"]
    assert Library(parts, models).ask("red fox").quotes[0].text == "The red fox."  # as it was opened


def test_articles_of_a_library_need_different_names(parts: list[Part], models: Models) -> None:
    with pytest.raises(ValueError, match=r"^6 articles of 3 parts have 4 names: each article of a library"):
        Library([*parts, parts[0]], models)


def test_a_library_without_parts_finds_nothing(models: Models) -> None:
    library = Library([], models)
    assert (library.articles, library.size, library.lookup("red"), library.phrases("")) == ((), 0, (), ())
    answer, talk = library.ask_all([Query("what is red?"), Query("hello")])
    assert (answer.verdict, answer.confidence, answer.quotes, answer.small_talk) == (
        Verdict.NOT_FOUND,
        0,
        (),
        False,
    )
    assert talk.small_talk
    with pytest.raises(QuestionError, match=r"there is no article a\.txt"):
        library.ask_all([Query("red", articles=frozenset({"a.txt"}))])


def test_the_memory_of_a_part_is_about_what_it_says(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    text = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8")
    for number in range(30):
        lines = [line.replace("a", chr(98 + number % 20)) for line in text.splitlines()]
        (folder / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    models = Models(ToyEncoder())
    Library([part_of(folder, models.encoder)], models).phrases("")  # what is imported and kept for all
    gc.collect()
    tracemalloc.start()
    try:
        part = Part.open(tmp_path / "many-index")
        library = Library([part], models)
        library.ask("red")
        for article in part.articles:
            part.windows(article)
        library.phrases("")
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 0.5 * held < library.size == part.size < 2 * held


def test_no_word_of_what_may_not_be_quoted_is_put_into_a_question(parts: list[Part], models: Models) -> None:
    library = Library(parts, models)

    def read_as(articles: frozenset[str] | None) -> tuple[str, ...]:
        return library.ask_all([Query("who met tarkn", articles)])[0].read_as

    assert read_as(None) == ("Tarkon",)
    assert read_as(frozenset({"notes.txt"})) == ("Tarkon",)
    assert read_as(frozenset({"ours.md", "a.txt"})) == ()
