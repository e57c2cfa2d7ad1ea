"""The cards of the library: they fit whatever the documents are called, in each language, and ping nobody."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.words import LANGUAGES, words_for
from bot.publishing.problems import LibraryProblem
from bot.publishing.publisher import Progress
from bot.state.catalog.entries import Amount, CatalogEntry
from bot.state.records import LibraryChoice
from bot.ui.markdown import escape
from bot.uploads.card import Outcome, archive_card, outcome_card, preview_card, progress_card
from bot.uploads.following import Pace
from bot.uploads.lines import Reading, bar, lines
from bot.uploads.panel import LibraryFacts, clear_card, document_card, library_panel, remove_card
from index import PLAIN_TEXT, Document, Oddity, OddityKind
from tests.bot.discord_api import broken_limits
from tests.bot.doubles import article_of
from tests.bot.ui.test_markdown import TEXTS
from tests.bot.world import texts

if TYPE_CHECKING:
    from discord import ui

MOST = Amount(100, 50 * 2**20, 20_000)
WORST = "😀*" * 200
WRONG = LibraryProblem(WORST, "library-failed", {"reason": WORST})
LONG_URL = "https://news.example/" + "a" * 480
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def entry_of(
    number: int = 1,
    *,
    name: str = "guide.md",
    title: str = "Guide",
    source: str | None = None,
    problem: str | None = None,
    version: int = 1,
    channels: frozenset[int] | None = None,
    roles: frozenset[int] | None = None,
) -> CatalogEntry:
    return CatalogEntry(
        id=2**63 - number,
        server=1,
        name=name,
        title=title,
        language="en",
        url=None,
        source=source,
        published=None,
        original="a",
        document="b",
        text="c",
        size=1_500_000,
        sentences=1_234,
        version=version,
        added_by=2**63,
        added_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        checked_at=None if source is None else datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        problem=problem,
        channels=channels,
        roles=roles,
    )


IDS = frozenset(range(2**62, 2**62 + 25))


def facts_of(*entries: CatalogEntry, reading: Reading | None = None) -> LibraryFacts:
    return LibraryFacts(
        entries=entries,
        most=MOST,
        reading=reading or Reading(None, None),
        channels=IDS,
        roles=IDS,
        choice=LibraryChoice.BOTH,
    )


def parts(view: ui.LayoutView) -> list[Any]:
    sent: list[Any] = view.to_components()  # type: ignore[no-untyped-call] # discord.py left its type out
    return sent


def problems(view: ui.LayoutView) -> list[str]:
    return broken_limits({"flags": 1 << 15, "components": parts(view)})


def worst(number: int) -> CatalogEntry:
    return entry_of(
        number,
        name=WORST[:200],
        title=WORST[:200],
        source=LONG_URL,
        problem=WORST,
        version=10_000,
        channels=IDS,
        roles=IDS,
    )


@in_every_language
def test_the_worst_page_fits(language: str) -> None:
    words = words_for(language)
    reading = Reading({}, Progress(3, 7), WRONG)
    facts = facts_of(*(worst(number) for number in range(100)), reading=reading)
    assert problems(library_panel(facts, 10, words)) == []
    assert problems(document_card(facts.entries[0], facts, 9_999, words)) == []
    gone = LibraryFacts(
        facts.entries, MOST, Reading(None, Progress(1, 2), WRONG), frozenset(), frozenset(), None
    )
    assert problems(library_panel(gone, 10, words)) == []
    assert problems(document_card(facts.entries[0], gone, 9_999, words)) == []
    assert problems(remove_card(facts.entries[0], 0, words)) == []
    assert problems(clear_card(100, 0, words)) == []
    assert problems(library_panel(facts_of(), 0, words)) == []


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=7), st.integers(0, 9))
def test_any_documents_fit(said: list[tuple[str, str, str]], page: int) -> None:
    entries = [
        entry_of(number, name=name[:200], title=title[:200], problem=problem)
        for number, (name, title, problem) in enumerate(said)
    ]
    assert problems(library_panel(facts_of(*entries), page, words_for("en"))) == []


@given(
    st.lists(st.tuples(TEXTS, TEXTS), max_size=10),
    st.lists(TEXTS.map(lambda name: f"“{name}” cannot be read."), max_size=3),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_any_preview_fits(said: list[tuple[str, str]], refusals: list[str], language: str) -> None:
    documents = [
        document_of(title, text) for title, text in said if text.splitlines() and text.splitlines()[0].strip()
    ]
    view = preview_card(documents, refusals, words_for(language), draft="0" * 16, replacing=entry_of())
    assert problems(view) == []


@in_every_language
def test_the_worst_preview_fits(language: str) -> None:
    words = words_for(language)
    document = document_of(WORST, "\n".join([WORST] * 5), *(Oddity(kind, WORST) for kind in OddityKind))
    for count in (1, 10):
        view = preview_card([document] * count, [], words, draft="0" * 16, replacing=worst(0))
        assert problems(view) == []
        outcome = Outcome((WORST,) * count, (WORST,) * (10 - count))
        assert (
            problems(outcome_card(outcome, words, ending=words.say("library-failed", reason=WORST[:200])))
            == []
        )
        assert problems(progress_card(outcome, words, progress=Progress(5, 9), seconds=500)) == []
    assert problems(archive_card(None, [WORST, WORST])) == []


def document_of(title: str, text: str, *oddities: Oddity) -> Document:
    return Document.of(article_of(text, title=title), oddities=oddities)


def test_every_oddity_is_said() -> None:
    document = document_of("Guide", "It is so.", *(Oddity(kind, "cp1252") for kind in OddityKind))
    said = texts(parts(preview_card([document], [], words_for("en"), draft="0")))[1].split("\n")
    assert [line.startswith("-# ⚠️ ") for line in said[2:-1]] == [True] * len(OddityKind)
    assert escape("The encoding is guessed (cp1252)") in said[2]


def test_what_a_file_was_read_as_is_said_in_each_language() -> None:
    for language, named in (("en", "plain text"), ("de", "reiner Text"), ("ja", "テキスト")):
        odd = Oddity(OddityKind.WRONG_SUFFIX, PLAIN_TEXT), Oddity(OddityKind.WRONG_SUFFIX, "PDF")
        view = preview_card([document_of("Guide", "So.", *odd)], [], words_for(language), draft="0")
        plain, pdf = texts(parts(view))[1].split("\n")[2:4]
        assert named in plain
        assert "PDF" in pdf


def test_a_text_that_is_not_answered_from_yet() -> None:
    entry, words = entry_of(), words_for("en")
    for reading, state in (
        (Reading({entry.article_name: "c"}, None), []),
        (Reading(None, None), []),
        (Reading({entry.article_name: "of an old version"}, None), [escape(words.say("library-waiting"))]),
        (Reading({}, Progress(9, 20)), ["being read\\: ▓▓▓▓░░░░░░ 45 %"]),
    ):
        said = lines(entry, reading, words, there=(), share=1000)
        assert said[2:] == [f"-# {each}" for each in state]


def test_a_link_that_could_not_be_read() -> None:
    entry = entry_of(source="https://news.example/a", problem="It *answers* with 404.")
    said = lines(entry, Reading({}, None), words_for("en"), there=(), share=1000)
    assert said[1].endswith(" · last tried <t:1767312000:R>")
    assert said[2] == "-# cannot be read\\: It \\*answers\\* with 404\\."
    assert said[3] == "-# [source](https://news.example/a)"


def test_a_limit_names_some_and_counts_the_others() -> None:
    entry = entry_of(channels=frozenset({5, 6, 7, 8}))
    said = lines(entry, Reading(None, None), words_for("en"), there={5, 6, 7}, share=1000)
    assert said[2] == "-# only in <#5> <#6> and 1 more"


def test_where_there_is_no_room_the_last_lines_are_left_out() -> None:
    entry = entry_of(source=LONG_URL, channels=frozenset({5}))
    said = lines(entry, Reading(None, None), words_for("en"), there={5}, share=300)
    assert [line.startswith("-# [") for line in said] == [False] * 3


@pytest.mark.parametrize(
    ("done", "of", "drawn"),
    [(0, 0, "░" * 10), (0, 7, "░" * 10), (45, 100, "▓▓▓▓░░░░░░"), (7, 7, "▓" * 10), (9, 7, "▓" * 10)],
)
def test_the_bar(done: int, of: int, drawn: str) -> None:
    assert bar(done, of) == drawn


def test_how_long_a_build_goes_on() -> None:
    times = iter([10.0, 20.0, 30.0, 40.0])
    pace = Pace(lambda: next(times))
    assert pace.seconds_left(Progress(0, 100)) is None
    assert pace.seconds_left(Progress(0, 100)) is None  # nothing can be said of what has not begun
    assert pace.seconds_left(Progress(50, 100)) == 20
    assert pace.seconds_left(Progress(10, 40)) is None  # another build has begun
