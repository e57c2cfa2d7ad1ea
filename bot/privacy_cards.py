"""What the bot keeps, and forgetting a person, as Discord shows it. Pure, but for the two buttons."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Self

import discord
from discord import ui

from bot.cards import ACCENTS
from bot.text import escape
from index import Verdict

if TYPE_CHECKING:
    from bot.words import Words


class ForgetAction(enum.StrEnum):
    """What a button does."""

    CONFIRM = "confirm"
    CANCEL = "cancel"


_TEMPLATE = re.compile(rf"forget-me:(?P<action>{'|'.join(ForgetAction)})")


class ForgetButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=_TEMPLATE):
    """A button below the question whether to forget a person; a press of it is an event for the cog."""

    def __init__(
        self,
        action: ForgetAction,
        *,
        label: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(ui.Button(style=style, label=label, custom_id=f"forget-me:{action}"))
        self.action = action

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, __: ui.Item[ui.LayoutView], found: re.Match[str]
    ) -> Self:
        """Make the button again from what Discord kept of it."""
        return cls(ForgetAction(found["action"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Hand the press over."""
        interaction.client.dispatch("forget_press", interaction, self.action)


def privacy_card(words: Words, *, gaps: bool) -> ui.LayoutView:
    """Say what is read and kept, and how to remove it; `gaps` says whether questions are kept here."""
    box = _box()
    box.add_item(ui.TextDisplay(f"### {escape(words.say('privacy-title'))}"))
    sentences = (
        words.say("privacy-read"),
        words.say("privacy-answers"),
        words.say("privacy-gaps-on" if gaps else "privacy-gaps-off"),
        words.say("privacy-votes"),
        words.say("privacy-machine"),
        words.say("privacy-remove"),
    )
    box.add_item(ui.TextDisplay("\n".join(f"- {escape(sentence)}" for sentence in sentences)))
    return ui.LayoutView(timeout=None).add_item(box)


def forget_card(words: Words) -> ui.LayoutView:
    """Ask whether a person is to be forgotten, and say what that means."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    confirm = words.say("button-confirm")
    row.add_item(ForgetButton(ForgetAction.CONFIRM, label=confirm, style=discord.ButtonStyle.danger))
    row.add_item(ForgetButton(ForgetAction.CANCEL, label=words.say("button-cancel")))
    box = _box()
    box.add_item(ui.TextDisplay(escape(words.say("forget-me-sure"))))
    box.add_item(ui.TextDisplay(escape(words.say("forget-me-after"))))
    return ui.LayoutView(timeout=None).add_item(box.add_item(row))


def _box() -> ui.Container[ui.LayoutView]:
    return ui.Container(accent_colour=ACCENTS[Verdict.NOT_FOUND])
