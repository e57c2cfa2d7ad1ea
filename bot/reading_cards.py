"""A message of the bot's -> what stands on its card: the card is the bot's memory of a question.

No question is kept in the database (only a server that keeps its gaps wants that), but every card shows its
own, and a bot may always read its own messages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.cards import Header
from bot.text import CUT, unescape
from bot.ui.layout import texts_of

if TYPE_CHECKING:
    import discord

_SMALL = "-# "
_BOLD = re.compile(r"\*\*(?P<words>(?:\\.|[^\\*])+)\*\*")


def header_of(message: discord.Message) -> Header | None:
    """Read the small lines on top of a card; None if the message is no card with a question."""
    first = next(texts_of(message.components), "")
    lines = first.split("\n")
    if not all(line.startswith(_SMALL) for line in lines):
        return None
    return Header(tuple(line.removeprefix(_SMALL) for line in lines))


def question_of(message: discord.Message) -> str | None:
    """Read the question that a card answers, as far as it is shown."""
    header = header_of(message)
    if header is None:
        return None
    shown = header.lines[0].removesuffix(CUT)
    return unescape(shown).strip() or None


def bold_of(message: discord.Message) -> str | None:
    """Read what is bold in a card's first text; None if nothing is."""
    found = _BOLD.search(next(texts_of(message.components), ""))
    return unescape(found["words"]) if found is not None else None
