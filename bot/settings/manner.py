"""The tab of how questions are answered: the language, what is on or off, the limits. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.i18n.words import LANGUAGES
from bot.settings.changes import OWN_LANGUAGE, Field, Order, turned
from bot.settings.controls import button, control
from bot.settings.panel import capital
from bot.ui.layout import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings.panel import Panel
    from bot.ui.layout import Item

_SWITCHES = {
    Field.PRIVATE: ("settings-private", "settings-private-about"),
    Field.MENTIONS: ("settings-mentions", "settings-mentions-about"),
    Field.FOLLOW_UPS: ("settings-follow-ups", "settings-follow-ups-about"),
    Field.ONLY_ANSWERED: ("settings-only-answered", "settings-only-answered-about"),
    Field.GAPS: ("settings-gaps", "settings-gaps-about"),
}


def manner(panel: Panel) -> Iterator[Item]:
    """Make the parts of the tab, from top to bottom."""
    yield from _language(panel)
    yield from _switches(panel)
    yield _rates(panel)


def _language(panel: Panel) -> Iterator[Item]:
    say = panel.words.say
    yield ui.TextDisplay(panel.text(Field.LANGUAGE, say("settings-language"), say("settings-language-about")))
    press = panel.press(Field.LANGUAGE, Order.CHOOSE)
    names = {OWN_LANGUAGE: capital(say("settings-language-own")), **LANGUAGES}
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
    """Show each switch with a button that says what it will do."""
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
