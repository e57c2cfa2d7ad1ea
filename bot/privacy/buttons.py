"""The buttons below the question whether to forget a person."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import discord

from bot.ui.custom_ids import CustomId, PressButton, choice
from bot.ui.layout import row

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words
    from bot.ui.layout import Row


class ForgetAction(enum.StrEnum):
    """What a button does."""

    CONFIRM = "confirm"
    CANCEL = "cancel"


_ID = CustomId("forget-me", choice(ForgetAction))


@dataclass(frozen=True, slots=True)
class ForgetPress:
    """What a press of a button says."""

    action: ForgetAction

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.action)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_ID.read(found))


class ForgetButton(PressButton[ForgetPress], template=_ID.template, press=ForgetPress, event="forget_press"):
    """One of the buttons; a press of it is the event `on_forget_press`."""


def sure_row(words: Words) -> Row:
    """Make the buttons that confirm, and that leave everything as it is."""
    confirm = ForgetButton(
        ForgetPress(ForgetAction.CONFIRM),
        label=words.say("button-confirm"),
        style=discord.ButtonStyle.danger,
    )
    cancel = ForgetButton(ForgetPress(ForgetAction.CANCEL), label=words.say("button-cancel"))
    return row(confirm, cancel)
