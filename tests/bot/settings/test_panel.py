"""The settings panel: what it shows, in each language, and that it fits whatever there is to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.words import LANGUAGES, words_for
from bot.library.catalog import name_key
from bot.settings.card import clearing_card, settings_card
from bot.settings.changes import Field, Order, ServerFacts, SettingsPress
from bot.settings.controls import RatesForm
from bot.settings.panel import Panel, Tab
from bot.state.records import LibraryChoice, ServerSettings
from tests.bot.discord_api import broken_limits
from tests.bot.doubles import article_of
from tests.bot.ui.test_markdown import TEXTS
from tests.bot.world import texts

if TYPE_CHECKING:
    from discord import ui

    from index import Article

in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def articles_of(*titles: str) -> tuple[Article, ...]:
    return tuple(
        replace(article_of("It is so."), name=f"{i}.txt", title=title) for i, title in enumerate(titles)
    )


FACTS = ServerFacts(
    channels=frozenset({10, 11}),
    roles=frozenset({20, 21}),
    shared=True,
    articles=articles_of("Drums", "Talks"),
)
MANY = replace(FACTS, articles=articles_of(*(f"Article {i}" for i in range(60))))
USUAL, CLOSED = ServerSettings(), ServerSettings(channels=frozenset(), roles=frozenset({99}))


def parts(view: ui.LayoutView) -> list[Any]:
    sent: list[Any] = view.to_components()  # type: ignore[no-untyped-call] # discord.py left its type out
    return sent


def body(view: ui.LayoutView) -> dict[str, object]:
    return {"flags": 1 << 15, "components": parts(view)}


def shown(
    settings: ServerSettings = USUAL,
    facts: ServerFacts = FACTS,
    *,
    tab: Tab = Tab.SCOPE,
    page: int = 0,
    saved: Field | None = None,
    language: str = "en",
) -> ui.LayoutView:
    return settings_card(Panel(settings, facts, words_for(language), tab, page, saved))


def manner(settings: ServerSettings = USUAL, *, saved: Field | None = None) -> ui.LayoutView:
    return shown(settings, tab=Tab.MANNER, saved=saved)


def control(view: ui.LayoutView, press: SettingsPress) -> dict[str, Any]:
    """Find a button or select by what it says."""
    (found,) = [each for each in controls(parts(view)) if each["custom_id"] == press.custom_id]
    return found


def controls(components: list[Any]) -> list[dict[str, Any]]:
    found = []
    for part in components:
        found += [part] if "custom_id" in part else []
        found += controls([*part.get("components", []), *filter(None, [part.get("accessory")])])
    return found


def labels(view: ui.LayoutView) -> list[str]:
    return [each["label"] for each in controls(parts(view)) if "label" in each]


HEAD = "### Settings of this server\n-# They apply from the next question on\\."


def test_as_it_is_by_default() -> None:
    view = shown()
    assert texts(parts(view)) == [
        HEAD,
        "**Channels** · all channels\n-# Where I answer questions\\.",
        "**Roles** · everybody\n-# Who may ask me\\.",
        "**Libraries**\n-# Where my quotes are from; \\/library shows this server’s own documents\\.",
        "**Articles** · all articles\n-# Which articles of the shared library I quote\\.",
    ]
    assert labels(view) == ["Where, who, what", "How I answer"]
    for field in (Field.CHANNELS, Field.ROLES):
        select = control(view, SettingsPress(field, Order.CHOOSE, 0))
        assert (select["min_values"], select["max_values"]) == (0, 25)
        assert select.get("default_values", []) == []


def test_how_it_answers_by_default() -> None:
    view = manner()
    assert texts(parts(view)) == [
        HEAD,
        "**Language**\n-# What I speak here\\. Quotes stay as they are\\.",
        "**Private answers** · off\n-# Answers to \\/ask are shown to the asker alone\\.",
        "**Mentions** · on\n-# I answer messages that mention me\\.",
        "**Follow\\-up questions** · on\n"
        "-# I take a reply to an answer together with the question before it\\.",
        "**Sure answers only** · off\n-# Where I am not sure, I say that the article does not say\\.",
        "**Unanswered questions** · off\n-# I keep them for 30 days, without names; \\/gaps shows them\\.",
        "**Limits**\n-# How much may be asked in a minute\\.\n"
        "-# Questions a minute, one person\\: as usual\n"
        "-# Questions a minute, whole server\\: as usual",
    ]
    tabs, switches = ["Where, who, what", "How I answer"], ["Switch on", "Switch off"]
    assert labels(view) == [*tabs, *switches, "Switch off", "Switch on", "Switch on", "Change"]


@pytest.mark.parametrize("tab", Tab)
def test_the_tab_that_is_shown_need_not_be_pressed(tab: Tab) -> None:
    buttons = controls(parts(shown(tab=tab, page=2)))[:2]
    assert [each["custom_id"] for each in buttons] == ["settings:channels:show:2", "settings:language:show:2"]
    assert [each["disabled"] for each in buttons] == [tab is Tab.SCOPE, tab is Tab.MANNER]


@pytest.mark.parametrize("field", Field)
def test_every_field_is_on_one_tab(field: Field) -> None:
    saying = [tab for tab in Tab for text in texts(parts(shown(tab=tab, saved=field))) if "Saved" in text]
    assert saying == [Tab.of(field)]


def test_which_libraries_answer() -> None:
    for choice in LibraryChoice:
        view = shown(ServerSettings(libraries=choice))
        select = control(view, SettingsPress(Field.LIBRARIES, Order.CHOOSE, 0))
        assert [each["value"] for each in select["options"]] == ["both", "own", "shared"]
        assert [each["value"] for each in select["options"] if each["default"]] == [choice]
        about_articles = [text for text in texts(parts(view)) if text.startswith("**Articles**")]
        assert bool(about_articles) is (choice is not LibraryChoice.OWN)


def test_where_the_host_shares_no_library_there_is_none_to_choose() -> None:
    view = shown(facts=replace(FACTS, shared=False, articles=None))
    assert [text.split("**")[1] for text in texts(parts(view))[1:]] == ["Channels", "Roles"]
    assert not [each for each in controls(parts(view)) if "options" in each]


def test_what_was_chosen_is_marked() -> None:
    settings = ServerSettings(
        channels=frozenset({11, 10, 99}), roles=frozenset({21}), articles=frozenset({"1.txt"}), language="ko"
    )
    view = shown(settings)
    channels = control(view, SettingsPress(Field.CHANNELS, Order.CHOOSE, 0))
    assert [(each["id"], each["type"]) for each in channels["default_values"]] == [
        (10, "channel"),
        (11, "channel"),
    ]
    roles = control(view, SettingsPress(Field.ROLES, Order.CHOOSE, 0))
    assert [(each["id"], each["type"]) for each in roles["default_values"]] == [(21, "role")]
    articles = control(view, SettingsPress(Field.ARTICLES, Order.CHOOSE, 0))
    assert [(each["label"], each["default"]) for each in articles["options"]] == [
        ("Drums", False),
        ("Talks", True),
    ]
    languages = control(manner(settings), SettingsPress(Field.LANGUAGE, Order.CHOOSE, 0))
    assert [each["label"] for each in languages["options"]] == ["Each person's own", *LANGUAGES.values()]
    assert [each["value"] for each in languages["options"] if each["default"]] == ["ko"]
    assert texts(parts(view))[1].startswith("**Channels**\n")
    assert texts(parts(view))[4].startswith("**Articles**\n")


def test_limits() -> None:
    text = texts(parts(manner(ServerSettings(user_rate=3, server_rate=1000))))[-1]
    assert text.endswith("one person\\: 3\n-# Questions a minute, whole server\\: 1000")


def test_saved_is_said_once_and_where_it_was_pressed() -> None:
    found = [text for text in texts(parts(manner(saved=Field.MENTIONS))) if "Saved" in text]
    assert found == ["**Mentions** · on · Saved\\.\n-# I answer messages that mention me\\."]


def test_a_button_says_what_it_will_do_and_not_the_opposite_of_what_is_by_then() -> None:
    on, off = manner(ServerSettings(mentions=True)), manner(ServerSettings(mentions=False))
    assert control(on, SettingsPress(Field.MENTIONS, Order.OFF, 0))["label"] == "Switch off"
    assert control(off, SettingsPress(Field.MENTIONS, Order.ON, 0))["label"] == "Switch on"


def test_what_was_deleted_is_said_with_a_way_out() -> None:
    view = shown(CLOSED)
    assert [text for text in texts(parts(view)) if "deleted" in text] == [
        "**Channels**\n"
        "-# The chosen channels have been deleted\\: I answer nowhere until you choose others\\.",
        "**Roles**\n-# The chosen roles have been deleted\\: nobody may ask me until you choose others\\.",
    ]
    assert control(view, SettingsPress(Field.CHANNELS, Order.ALL, 0))["label"] == "All channels"
    assert control(view, SettingsPress(Field.ROLES, Order.ALL, 0))["label"] == "Everybody"


def test_pages_of_articles() -> None:
    settings = ServerSettings(articles=frozenset({"0.txt", "30.txt", "31.txt", "32.txt", "59.txt"}))
    for page, first, last in ((0, 0, 24), (1, 25, 49), (2, 50, 59)):
        view = shown(settings, MANY, page=page)
        select = control(view, SettingsPress(Field.ARTICLES, Order.CHOOSE, page))
        assert [each["value"] for each in select["options"]] == [
            name_key(f"{i}.txt") for i in range(first, last + 1)
        ]
        assert select["max_values"] == last - first + 1
        assert texts(parts(view))[4] == (
            "**Articles** · Article 0, Article 30, Article 31 \\+2\n"
            "-# Which articles of the shared library I quote\\.\n"
            f"-# page {page + 1} of 3"
        )
        buttons = {each["label"]: each for each in controls(parts(view)) if "label" in each}
        assert (buttons["Previous"]["disabled"], buttons["Next"]["disabled"]) == (page == 0, page == 2)
        others = [each for each in controls(parts(view)) if ":show:" not in each["custom_id"]]
        assert {each["custom_id"].rpartition(":")[2] for each in others} == {str(page)}
    assert texts(parts(shown(settings, MANY, page=99)))[4].endswith("page 3 of 3")


def test_articles_of_the_same_title_are_told_apart_by_their_files() -> None:
    view = shown(facts=replace(FACTS, articles=articles_of("Talks", "Talks", "Drums")))
    select = control(view, SettingsPress(Field.ARTICLES, Order.CHOOSE, 0))
    assert [each.get("description") for each in select["options"]] == ["0.txt", "1.txt", None]


def test_without_articles() -> None:
    loading = texts(parts(shown(facts=replace(FACTS, articles=None))))[4]
    assert loading == "**Articles**\n-# I am still warming up\\: please ask again in a minute\\."
    none = texts(parts(shown(facts=replace(FACTS, articles=()))))[4]
    assert none == "**Articles**\n-# There are no articles here yet\\."


def test_before_kept_questions_are_deleted() -> None:
    view = clearing_card(3, words_for("en"), page=2)
    assert texts(parts(view)) == [
        "**Unanswered questions** · Switch off\nDelete all 3 questions kept here? This cannot be undone\\."
    ]
    assert [(each["label"], each["custom_id"]) for each in controls(parts(view))] == [
        ("Yes, do it", "settings:gaps:clear:2"),
        ("Cancel", "settings:gaps:show:2"),
    ]


@in_every_language
def test_the_fullest_panel_is_within_discords_limits(language: str) -> None:
    long = replace(FACTS, articles=articles_of(*(f"{i} {'🥁*_~`' * 80}" for i in range(60))))
    settings = replace(
        CLOSED,
        articles=frozenset(article.name for article in long.articles or ()),
        user_rate=1000,
        server_rate=1000,
        language=language,
    )
    for saved in Field:
        view = shown(settings, long, tab=Tab.of(saved), page=1, saved=saved, language=language)
        assert broken_limits(body(view)) == []
    assert broken_limits(body(clearing_card(10**6, words_for(language), page=1))) == []


@in_every_language
def test_the_form_is_within_discords_limits(language: str) -> None:
    form = RatesForm(ServerSettings(user_rate=1000), words_for(language), page=0).to_dict()
    assert len(form["title"]) <= 45
    labels = form["components"]
    assert all(len(each["label"]) <= 45 and len(each["description"]) <= 100 for each in labels)
    assert [each["component"].get("value") for each in labels] == ["1000", None]


@given(st.lists(TEXTS, min_size=1, max_size=30), st.integers(0, 3))
def test_any_titles_fit(titles: list[str], page: int) -> None:
    facts = replace(FACTS, articles=articles_of(*titles))
    settings = ServerSettings(articles=frozenset(f"{i}.txt" for i in range(len(titles))))
    view = shown(settings, facts, page=page)
    assert broken_limits(body(view)) == []
    for select in controls(parts(view)):
        for option in select.get("options", []):
            assert 1 <= len(option["label"].encode("utf-16-le")) // 2 <= 100
            assert option["label"].strip()
