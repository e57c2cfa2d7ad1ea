"""The small lines on top of a card, written and read back: the card is the bot's memory of a question.

No question is kept in the database (only a server that keeps its gaps wants that), but every card shows its
own, and a bot may always read its own messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ui.layout import texts_of
from bot.ui.markdown import CUT, shorten, unescape

if TYPE_CHECKING:
    import discord

QUESTION_SHARE = 400
"""Of the question, in UTF-16 units after escaping."""
_SMALL = "-# "


@dataclass(frozen=True, slots=True)
class Header:
    """The small lines on top of a card, ready to be shown: the question first."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, question: str, *notes: str) -> Header:
        """Make the lines of a question and of what is to be said about it."""
        return cls((shorten(question, QUESTION_SHARE), *notes))

    @property
    def markdown(self) -> str:
        """The lines as Discord reads them."""
        return "\n".join(f"{_SMALL}{line}" for line in self.lines)


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
