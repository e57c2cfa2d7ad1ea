"""A server's settings -> the panel that shows and changes them. Pure.

From top to bottom: what there is to choose from, as selects; what is on or off, each with a button that says
what it will do; the limits. With everything unfolded that is 39 of the 40 components that Discord allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import ChannelType, ui

from bot.article_choices import article_select, named, pages
from bot.settings_changes import OWN_LANGUAGE, Field, Order, SettingsPress, turned
from bot.settings_controls import button, control
from bot.text import escape
from bot.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.records import ServerSettings
    from bot.settings_changes import ServerFacts
    from bot.words import Words

_Item: TypeAlias = ui.Item[ui.LayoutView]

_CHOICES = 25
"""So much can be chosen in a select, at most."""
_CHANNEL_TYPES = [
    *(ChannelType.text, ChannelType.news, ChannelType.forum),
    *(ChannelType.voice, ChannelType.stage_voice, ChannelType.category),
]
"""Where people write; threads and posts count with their channel."""
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
        lines = [f"**{escape(title)}**{first and f' · {first}'}", *(f"-# {escape(line)}" for line in about)]
        return "\n".join(lines)


def settings_panel(panel: Panel) -> ui.LayoutView:
    """Show the settings, and what can be done about them."""
    say = panel.words.say
    box: ui.Container[ui.LayoutView] = ui.Container()
    box.add_item(ui.TextDisplay(f"### {escape(say('settings-title'))}\n-# {escape(say('settings-intro'))}"))
    for part in (
        *_channels(panel),
        *_roles(panel),
        *_articles(panel),
        *_language(panel),
        *_switches(panel),
        _rates(panel),
    ):
        box.add_item(part)
    return ui.LayoutView(timeout=None).add_item(box)


def clearing_card(kept: int, words: Words, *, page: int) -> ui.LayoutView:
    """Ask whether to switch unanswered questions off, which deletes those that are kept."""
    title = f"**{escape(words.say('settings-gaps'))}** · {escape(words.say('settings-turn-off'))}"
    box: ui.Container[ui.LayoutView] = ui.Container()
    box.add_item(ui.TextDisplay(f"{title}\n{escape(words.say('gaps-clear-sure', count=kept))}"))
    box.add_item(
        ui.ActionRow(
            button(SettingsPress(Field.GAPS, Order.CLEAR, page), words.say("button-confirm")),
            button(SettingsPress(Field.GAPS, Order.SHOW, page), words.say("button-cancel")),
        )
    )
    return ui.LayoutView(timeout=None).add_item(box)


def _channels(panel: Panel) -> Iterator[_Item]:
    say, stored = panel.words.say, panel.settings.channels
    there = sorted(stored & panel.facts.channels)[:_CHOICES]
    everywhere = say("settings-channels-all")
    yield _heading(
        panel,
        Field.CHANNELS,
        panel.text(
            Field.CHANNELS,
            say("settings-channels"),
            say("settings-channels-gone" if stored and not there else "settings-channels-about"),
            state="" if stored else everywhere,
        ),
        reopen=everywhere if stored and not there else None,
    )
    press = panel.press(Field.CHANNELS, Order.CHOOSE)
    channel = discord.SelectDefaultValueType.channel
    select: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
        custom_id=press.custom_id,
        channel_types=_CHANNEL_TYPES,
        placeholder=say("settings-channels-choose"),
        min_values=0,
        max_values=_CHOICES,
        default_values=[discord.SelectDefaultValue(id=each, type=channel) for each in there],
    )
    yield ui.ActionRow(control(press, select))


def _roles(panel: Panel) -> Iterator[_Item]:
    say, stored = panel.words.say, panel.settings.roles
    there = sorted(stored & panel.facts.roles)[:_CHOICES]
    everybody = say("settings-roles-all")
    yield _heading(
        panel,
        Field.ROLES,
        panel.text(
            Field.ROLES,
            say("settings-roles"),
            say("settings-roles-gone" if stored and not there else "settings-roles-about"),
            state="" if stored else everybody,
        ),
        reopen=everybody if stored and not there else None,
    )
    press = panel.press(Field.ROLES, Order.CHOOSE)
    role = discord.SelectDefaultValueType.role
    select: ui.RoleSelect[ui.LayoutView] = ui.RoleSelect(
        custom_id=press.custom_id,
        placeholder=say("settings-roles-choose"),
        min_values=0,
        max_values=_CHOICES,
        default_values=[discord.SelectDefaultValue(id=each, type=role) for each in there],
    )
    yield ui.ActionRow(control(press, select))


def _heading(panel: Panel, field: Field, text: str, *, reopen: str | None) -> _Item:
    """Show what is chosen, with a way out where all of it is gone, as a select cannot be emptied twice."""
    if reopen is None:
        return ui.TextDisplay(text)
    return ui.Section(text, accessory=button(panel.press(field, Order.ALL), _capital(reopen)))


def _articles(panel: Panel) -> Iterator[_Item]:
    say, articles = panel.words.say, panel.facts.articles
    if not articles:
        reason = say("warming-up" if articles is None else "articles-none")
        yield ui.TextDisplay(panel.text(Field.ARTICLES, say("settings-articles"), reason))
        return
    last = pages(articles) - 1
    page = min(panel.page, last)
    about = [say("settings-articles-about")]
    chosen = named(articles, panel.settings.articles)
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
    yield ui.ActionRow(control(press, select))
    if last:
        before = SettingsPress(Field.ARTICLES, Order.SHOW, max(0, page - 1))
        after = SettingsPress(Field.ARTICLES, Order.SHOW, page + 1)
        yield ui.ActionRow(
            button(before, say("button-previous-page"), disabled=page == 0),
            button(after, say("button-next-page"), disabled=page == last),
        )


def _language(panel: Panel) -> Iterator[_Item]:
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
    yield ui.ActionRow(control(press, select))


def _switches(panel: Panel) -> Iterator[_Item]:
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


def _rates(panel: Panel) -> _Item:
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
