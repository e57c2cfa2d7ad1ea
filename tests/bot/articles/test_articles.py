"""`/read` and `/articles`: an article in pages, and the list of them, each for one person alone."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.card import changed_card, list_card, reading_card
from bot.articles.pages import PAGE_SHARE, Page, page_around, page_from, page_until
from bot.i18n.words import LANGUAGES, words_for
from bot.state.records import ServerSettings
from bot.ui.markdown import escape
from index import Article, Span
from tests.bot.answers.test_card import body, parts, without_bold
from tests.bot.discord_api import broken_limits
from tests.bot.doubles import article_of
from tests.bot.lookup.test_lookup import press, shown
from tests.bot.shown import kinds_and_text, unescaped
from tests.bot.ui.test_markdown import TEXTS
from tests.bot.world import Loader, texts

if TYPE_CHECKING:
    from tests.bot.world import World

ENGLISH = words_for("en")
TEN = article_of("\n".join(f"Sentence {n} {'is long ' * 40}indeed." for n in range(1, 11)), title="Ten")
OTHER = replace(article_of("They met in Nara.", title="Nara"), name="nara.txt")
BUTTONS = ["To the start", "Previous", "Next", "Go to sentence"]


def of_spans(text: str, *sentences: str) -> Article:
    """Make an article of sentences that stand in a text one after the other, a line for a paragraph."""
    spans, place = [], 0
    for sentence in sentences:
        start = text.index(sentence, place)
        place = start + len(sentence)
        spans.append(Span(start, place))
    new = [
        place
        for place, span in enumerate(spans)
        if place == 0 or "\n" in text[spans[place - 1].end : span.start]
    ]
    return Article("a.txt", text, "An article", None, None, "en", tuple(spans), tuple(new))


def numbers(page: Page) -> tuple[int, int]:
    return page.first, page.last


def test_sentences_stand_in_the_articles_paragraphs() -> None:
    text = "One. Two.\nThree.Four."
    article = of_spans(text, "One.", "Two.", "Three.", "Four.")
    assert page_from(article, 1).text == "One\\. Two\\.\n\nThree\\.Four\\."
    wrapped = replace(article, paragraphs=(0,))
    assert page_from(wrapped, 1).text == "One\\. Two\\. Three\\.Four\\."


def test_pages_follow_each_other_without_gap_or_overlap() -> None:
    pages = [page_from(TEN, 1)]
    while pages[-1].last < 10:
        pages.append(page_from(TEN, pages[-1].last + 1))
    assert [numbers(page) for page in pages] == [(1, 5), (6, 10)]
    assert numbers(page_until(TEN, 9)) == (5, 9)
    assert numbers(page_until(TEN, 4)) == (1, 5)


def test_a_sentence_asked_for_is_bold_and_stands_with_the_start_of_its_paragraph() -> None:
    article = of_spans("One. Two.\nThree. Four. Five.", "One.", "Two.", "Three.", "Four.", "Five.")
    page = page_around(article, 4)
    assert numbers(page) == (3, 5)
    assert page.text == r"Three\. **Four\.** Five\."
    long = of_spans(f"One. {'word ' * 300}end. Three.", "One.", f"{'word ' * 300}end.", "Three.")
    assert numbers(page_around(long, 3)) == (3, 3)


def test_a_huge_sentence_is_cut_and_stands_alone() -> None:
    huge = "word " * 400_000 + "end."
    article = of_spans(f"{'One ' * 20}. {huge} Three.", f"{'One ' * 20}.", huge, "Three.")
    assert [numbers(page_from(article, n)) for n in (1, 2, 3)] == [(1, 1), (2, 2), (3, 3)]
    text = page_around(article, 2).text
    assert text.startswith("**word word ")
    assert text.endswith(r"word** \[…\]")
    assert len(text) <= PAGE_SHARE + 4


def test_only_the_sentences_around_are_looked_at() -> None:
    many = article_of("Short.\n" * 300_000)
    assert numbers(page_around(many, 299_999)) == (299_999, 300_000)
    assert numbers(page_until(many, 299_999))[1] == 299_999


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw any article: odd sentences, long ones, addresses of all kinds."""
    sentence = st.one_of(TEXTS, TEXTS.map(lambda text: (text + " word") * 500))
    sentences = [own.strip() or "x" for own in draw(st.lists(sentence, min_size=1, max_size=5))]
    text, spans = "", []
    for own in sentences:
        spans.append(Span(len(text), len(text) + len(own)))
        text += own + draw(st.sampled_from(["", " ", "\n", "\n\n"]))
    url = draw(st.none() | st.text() | st.text().map("https://a.example/".__add__))
    title = draw(st.one_of(TEXTS, TEXTS.map(lambda text: text * 99)))
    published = draw(st.none() | st.dates())
    return Article("a.txt", text, title, url, published, draw(st.sampled_from(["en", "tlh"])), tuple(spans))


@given(articles(), st.data())
def test_any_page_is_within_discords_limits_and_formatted_by_the_bot_alone(
    article: Article, data: st.DataObject
) -> None:
    words = words_for(data.draw(st.sampled_from(list(LANGUAGES))))
    sentence = data.draw(st.integers(1, len(article.sentences)))
    made = [page(article, sentence) for page in (page_from, page_until, page_around)]
    cards = [reading_card(page, "0" * 16, words) for page in made]
    cards += [changed_card(article, "0" * 16, sentence, words), list_card([article] * 12, 1, words)]
    for card in cards:
        assert broken_limits(body(card)) == []
        assert card.content_length() <= 4000
    for text in (text for card in cards[:4] for text in texts(parts(card))):
        assert kinds_and_text(text)[0] <= {
            *("paragraph", "inline", "text", "subtext", "strong_open", "strong_close", "break", "softbreak"),
            *("paragraph_open", "paragraph_close"),
        }, text


@given(articles(), st.data())
def test_any_sentence_reads_as_the_article_has_it(article: Article, data: st.DataObject) -> None:
    sentence = data.draw(st.integers(1, len(article.sentences)))
    bare = without_bold(Page(article, sentence, sentence, sentence).text)
    words = unescaped(bare.removesuffix(r"\[…\]").strip())
    own = unescaped(escape(article.read(article.sentences[sentence - 1])).strip())
    assert own.startswith(words)
    assert words == own or r"\[…\]" in bare


async def test_an_article_is_opened_for_one_person_alone(world: World) -> None:
    result = await world.ada.slash(world.channel, "read")
    assert result.ephemeral
    assert world.replies() == []
    title, text, place = shown(result)
    assert title == r"-# Reading\: Drumstick diplomacy"
    assert text.startswith("The Japanese and South Korean leaders held a surprise drum session")
    assert place == "-# sentences 1 to 10 of 16"


async def test_pages_are_turned_in_place(world: World) -> None:
    await world.hold_articles(TEN)
    result = await world.ada.slash(world.channel, "read")
    places = [shown(result)[-1]]
    for label in ("Next", "Previous", "Next", "To the start"):
        await press(world.ada, result, label)
        places.append(shown(result)[-1])
    assert places == [f"-# sentences {n} of 10" for n in ("1 to 5", "6 to 10", "1 to 5", "6 to 10", "1 to 5")]


async def test_a_sentence_is_asked_for(world: World) -> None:
    result = await world.ada.slash(world.channel, "read", article="Drumstick diplomacy", sentence=9)
    _, text, place = shown(result)
    assert text.startswith("**They met in her hometown of Nara in central Japan ")
    assert text.count("**") == 2
    assert place == "-# sentences 9 to 16 of 16"
    refused = await world.ada.slash(world.channel, "read", sentence=17)
    assert refused.ephemeral
    assert shown(refused) == [escape(ENGLISH.say("sentence-unknown", sentences=16))]


@pytest.mark.parametrize("typed", ["12", " 12 ", "１２"])
async def test_a_number_is_given_in_a_form(world: World, typed: str) -> None:
    result = await world.ada.slash(world.channel, "read")
    form = await press(world.ada, result, "Go to sentence")
    assert form.modal is not None
    assert form.modal["title"] == "Go to a sentence"
    (label,) = form.modal["components"]
    assert label["label"] == "Number from 1 to 16"
    await world.ada.submit_modal(form, {label["component"]["custom_id"]: typed})
    assert shown(result)[-1] == "-# sentences 12 to 16 of 16"
    assert shown(result)[1].startswith("**But Lee’s approach")


@pytest.mark.parametrize("typed", ["0", "17", "999999999", "-1", "nine", "1.5", "²"])
async def test_a_number_that_cannot_be(world: World, typed: str) -> None:
    result = await world.ada.slash(world.channel, "read")
    before = shown(result)
    form = await press(world.ada, result, "Go to sentence")
    assert form.modal is not None
    (label,) = form.modal["components"]
    refused = await world.ada.submit_modal(form, {label["component"]["custom_id"]: typed})
    assert refused.ephemeral
    assert shown(refused) == [escape(ENGLISH.say("sentence-unknown", sentences=16))]
    assert shown(result) == before


async def test_one_of_several_articles_has_to_be_chosen(world: World) -> None:
    await world.hold_articles(TEN, OTHER)
    refused = await world.ada.slash(world.channel, "read")
    assert shown(refused) == [r"There are several articles\: please choose one\. \/articles lists them\."]
    result = await world.ada.slash(world.channel, "read", article="nara.txt")
    assert shown(result) == [r"-# Reading\: Nara", r"They met in Nara\.", "-# sentence 1 of 1"]
    unknown = await world.ada.slash(world.channel, "read", article="<@123>")
    assert shown(unknown) == [escape(ENGLISH.say("article-unknown", name="<@123>"))]
    offered = await world.ada.autocomplete(world.channel, "read", "article", "nar")
    assert [(choice["name"], choice["value"]) for choice in offered] == [("Nara", "nara.txt")]


async def test_only_what_the_server_quotes_can_be_read_and_is_listed(world: World) -> None:
    await world.hold_articles(TEN, OTHER)
    opened = await world.ada.slash(world.channel, "read", article="Ten")
    settings = ServerSettings(articles=frozenset({"nara.txt"}))
    await world.services.repository.save_settings(world.server.id, settings)
    result = await world.ada.slash(world.channel, "read")
    assert shown(result)[0] == r"-# Reading\: Nara"
    turned = await press(world.ada, opened, "Next")
    assert shown(turned) == [escape(ENGLISH.say("read-gone"))]
    listed = await world.ada.slash(world.channel, "articles")
    assert shown(listed) == ["### Articles I can quote", "- Nara · one sentence · English"]


async def test_an_article_that_has_changed_is_opened_anew(world: World) -> None:
    await world.hold_articles(TEN)
    result = await world.ada.slash(world.channel, "read")
    await press(world.ada, result, "Next")
    shorter = article_of("\n".join(f"New sentence {n}." for n in range(1, 4)), title="*Ten*")
    await world.hold_articles(shorter)
    await press(world.ada, result, "Previous")
    assert shown(result) == [r"“\*Ten\*” has changed since you opened it\."]
    await press(world.ada, result, "Open article")
    assert shown(result)[1:] == [r"New sentence 3\.", "-# sentence 3 of 3"]


async def test_an_article_that_has_gone(world: World) -> None:
    await world.hold_articles(TEN)
    result = await world.ada.slash(world.channel, "read")
    await world.hold_articles(OTHER)
    turned = await press(world.ada, result, "Next")
    assert turned.ephemeral
    assert shown(turned) == [escape(ENGLISH.say("read-gone"))]


async def test_old_buttons_work_after_a_restart(world: World) -> None:
    await world.hold_articles(TEN)
    result = await world.ada.slash(world.channel, "read")
    await world.restart()
    await press(world.ada, result, "Next")
    assert shown(result)[-1] == "-# sentences 6 to 10 of 10"
    form = await press(world.ada, result, "Go to sentence")
    assert form.modal is not None


async def test_the_page_is_linked_to(world: World) -> None:
    result = await world.ada.slash(world.channel, "read", sentence=4)
    assert result.response is not None
    (row,) = (part for part in result.response.components[0]["components"] if part["type"] == 1)
    labels = [button["label"] for button in row["components"]]
    assert labels == [*BUTTONS, "Read on the page"]
    assert row["components"][-1]["url"] == (
        "https://news.example/drums?id=1#top:~:text=For%20Lee%2C%20it%20was%20a%20dream%20come%20true."
    )


async def test_a_short_article_has_no_buttons(world: World) -> None:
    await world.hold_articles(OTHER)
    result = await world.ada.slash(world.channel, "read")
    assert result.response is not None
    assert all(part["type"] == 10 for part in result.response.components[0]["components"])


@pytest.mark.parametrize("command", ["read", "articles"])
async def test_where_one_may_not_ask_one_may_not_read(world: World, command: str) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(roles=frozenset({1})))
    refused = await world.ada.slash(world.channel, command)
    assert refused.ephemeral
    assert shown(refused) == [escape(ENGLISH.say("role-missing"))]


@pytest.mark.parametrize("command", ["read", "articles"])
@pytest.mark.parametrize("loader", [False], indirect=True)
async def test_while_warming_up(loader: Loader, world: World, command: str) -> None:
    result = await world.ada.slash(world.channel, command)
    assert result.ephemeral
    assert shown(result) == [escape(ENGLISH.say("warming-up"))]
    assert not loader.ready.is_set()


async def test_while_the_database_is_away(world: World) -> None:
    await world.services.repository.close()
    result = await world.ada.slash(world.channel, "read", sentence=12)
    assert shown(result)[-1] == "-# sentences 12 to 16 of 16"


async def test_in_a_direct_message_and_in_the_servers_language(world: World) -> None:
    result = await world.ada.user.slash("read", sentence=12)
    assert shown(result)[-1] == "-# sentences 12 to 16 of 16"
    await world.services.repository.save_settings(world.server.id, ServerSettings(language="ja"))
    result = await world.ada.slash(world.channel, "read", sentence=12)
    assert shown(result)[-1] == "-# 全16文中 12〜16文目"


def test_a_list_names_title_sentences_date_and_language() -> None:
    dated = replace(TEN, published=datetime.date(2026, 1, 14), language="ja", title="[a](b)")
    linked = replace(OTHER, url="https://news.example/a (1)", language="tlh")
    assert texts(parts(list_card([dated, linked], 0, ENGLISH))) == [
        "### Articles I can quote",
        "- \\[a\\]\\(b\\) · 10 sentences · 2026\\-01\\-14 · 日本語\n"
        "- [Nara](https://news.example/a%20%281%29) · one sentence · tlh",
    ]
    assert texts(parts(list_card([], 0, ENGLISH))) == [escape(ENGLISH.say("articles-none"))]


async def test_hundreds_of_articles_are_listed_in_pages(world: World) -> None:
    many = [replace(OTHER, name=f"{n}.txt", title=f"Article {n}") for n in range(1, 302)]
    await world.hold_articles(*many)
    result = await world.ada.slash(world.channel, "articles")
    assert result.ephemeral
    assert shown(result)[1].count("\n") == 9
    assert shown(result)[-1] == "-# page 1 of 31"
    await press(world.ada, result, "To the end")
    assert shown(result)[1:] == ["- Article 301 · one sentence · English", "-# page 31 of 31"]
    await world.restart()
    await press(world.ada, result, "Previous")
    assert shown(result)[-1] == "-# page 30 of 31"
    await world.hold_articles(*many[:15])
    await press(world.ada, result, "Next")
    assert shown(result)[-1] == "-# page 2 of 2"
    assert world.replies() == []


async def test_a_second_member_sees_nothing_of_it(world: World) -> None:
    world.server.add_member(world.env.create_user("bob"))
    for command in ("read", "articles", "help"):
        await world.ada.slash(world.channel, command)
    assert world.channel.history() == []
