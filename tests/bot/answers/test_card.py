"""Cards: what they say, and that they fit Discord's limits whatever they hold."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.buttons import Shown
from bot.answers.card import COLOURS, Card, again_card, answer_card
from bot.i18n.words import LANGUAGES, words_for
from bot.interactions.failures import Failure, failure_card
from bot.state.records import Tally
from bot.ui.header import Header
from bot.ui.markdown import escape
from index import Answer, Article, Quote, Span, Verdict
from index.types import LeadIn
from tests.bot.discord_api import broken_limits
from tests.bot.doubles import article_of
from tests.bot.shown import kinds_and_text, unescaped
from tests.bot.ui.test_markdown import TEXTS
from tests.bot.world import texts

if TYPE_CHECKING:
    import discord

ENGLISH = words_for("en")
ARTICLE = article_of("It was a *dream* come true.\nThey met in Nara.\nMore.\nAnd more.", title="The [talks]")
LINKED = article_of(ARTICLE.text, title=ARTICLE.title, url="https://news.example/talks")


def parts(card: discord.ui.LayoutView) -> list[Any]:
    """Return the components as discord.py sends them."""
    sent: list[Any] = card.to_components()  # type: ignore[no-untyped-call] # discord.py left its type out
    return sent


def body(card: discord.ui.LayoutView) -> dict[str, object]:
    """Make the body that discord.py would send."""
    return {"flags": 1 << 15, "components": parts(card)}


def answer(
    article: Article,
    verdict: Verdict = Verdict.ANSWERED,
    *,
    bold: Span | None = None,
    count: int = 3,
    behind: float = 5.0,
    confidence: float = 0.93,
) -> Answer:
    """Make an answer whose other quotes lie so far behind the first that it leads alone."""
    quotes = [Quote(article, 1, 9.0, bold), *(Quote(article, n, 9.0 - behind) for n in range(2, count + 1))]
    return Answer("Was it a dream?", verdict, confidence, tuple(quotes))


def card_of(given: Answer, *, shown: Shown | None = None, **flags: bool) -> Card:
    return Card(given, Header.of(given.question), 10, shown or Shown(), **flags)  # type: ignore[arg-type] # bools


def rendered(given: Answer, *, shown: Shown | None = None, language: str = "en", **flags: bool) -> list[Any]:
    return parts(answer_card(card_of(given, shown=shown, **flags), words_for(language)))


def rows(components: list[Any]) -> list[list[str]]:
    """List what stands on the buttons, row by row."""
    (container,) = components
    return [
        [button.get("label") or button["emoji"]["name"] for button in row["components"]]
        for row in container["components"]
        if row["type"] == 1
    ]


def test_an_answer() -> None:
    shown = rendered(answer(ARTICLE, bold=Span(7, 16)))
    assert texts(shown) == [
        "-# Was it a dream?",
        r"> It was **a \*dream\*** come true\.",
        r"-# The \[talks\] · sentence 1 of 4 · quite sure · 93 %",
    ]
    assert rows(shown) == [["Previous", "Next passage", "In context"], ["👍", "👎", "Delete"]]


@pytest.mark.parametrize(
    ("verdict", "said"),
    [(Verdict.ANSWERED, None), (Verdict.UNSURE, "verdict-unsure"), (Verdict.NOT_FOUND, "verdict-not-found")],
)
def test_a_verdict_is_said_in_words_and_colour(verdict: Verdict, said: str | None) -> None:
    (container,) = rendered(answer(ARTICLE, verdict, confidence=0.05))
    second = texts([container])[1]
    assert second == (escape(ENGLISH.say(said)) if said else r"> It was a \*dream\* come true\.")
    assert container["accent_color"] == COLOURS[verdict]


def test_unsure_says_so_in_words_beside_the_place() -> None:
    assert texts(rendered(answer(ARTICLE, Verdict.UNSURE)))[-1].endswith("· fairly sure · 93 %")


def test_where_the_question_is_about_something_else_the_closest_passages_are_folded_away() -> None:
    given_answer = answer(ARTICLE, Verdict.NOT_FOUND, confidence=0.05)
    shown = rendered(given_answer)
    assert texts(shown) == ["-# Was it a dream?", r"The article does not seem to say\."]
    assert rows(shown) == [["Closest passages", "👍", "👎", "Delete"]]
    unfolded = rendered(given_answer, shown=Shown(unfolded=True))
    assert texts(unfolded)[1] == r"The article does not seem to say\. What comes closest\:"
    assert texts(unfolded)[2:] == [r"> It was a \*dream\* come true\.", r"-# The \[talks\] · sentence 1 of 4"]
    assert rows(unfolded) == [["Previous", "Next passage", "In context"], ["👍", "👎", "Delete"]]


def test_nothing_at_all() -> None:
    shown = rendered(Answer("Why?", Verdict.NOT_FOUND, 0.0, ()))
    assert texts(shown) == ["-# Why?", escape(ENGLISH.say("verdict-not-found"))]
    assert rows(shown) == [["👍", "👎", "Delete"]]


def test_the_next_passage() -> None:
    shown = rendered(answer(ARTICLE), shown=Shown(passage=1))
    assert texts(shown)[1:] == [
        r"> They met in Nara\.",
        r"-# The \[talks\] · sentence 2 of 4 · passage 2 of 3",
    ]
    (container,) = rendered(answer(ARTICLE), shown=Shown(passage=2))
    previous, following, _ = container["components"][-2]["components"]
    assert (previous["disabled"], following["disabled"]) == (False, True)


def test_in_context() -> None:
    shown = rendered(answer(ARTICLE), shown=Shown(passage=1, context=True))
    assert texts(shown)[1] == (
        "> -# It was a \\*dream\\* come true\\.\n> They met in Nara\\.\n> -# More\\.\n> -# And more\\."
    )
    assert rows(shown)[0][-1] == "Without context"


def test_votes_are_counted_on_the_buttons() -> None:
    card = Card(answer(ARTICLE), Header.of("Why?"), 10, Shown(), Tally(3, 0))
    assert rows(parts(answer_card(card, ENGLISH)))[1] == ["3", "👎", "Delete"]


def test_a_private_answer_can_be_shared_and_not_deleted() -> None:
    shown = rendered(answer(ARTICLE), deletable=False, sharable=True)
    assert rows(shown)[1] == ["👍", "👎", "Share"]


def test_ids_on_the_buttons_are_ids() -> None:
    (container,) = rendered(answer(ARTICLE), shown=Shown(passage=1, context=True))
    ids = [each["custom_id"] for row in container["components"][-2:] for each in row["components"]]
    assert ids == [
        f"answer:{action}:a:1:1:0" for action in ("previous", "next", "context", "up", "down", "delete")
    ]


def test_links() -> None:
    (container,) = rendered(answer(LINKED))
    button = container["components"][-2]["components"][-1]
    assert button["label"] == ENGLISH.say("button-read-on")
    assert button["url"] == "https://news.example/talks#:~:text=It%20was%20a%20%2Adream%2A%20come%20true."


def test_notes_stand_below_the_question() -> None:
    card = Card(answer(ARTICLE), Header.of("Why?", "Shared by Ada"), 10)
    assert texts(parts(answer_card(card, ENGLISH)))[0] == "-# Why?\n-# Shared by Ada"


def test_a_reason_to_ask_again() -> None:
    card = parts(again_card(Header.of("Why?"), ENGLISH.say("article-changed"), 10, ENGLISH))
    assert texts(card) == ["-# Why?", escape(ENGLISH.say("article-changed"))]
    assert rows(card) == [["Ask again"]]


def test_the_answering_words_stay_in_a_sentence_that_is_shortened() -> None:
    text = f"{'before ' * 600}HERE {'after ' * 600}".strip()
    start = text.index("HERE")
    quote = texts(rendered(answer(article_of(text), bold=Span(start, start + 4), count=1)))[1]
    assert quote.startswith(r"> \[…\] before ")
    assert " **HERE** " in quote
    assert quote.endswith(r"after \[…\]")


@pytest.mark.parametrize(
    ("others", "line"),
    [
        (1, r"-# also in Copy \*1\*, 2025\-01\-01"),
        (2, r"-# also in Copy \*1\*, 2025\-01\-01; Copy \*2\*"),
        (3, r"-# also in Copy \*1\*, 2025\-01\-01; Copy \*2\* and one more article"),
        (4, r"-# also in Copy \*1\*, 2025\-01\-01; Copy \*2\* and 2 more articles"),
    ],
)
def test_what_other_articles_say_too(others: int, line: str) -> None:
    article = dataclasses.replace(ARTICLE, published=datetime.date(2026, 1, 1))
    copies = [
        dataclasses.replace(
            ARTICLE,
            name=f"{number}.txt",
            title=f"Copy *{number}*",
            published=datetime.date(2025, 1, 1) if number == 1 else None,
        )
        for number in range(1, others + 1)
    ]
    quote = Quote(article, 1, 9.0, also=tuple(Quote(copy, 1, 9.0) for copy in copies))
    shown = texts(rendered(Answer("Was it a dream?", Verdict.ANSWERED, 0.93, (quote,))))
    assert shown[2:] == [r"-# The \[talks\], 2026\-01\-01 · sentence 1 of 4 · quite sure · 93 %", line]


def test_what_other_articles_say_too_is_not_said_of_a_passage_that_is_folded_away() -> None:
    copy = Quote(dataclasses.replace(ARTICLE, name="copy.txt"), 1, 9.0)
    given_answer = Answer("What?", Verdict.NOT_FOUND, 0.2, (Quote(ARTICLE, 1, 9.0, also=(copy,)),))
    assert not any("also in" in text for text in texts(rendered(given_answer)))
    unfolded = texts(rendered(given_answer, shown=Shown(unfolded=True)))
    assert unfolded[-1] == r"-# also in The \[talks\]"


def test_a_failure() -> None:
    card = failure_card(Failure("It *failed* (reference abc123).", "log", "abc123"))
    assert texts(parts(card)) == [r"It \*failed\* \(reference abc123\)\."]


DATES = st.none() | st.dates()


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Draw any answer: odd texts, long ones, spans anywhere, addresses of all kinds."""
    sentences = draw(
        st.lists(st.one_of(TEXTS, TEXTS.map(lambda text: (text + " word") * 500)), min_size=1, max_size=4)
    )
    sentences = [sentence.strip() or "x" for sentence in sentences]
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence}\n"
    url = draw(st.none() | st.text() | st.text().map("https://a.example/".__add__))
    article = Article("a.txt", text, draw(TEXTS), url, draw(DATES), "en", tuple(spans))
    first = draw(st.integers(0, len(sentences[0]) - 1))
    last = draw(st.integers(first + 1, len(sentences[0])))
    bold = draw(st.none() | st.just(Span(first, last)))
    behind = draw(st.sampled_from([0.5, 2.0, 5.0]))
    others = [
        dataclasses.replace(article, name=f"{number}.txt", title=draw(TEXTS), published=draw(DATES))
        for number in range(draw(st.integers(0, 4)))
    ]
    quotes = [
        Quote(
            article,
            i + 1,
            9.0 - (behind if i else 0.0),
            bold if i == 0 else None,
            tuple(Quote(other, i + 1, 0.0) for other in others),
        )
        for i in range(len(spans))
    ]
    question = draw(st.one_of(TEXTS, TEXTS.map(lambda text: text * 99))).strip()[:500] or "x"
    confidence = draw(st.sampled_from([0.05, 0.5]))
    return Answer(question, draw(st.sampled_from(Verdict)), confidence, tuple(quotes))


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Draw any answer in any state of its card."""
    given_answer = draw(answers())
    shown = Shown(
        draw(st.integers(0, len(given_answer.quotes) - 1)), draw(st.booleans()), draw(st.booleans())
    )
    header = Header.of(given_answer.question, *draw(st.lists(st.just("Shared by somebody"), max_size=2)))
    tally = Tally(draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6)))
    return Card(
        given_answer,
        header,
        draw(st.integers(0, 2**63 - 1)),
        shown,
        tally,
        sharable=draw(st.booleans()),
        titled=draw(st.booleans()),
    )


@given(cards(), st.sampled_from(sorted(LANGUAGES)))
def test_any_card_is_within_discords_limits(card: Card, language: str) -> None:
    view = answer_card(card, words_for(language))
    assert broken_limits(body(view)) == []
    assert view.content_length() <= 4000


@given(answers(), st.booleans())
def test_any_quote_reads_as_the_article_has_it(given_answer: Answer, unfolded: bool) -> None:  # noqa: FBT001 - drawn
    card = card_of(given_answer, shown=Shown(unfolded=unfolded))
    blocks = [text for text in texts(parts(answer_card(card, ENGLISH))) if text.startswith("> ")]
    for excerpt, quoted in zip(card.excerpts, blocks, strict=True):
        bare = quoted.removeprefix("> ").removeprefix("-# ")
        if excerpt.answers:
            bare = without_bold(bare)
        words_shown = unescaped(bare.removeprefix(r"\[…\]").removesuffix(r"\[…\]").strip())
        own_words = unescaped(escape(excerpt.text).strip())
        assert words_shown in own_words
        assert words_shown == own_words or r"\[…\]" in quoted


@given(cards())
def test_any_card_is_formatted_by_the_bot_alone(card: Card) -> None:
    for text in texts(parts(answer_card(card, ENGLISH))):
        kinds, _ = kinds_and_text(text)
        assert kinds <= {
            *("paragraph", "inline", "text", "blockquote", "subtext", "strong_open", "strong_close"),
            *({"break", "softbreak"} if "\n" in text else set()),
        }


def test_nothing_is_marked_where_no_answer_is_claimed() -> None:
    marked = (Quote(ARTICLE, 1, 0.9, answer=Span(9, 14)),)
    unsure = rendered(Answer("what?", Verdict.UNSURE, 0.5, marked))
    not_found = Answer("what?", Verdict.NOT_FOUND, 0.1, marked)
    assert "**" in texts(unsure)[2]
    for unfolded in (False, True):
        assert "**" not in texts(rendered(not_found, shown=Shown(unfolded=unfolded)))[2]


def without_bold(shown: str) -> str:
    """Take the bot's two unescaped pairs of asterisks out."""
    bare, escaped = "", False
    for char in shown:
        if char != "*" or escaped:
            bare += char
        escaped = char == "\\" and not escaped
    return bare


def test_a_quote_of_a_list_stands_below_what_leads_in() -> None:
    article = article_of("Bring these:\ndrumsticks\na drum", title="Packing")
    leading = LeadIn(1, 2, article.sentences[0])
    listed = dataclasses.replace(article, lead_ins=(leading,))
    given = Answer("What do I bring?", Verdict.ANSWERED, 0.9, (Quote(listed, 2, 9.0),))
    assert r"> -# Bring these\:" + "\n> drumsticks" in texts(
        body(answer_card(card_of(given), ENGLISH))["components"]
    )
