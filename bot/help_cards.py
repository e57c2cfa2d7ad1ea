"""How to use the bot, on one screen. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import ui

from bot.cards import ACCENTS
from bot.text import escape
from index import Verdict

if TYPE_CHECKING:
    from bot.words import Words

_ASKING = ("help-ask", "help-mention", "help-reply", "help-menu")
_MORE = ("help-lookup", "help-read", "help-articles", "help-privacy")
_MANAGING = ("help-settings",)


def help_card(words: Words, *, manager: bool) -> ui.LayoutView:
    """Say how to ask, and what else there is; to who may manage the server also how."""
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[Verdict.ANSWERED])
    box.add_item(ui.TextDisplay(f"### {escape(words.say('help-title'))}"))
    box.add_item(ui.TextDisplay(escape(words.say("help-intro"))))
    for keys in (_ASKING, _MORE + _MANAGING if manager else _MORE):
        box.add_item(ui.TextDisplay("\n".join(f"- {escape(words.say(key))}" for key in keys)))
    return ui.LayoutView(timeout=None).add_item(box)
