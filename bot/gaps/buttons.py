"""The buttons under the list of gaps; they work as long as the list is there, whatever was restarted."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import discord

from bot.keys import key_of
from bot.ui.custom_ids import CustomId, PressButton, choice, key, number
from bot.ui.layout import row

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words
    from bot.ui.layout import Row


class GapsAction(enum.StrEnum):
    """What a button does."""

    PAGE = "page"
    """Shows a page of the list."""
    CLEAR = "clear"
    """Asks whether to clear the list."""
    CONFIRM = "confirm"
    """Clears it."""
    EXPORT = "export"


_ID = CustomId("gaps", choice(GapsAction), number(4))


@dataclass(frozen=True, slots=True)
class GapsPress:
    """What a press of a button says."""

    action: GapsAction
    page: int
    """The page to show, or that the button stands on; from 0."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.action, self.page)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_ID.read(found))


class GapsButton(PressButton[GapsPress], template=_ID.template, press=GapsPress, event="gaps_press"):
    """A button under the list; a press of it is the event `on_gaps_press`."""


_GAP_ID = CustomId("gap", key())


@dataclass(frozen=True, slots=True)
class GapPress:
    """What a press of the button beside a question says."""

    question: str
    """Its key, as `key_of` makes it."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _GAP_ID.write(self.question)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_GAP_ID.read(found))


class GapButton(PressButton[GapPress], template=_GAP_ID.template, press=GapPress, event="gap_press"):
    """The button beside a question; a press of it is the event `on_gap_press`."""


def answer_button(question: str, words: Words) -> GapButton:
    """Make the button that has a manager choose what answers a question."""
    return GapButton(GapPress(key_of(question)), label=words.say("button-choose-sentence"))


def turn_row(page: int, pages: int, words: Words) -> Row:
    """Make the buttons that turn pages; `page` counts from 0."""
    buttons = []
    for label, to in (("button-previous-page", page - 1), ("button-next-page", page + 1)):
        there = min(max(0, to), pages - 1)
        press = GapsPress(GapsAction.PAGE, there)
        buttons.append(GapsButton(press, label=words.say(label), disabled=there != to))
    return row(*buttons)


def list_row(page: int, words: Words) -> Row:
    """Make the buttons for all of the list."""
    return row(
        GapsButton(GapsPress(GapsAction.EXPORT, page), label=words.say("button-export")),
        GapsButton(GapsPress(GapsAction.CLEAR, page), label=words.say("button-clear")),
    )


def sure_row(page: int, words: Words) -> Row:
    """Make the buttons that confirm clearing, and that go back to the list."""
    confirm, danger = GapsPress(GapsAction.CONFIRM, page), discord.ButtonStyle.danger
    return row(
        GapsButton(confirm, label=words.say("button-confirm"), style=danger),
        GapsButton(GapsPress(GapsAction.PAGE, page), label=words.say("button-cancel")),
    )
