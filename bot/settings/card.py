"""A server's settings -> the card that shows and changes them, a tab at a time. Pure.

With everything unfolded, a tab has 26 of the 40 components that Discord allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.settings.changes import Field, Order, SettingsPress
from bot.settings.controls import button
from bot.settings.manner import manner
from bot.settings.panel import Tab
from bot.settings.scope import scope
from bot.ui.layout import card_view, row
from bot.ui.markdown import escape

if TYPE_CHECKING:
    from bot.i18n.words import Words
    from bot.settings.panel import Panel
    from bot.ui.layout import Item

_TABS = {Tab.SCOPE: ("settings-scope", scope), Tab.MANNER: ("settings-manner", manner)}
"""What each is called, and what makes its parts."""


def settings_card(panel: Panel) -> ui.LayoutView:
    """Show the settings of a tab, and what can be done about them."""
    say = panel.words.say
    intro = f"### {escape(say('settings-title'))}\n-# {escape(say('settings-intro'))}"
    _, parts = _TABS[panel.tab]
    return card_view([ui.TextDisplay(intro), _tabs(panel), *parts(panel)], colour=None)


def clearing_card(kept: int, words: Words, *, page: int) -> ui.LayoutView:
    """Ask whether to switch unanswered questions off, which deletes those that are kept."""
    title = f"**{escape(words.say('settings-gaps'))}** · {escape(words.say('settings-turn-off'))}"
    buttons = row(
        button(SettingsPress(Field.GAPS, Order.CLEAR, page), words.say("button-confirm")),
        button(SettingsPress(Field.GAPS, Order.SHOW, page), words.say("button-cancel")),
    )
    text = f"{title}\n{escape(words.say('gaps-clear-sure', count=kept))}"
    return card_view([ui.TextDisplay(text), buttons], colour=None)


def _tabs(panel: Panel) -> Item:
    """Offer the tabs; that which is shown stands out, and need not be pressed."""
    primary, secondary = discord.ButtonStyle.primary, discord.ButtonStyle.secondary
    return row(
        *(
            button(
                panel.press(tab.value, Order.SHOW),
                panel.words.say(name),
                disabled=tab is panel.tab,
                style=primary if tab is panel.tab else secondary,
            )
            for tab, (name, _) in _TABS.items()
        )
    )
