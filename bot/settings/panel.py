"""A server's settings -> the panel that shows and changes them. Pure.

From top to bottom: what there is to choose from, as selects; what is on or off, each with a button that says
what it will do; the limits. With everything unfolded that is 39 of the 40 components that Discord allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.i18n.words import LANGUAGES
from bot.settings.article_select import article_select, names_of, pages
from bot.settings.changes import OWN_LANGUAGE, Field, Order, SettingsPress, turned
from bot.settings.controls import button, control
from bot.ui.layout import card_view, row
from bot.ui.markdown import escape
from bot.ui.picks import channel_select, role_select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.i18n.words import Words
    from bot.settings.changes import ServerFacts
    from bot.state.records import ServerSettings
    from bot.ui.layout import Item

_CHOSEN = {
    Field.CHANNELS: (
        *("settings-channels", "settings-channels-all"),
        *("settings-channels-about", "settings-channels-gone"),
    ),
    Field.ROLES: ("settings-roles", "settings-roles-all", "settings-roles-about", "settings-roles-gone"),
}
"""What each is called; what is said where none is chosen, where some are, and where all of those are gone."""
_SWITCHES = {
    Field.PRIVATE: ("settings-private", "settings-private-about"),
    Field.MENTIONS: ("settings-mentions", "settings-mentions-about"),
    Field.FOLLOW_UPS: ("settings-follow-ups", "settings-follow-ups-about"),
    Field.ONLY_ANSWERED: ("settings-only-answered", "settings-only-answered-about"),
    Field.GAPS: ("settings-gaps", "settings-gaps-about"),
}


@dataclass(frozen=True, slots=True)
class Panel:
    """All that the panel shows."""

    settings: ServerSettings
    facts: ServerFacts
    words: Words
    page: int = 0
    """Of the articles, from 0."""
    saved: Field | None = None
    """What has just been saved."""

    def press(self, field: Field, order: Order) -> SettingsPress:
        """Make a press that keeps the panel on its page."""
        return SettingsPress(field, order, self.page)

    def text(self, field: Field, title: str, *about: str, state: str = "") -> str:
        """Say what is set, and small below what that is about."""
        saved = self.words.say("settings-saved") if field is self.saved else ""
        first = " · ".join(escape(part) for part in (state, saved) if part)
        heading = f"**{escape(title)}** · {first}" if first else f"**{escape(title)}**"
        lines = [heading, *(f"-# {escape(line)}" for line in about)]
        return "\n".join(lines)


def settings_panel(panel: Panel) -> ui.LayoutView:
    """Show the settings, and what can be done about them."""
    say = panel.words.say
    intro = f"### {escape(say('settings-title'))}\n-# {escape(say('settings-intro'))}"
    parts = (
        ui.TextDisplay[ui.LayoutView](intro),
        *_channels(panel),
        *_roles(panel),
        *_articles(panel),
        *_language(panel),
        *_switches(panel),
        _rates(panel),
    )
    return card_view(parts, colour=None)


def clearing_card(kept: int, words: Words, *, page: int) -> ui.LayoutView:
    """Ask whether to switch unanswered questions off, which deletes those that are kept."""
    title = f"**{escape(words.say('settings-gaps'))}** · {escape(words.say('settings-turn-off'))}"
    buttons = row(
        button(SettingsPress(Field.GAPS, Order.CLEAR, page), words.say("button-confirm")),
        button(SettingsPress(Field.GAPS, Order.SHOW, page), words.say("button-cancel")),
    )
    text = f"{title}\n{escape(words.say('gaps-clear-sure', count=kept))}"
    return card_view([ui.TextDisplay(text), buttons], colour=None)


def _channels(panel: Panel) -> Iterator[Item]:
    stored, there = panel.settings.channels, panel.facts.channels
    yield _chosen(panel, Field.CHANNELS, stored, there)
    press, placeholder = (
        panel.press(Field.CHANNELS, Order.CHOOSE),
        panel.words.say("settings-channels-choose"),
    )
    select = channel_select(stored, there, custom_id=press.custom_id, placeholder=placeholder)
    yield row(control(press, select))


def _roles(panel: Panel) -> Iterator[Item]:
    stored, there = panel.settings.roles, panel.facts.roles
    yield _chosen(panel, Field.ROLES, stored, there)
    press, placeholder = panel.press(Field.ROLES, Order.CHOOSE), panel.words.say("settings-roles-choose")
    select = role_select(stored, there, custom_id=press.custom_id, placeholder=placeholder)
    yield row(control(press, select))


def _chosen(panel: Panel, field: Field, stored: frozenset[int] | None, there: frozenset[int]) -> Item:
    """Say which channels or roles are chosen, with a way out where all of them are gone.

    Then only a button opens the server again, as a select that is empty cannot be emptied.
    """
    name, everything, about, about_gone = map(panel.words.say, _CHOSEN[field])
    gone = stored is not None and not stored & there
    text = panel.text(field, name, about_gone if gone else about, state=everything if stored is None else "")
    if not gone:
        return ui.TextDisplay(text)
    return ui.Section(text, accessory=button(panel.press(field, Order.ALL), _capital(everything)))


def _articles(panel: Panel) -> Iterator[Item]:
    say, articles = panel.words.say, panel.facts.articles
    if not articles:
        reason = say("warming-up" if articles is None else "articles-none")
        yield ui.TextDisplay(panel.text(Field.ARTICLES, say("settings-articles"), reason))
        return
    last = pages(articles) - 1
    page = min(panel.page, last)
    about = [say("settings-articles-about")]
    chosen = names_of(articles, panel.settings.articles)
    state = "" if chosen else say("settings-articles-all")
    if last:  # then the select shows only some of the chosen
        state = chosen or state
        about.append(say("articles-page", page=page + 1, pages=last + 1))
    yield ui.TextDisplay(panel.text(Field.ARTICLES, say("settings-articles"), *about, state=state))
    press = panel.press(Field.ARTICLES, Order.CHOOSE)
    select = article_select(
        articles,
        panel.settings.articles,
        page=page,
        custom_id=press.custom_id,
        placeholder=say("settings-articles-choose"),
    )
    yield row(control(press, select))
    if last:
        before = SettingsPress(Field.ARTICLES, Order.SHOW, max(0, page - 1))
        after = SettingsPress(Field.ARTICLES, Order.SHOW, page + 1)
        yield row(
            button(before, say("button-previous-page"), disabled=page == 0),
            button(after, say("button-next-page"), disabled=page == last),
        )


def _language(panel: Panel) -> Iterator[Item]:
    say = panel.words.say
    yield ui.TextDisplay(panel.text(Field.LANGUAGE, say("settings-language"), say("settings-language-about")))
    press = panel.press(Field.LANGUAGE, Order.CHOOSE)
    names = {OWN_LANGUAGE: _capital(say("settings-language-own")), **LANGUAGES}
    chosen = panel.settings.language or OWN_LANGUAGE
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=press.custom_id,
        placeholder=say("settings-language-choose"),
        options=[
            discord.SelectOption(label=name, value=code, default=code == chosen)
            for code, name in names.items()
        ],
    )
    yield row(control(press, select))


def _switches(panel: Panel) -> Iterator[Item]:
    say = panel.words.say
    for field, (title, about) in _SWITCHES.items():
        on = turned(panel.settings, field, on=True) == panel.settings
        yield ui.Section(
            panel.text(field, say(title), say(about), state=say("settings-on" if on else "settings-off")),
            accessory=button(
                panel.press(field, Order.OFF if on else Order.ON),
                say("settings-turn-off" if on else "settings-turn-on"),
            ),
        )


def _rates(panel: Panel) -> Item:
    say, settings = panel.words.say, panel.settings
    lines = (
        f"{say(label)}: {rate or say('settings-rate-default')}"
        for label, rate in (
            ("settings-user-rate", settings.user_rate),
            ("settings-server-rate", settings.server_rate),
        )
    )
    text = panel.text(Field.RATES, say("settings-rates"), say("settings-rates-about"), *lines)
    return ui.Section(text, accessory=button(panel.press(Field.RATES, Order.EDIT), say("settings-change")))


def _capital(text: str) -> str:
    """Begin a label with a capital letter, where the language has them."""
    return text[:1].upper() + text[1:]
