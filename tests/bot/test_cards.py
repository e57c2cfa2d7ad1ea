"""Cards: what they say, and that they fit Discord's limits whatever they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import words
from bot.cards import ACCENTS, answer_card, failure_card
from bot.errors import Failure
from bot.text import escape
from index import Answer, Article, Quote, Span, Verdict
from tests.bot.discord_api import broken_limits
from tests.bot.doubles import article_of
from tests.bot.shown import kinds_and_text, unescaped
from tests.bot.test_text import TEXTS
from tests.bot.world import texts

if TYPE_CHECKING:
    import discord

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
    article: Article, verdict: Verdict = Verdict.ANSWERED, *, bold: Span | None = None, count: int = 3
) -> Answer:
    quotes = [Quote(article, 1, 0.9, bold), *(Quote(article, n, 0.5) for n in range(2, count + 1))]
    return Answer("Was it a dream?", verdict, 0.9, tuple(quotes))


def test_an_answer() -> None:
    card = answer_card(answer(ARTICLE, bold=Span(7, 16)))
    assert texts(parts(card)) == [
        "-# Was it a dream?",
        r"> It was **a \*dream\*** come true\.",
        r"-# The \[talks\] · sentence 1 of 4",
        "-# Other passages",
        r"> -# They met in Nara\.",
        "-# Sentence 2 of 4",
        r"> -# More\.",
        "-# Sentence 3 of 4",
    ]


@pytest.mark.parametrize(
    ("verdict", "said"),
    [(Verdict.ANSWERED, None), (Verdict.UNSURE, words.UNSURE), (Verdict.NOT_FOUND, words.NOT_FOUND)],
)
def test_a_verdict_is_said_in_words_and_colour(verdict: Verdict, said: str | None) -> None:
    (container,) = parts(answer_card(answer(ARTICLE, verdict)))
    second = texts([container])[1]
    assert second == (escape(said) if said else r"> It was a \*dream\* come true\.")
    assert container["accent_color"] == ACCENTS[verdict]


def test_nothing_at_all() -> None:
    card = answer_card(Answer("Why?", Verdict.NOT_FOUND, 0.0, ()))
    assert texts(parts(card)) == ["-# Why?", escape(words.NOTHING)]


def test_at_most_three_quotes() -> None:
    assert sum(text.startswith("> ") for text in texts(parts(answer_card(answer(ARTICLE, count=4))))) == 3


def test_links() -> None:
    (container,) = parts(answer_card(answer(LINKED)))
    (button,) = container["components"][-1]["components"]
    assert button["label"] == words.READ_ON
    assert button["url"] == "https://news.example/talks#:~:text=It%20was%20a%20%2Adream%2A%20come%20true."
    assert texts([container])[5] == (
        "-# [Sentence 2 of 4](https://news.example/talks#:~:text=They%20met%20in%20Nara.)"
    )


def test_the_answering_words_stay_in_a_sentence_that_is_shortened() -> None:
    text = f"{'before ' * 600}HERE {'after ' * 600}".strip()
    start = text.index("HERE")
    card = answer_card(answer(article_of(text), bold=Span(start, start + 4), count=1))
    quote = texts(parts(card))[1]
    assert quote.startswith(r"> \[…\] before ")
    assert " **HERE** " in quote
    assert quote.endswith(r"after \[…\]")


def test_a_failure() -> None:
    card = failure_card(Failure("It *failed* (reference abc123).", "log", "abc123"))
    assert texts(parts(card)) == [r"It \*failed\* \(reference abc123\)\."]


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
    article = Article("a.txt", text, draw(TEXTS), url, None, "en", tuple(spans))
    first = draw(st.integers(0, len(sentences[0]) - 1))
    last = draw(st.integers(first + 1, len(sentences[0])))
    bold = draw(st.none() | st.just(Span(first, last)))
    quotes = [Quote(article, i + 1, 0.5, bold if i == 0 else None) for i in range(len(spans))]
    question = draw(st.one_of(TEXTS, TEXTS.map(lambda text: text * 99))).strip()[:500] or "x"
    return Answer(question, draw(st.sampled_from(Verdict)), 0.5, tuple(quotes))


@given(answers())
def test_any_card_is_within_discords_limits(given_answer: Answer) -> None:
    card = answer_card(given_answer)
    assert broken_limits(body(card)) == []
    assert card.content_length() <= 4000


@given(answers())
def test_any_quote_reads_as_the_article_has_it(given_answer: Answer) -> None:
    best = given_answer.quotes[0]
    shown = next(text for text in texts(parts(answer_card(given_answer))) if text.startswith("> "))
    bare = shown.removeprefix("> ")
    if best.answer is not None:
        bare = without_bold(bare)
    words_shown = unescaped(bare.removeprefix(r"\[…\]").removesuffix(r"\[…\]").strip())
    own_words = unescaped(escape(best.text).strip())
    assert words_shown in own_words
    assert words_shown == own_words or r"\[…\]" in shown


@given(answers())
def test_any_card_is_formatted_by_the_bot_alone(given_answer: Answer) -> None:
    for text in texts(parts(answer_card(given_answer))):
        kinds, _ = kinds_and_text(text)
        assert kinds <= {
            *{"paragraph", "inline", "text", "blockquote", "subtext", "strong_open", "strong_close"},
            *({"link_open", "link_close"} if "](http" in text else set()),
        }


def test_nothing_is_marked_where_no_answer_is_claimed() -> None:
    marked = (Quote(ARTICLE, 1, 0.9, answer=Span(9, 14)),)
    unsure = answer_card(Answer("what?", Verdict.UNSURE, 0.5, marked))
    not_found = answer_card(Answer("what?", Verdict.NOT_FOUND, 0.1, marked))
    assert "**" in texts(parts(unsure))[2]
    assert "**" not in texts(parts(not_found))[2]


def test_small_talk_gets_a_hint_and_no_quote() -> None:
    answer = Answer("hi", Verdict.NOT_FOUND, 0, (Quote(ARTICLE, 1, 0.1),), small_talk=True)
    assert texts(parts(answer_card(answer))) == [escape(words.SMALL_TALK)]


def without_bold(shown: str) -> str:
    """Take the bot's two unescaped pairs of asterisks out."""
    bare, escaped = "", False
    for char in shown:
        if char != "*" or escaped:
            bare += char
        escaped = char == "\\" and not escaped
    return bare
