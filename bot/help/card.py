"""How to use the bot, on one screen. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.layout import GREEN, bullets, card_view, plain, title

if TYPE_CHECKING:
    from discord import ui

    from bot.i18n.words import Words

_ASKING = ("help-ask", "help-mention", "help-reply", "help-menu")
_MORE = ("help-lookup", "help-read", "help-articles", "help-privacy")


def help_card(words: Words, *, manager: bool, links: bool = False) -> ui.LayoutView:
    """Say how to ask, and what else there is; to managers also what they can set and add."""
    managing = ("help-settings", "help-library-links" if links else "help-library", "help-chosen")
    lists = (_ASKING, _MORE + managing if manager else _MORE)
    parts = [title(words.say("help-title")), plain(words.say("help-intro"))]
    return card_view([*parts, *(bullets(map(words.say, keys)) for keys in lists)], colour=GREEN)
