from __future__ import annotations

import dataclasses
import datetime
import io

import pytest
from rich.console import Console

from index import Answer, Article, Quote, Span, Verdict
from index.cli.console import progress_bar, show
from index.text.parsing import About, parse

TEXT = "The red fox [b]runs[/b].\nA \x1b[31mbad\x1b[0m\x07 \u202edog.\n"
ARTICLE = Article("a.txt", TEXT, "A [red] title", None, None, "en", (Span(0, 24), Span(25, 46)), (0, 1))
RUN = dataclasses.replace(ARTICLE, paragraphs=(0,))
"""Both sentences are a paragraph."""


def shown(verdict: Verdict, *quotes: Quote, colours: bool = False, confidence: float = 0.5) -> str:
    screen = io.StringIO()
    console = Console(
        file=screen,
        width=30,
        force_terminal=colours,
        color_system="standard" if colours else None,
        highlight=False,
    )
    show(Answer("q", verdict, confidence, quotes), console)
    return screen.getvalue()


def test_a_quote_is_printed_as_written_on_one_line_with_its_place() -> None:
    assert shown(Verdict.ANSWERED, Quote(ARTICLE, 1, 0.9)) == (
        "The red fox [b]runs[/b].\n  A [red] title · sentence 1 of 2\n"
    )


def test_the_answer_is_bold_and_the_runners_up_are_dim() -> None:
    first, second = Quote(ARTICLE, 1, 9.0, answer=Span(4, 11)), Quote(ARTICLE, 2, 7.0)
    lines = shown(Verdict.ANSWERED, first, second, colours=True).splitlines()
    assert lines[0] == "The \x1b[1mred fox\x1b[0m [b]runs[/b]."
    assert lines[4].startswith("\x1b[2mA ")


def test_other_articles_that_say_the_same_are_named_with_their_dates() -> None:
    newest = dataclasses.replace(ARTICLE, published=datetime.date(2026, 1, 1))
    old = dataclasses.replace(ARTICLE, name="b.txt", title="Old\x07", published=datetime.date(2025, 1, 1))
    undated = dataclasses.replace(ARTICLE, name="c.txt", title="Other")
    quote = Quote(newest, 1, 9.0, also=(Quote(old, 1, 9.0), Quote(undated, 1, 9.0)))
    assert shown(Verdict.ANSWERED, quote).splitlines()[1:] == [
        "  A [red] title, 2026-01-01 · sentence 1 of 2",
        "  also in Old, 2025-01-01; Other",
    ]


def test_a_second_quote_that_is_nearly_as_good_is_as_plain() -> None:
    first, second, third = (
        Quote(ARTICLE, 1, 9.0),
        Quote(ARTICLE, 2, 8.5, Span(42, 45)),
        Quote(ARTICLE, 1, 7.0),
    )
    lines = shown(Verdict.ANSWERED, first, second, third, colours=True).splitlines()
    assert lines[3:] == [
        "",
        "\x1b[2mAlso:\x1b[0m",
        "A [31mbad[0m \x1b[1mdog\x1b[0m.",
        "\x1b[36m  sentence 2 of 2\x1b[0m",
        "",
        "\x1b[2mThe red fox [b]runs[/b].\x1b[0m",
        "\x1b[2m  sentence 1 of 2\x1b[0m",
    ]


def test_where_it_is_unsure_all_that_may_answer_is_plain_and_the_first_alone_is_bold() -> None:
    first, second, third = (
        Quote(ARTICLE, 1, 9.0, Span(4, 11)),
        Quote(ARTICLE, 2, 8.5, Span(42, 45)),
        Quote(ARTICLE, 2, 1.0, Span(42, 45)),
    )
    lines = shown(Verdict.UNSURE, first, second, third, colours=True).splitlines()
    assert lines[1] == "The \x1b[1mred fox\x1b[0m [b]runs[/b]."
    assert lines[4:] == [
        "",
        "A [31mbad[0m dog.",
        "\x1b[36m  sentence 2 of 2\x1b[0m",
        "",
        "\x1b[2mA [31mbad[0m dog.\x1b[0m",
        "\x1b[2m  sentence 2 of 2\x1b[0m",
    ]


def test_neighbours_that_answer_together_are_one_quote() -> None:
    second, first = Quote(RUN, 2, 9.0, Span(42, 45)), Quote(RUN, 1, 8.5, Span(4, 11))
    lines = shown(Verdict.ANSWERED, second, first, colours=True).splitlines()
    assert lines[0] == "The \x1b[1mred fox\x1b[0m [b]runs[/b]."
    assert lines[1] == "A [31mbad[0m \x1b[1mdog\x1b[0m."
    place = shown(Verdict.ANSWERED, second, first).split("\n", 2)[2]
    assert " ".join(place.split()) == "A [red] title · sentences 1 to 2 of 2"


def test_the_title_is_said_again_where_the_article_is_another() -> None:
    other = dataclasses.replace(ARTICLE, name="b.txt", title="B")
    quotes = (Quote(ARTICLE, 1, 9.0), Quote(ARTICLE, 2, 8.5), Quote(other, 1, 8.5), Quote(ARTICLE, 1, 1.0))
    places = [line for line in shown(Verdict.UNSURE, *quotes).splitlines() if line.startswith("  ")]
    assert places == [
        "  A [red] title · sentence 1 of 2",
        "  sentence 2 of 2",
        "  B · sentence 1 of 2",
        "  A [red] title · sentence 1 of 2",
    ]


def test_no_passages_where_the_question_is_about_something_else() -> None:
    assert (
        shown(Verdict.NOT_FOUND, Quote(ARTICLE, 1, 0.3), confidence=0.05)
        == "The article does not seem to say.\n"
    )
    assert shown(Verdict.NOT_FOUND) == "The article does not seem to say.\n"


def test_a_place_is_said_with_headings_and_page_and_what_leads_it_in() -> None:
    text = "# Mills\n\n## Windows\n\nYou need:\n\n- a river\n"
    article = dataclasses.replace(parse("a.md", text.encode(), About()).article, title="Mills", pages=(0, 20))
    assert shown(Verdict.ANSWERED, Quote(article, 4, 0.9)) == (
        "You need:\n- a river\n  Mills · Windows · page 2 · sentence 4 of 4\n"
    )


def test_nothing_is_marked_where_no_answer_is_claimed() -> None:
    marked = Quote(ARTICLE, 1, 0.9, answer=Span(4, 11))
    assert "\x1b[1m" not in shown(Verdict.NOT_FOUND, marked, colours=True)
    assert "\x1b[1m" in shown(Verdict.UNSURE, marked, colours=True)


def test_an_article_cannot_steer_the_terminal() -> None:
    assert shown(Verdict.ANSWERED, Quote(ARTICLE, 2, 0.9)).splitlines()[0] == "A [31mbad[0m dog."


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict.UNSURE, "This may answer it:"),
        (Verdict.NOT_FOUND, "The article does not seem to say. The closest passages:"),
    ],
)
def test_doubt_is_said_in_words(verdict: Verdict, sentence: str) -> None:
    assert shown(verdict, Quote(ARTICLE, 1, 0.3)).splitlines()[0] == sentence


def test_it_says_what_was_read_with_another_spelling() -> None:
    screen = io.StringIO()
    answer = Answer("wher is the foxx?", Verdict.UNSURE, 0.5, (Quote(ARTICLE, 1, 0.9),), ("where", "fox"))
    show(answer, Console(file=screen, width=200))
    assert screen.getvalue().splitlines()[:2] == ["Read as: where, fox", "This may answer it:"]


def test_small_talk_gets_a_hint_how_to_ask() -> None:
    screen = io.StringIO()
    quotes = (Quote(ARTICLE, 1, 0.3),)
    show(Answer("hi", Verdict.NOT_FOUND, 0, quotes, small_talk=True), Console(file=screen, width=200))
    assert screen.getvalue().startswith("Ask me what you want to know")
    assert "fox" not in screen.getvalue()


def test_a_bar_appears_only_when_building_takes_longer_than_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    def bar() -> str:
        screen = io.StringIO()
        with progress_bar(Console(file=screen, force_terminal=True, width=80)) as progress:
            progress(1, 2)
        return screen.getvalue()

    assert "embedding sentences" not in bar()
    monkeypatch.setattr("index.cli.console._A_MOMENT", -1)
    assert "embedding sentences" in bar()
