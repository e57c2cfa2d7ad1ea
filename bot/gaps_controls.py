"""The buttons under the list of gaps; they work as long as the list is there, whatever was restarted."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import discord
from discord import ui

if TYPE_CHECKING:
    from bot.words import Words


class GapsAction(enum.StrEnum):
    """What a button does."""

    PAGE = "page"
    """Shows a page of the list."""
    CLEAR = "clear"
    """Asks whether to clear the list."""
    CONFIRM = "confirm"
    """Clears it."""
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class GapsPress:
    """What a press of a button says."""

    action: GapsAction
    page: int
    """The page to show, or that the button stands on; from 0."""

    @property
    def custom_id(self) -> str:
        """Say it in the form that Discord keeps."""
        return f"gaps:{self.action}:{self.page}"


_TEMPLATE = re.compile(rf"gaps:(?P<action>{'|'.join(GapsAction)}):(?P<page>[0-9]{{1,4}})")


class GapsButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=_TEMPLATE):
    """A button under the list; a press of it is an event for the cog."""

    def __init__(
        self,
        press: GapsPress,
        *,
        label: str | None = None,
        disabled: bool = False,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(ui.Button(style=style, label=label, custom_id=press.custom_id, disabled=disabled))
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, __: ui.Item[ui.LayoutView], found: re.Match[str]
    ) -> Self:
        """Make the button again from what Discord kept of it."""
        return cls(GapsPress(GapsAction(found["action"]), int(found["page"])))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Hand the press over."""
        interaction.client.dispatch("gaps_press", interaction, self.press)


def page_row(page: int, pages: int, words: Words) -> ui.ActionRow[ui.LayoutView]:
    """Make the buttons that turn pages; `page` counts from 0."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    for label, to in (("button-previous-page", page - 1), ("button-next-page", page + 1)):
        there = min(max(0, to), pages - 1)
        press = GapsPress(GapsAction.PAGE, there)
        row.add_item(GapsButton(press, label=words.say(label), disabled=there != to))
    return row


def list_row(page: int, words: Words) -> ui.ActionRow[ui.LayoutView]:
    """Make the buttons for all of the list."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(GapsButton(GapsPress(GapsAction.EXPORT, page), label=words.say("button-export")))
    return row.add_item(GapsButton(GapsPress(GapsAction.CLEAR, page), label=words.say("button-clear")))


def sure_row(page: int, words: Words) -> ui.ActionRow[ui.LayoutView]:
    """Make the buttons that confirm clearing, and that go back to the list."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    confirm = GapsPress(GapsAction.CONFIRM, page)
    row.add_item(GapsButton(confirm, label=words.say("button-confirm"), style=discord.ButtonStyle.danger))
    return row.add_item(GapsButton(GapsPress(GapsAction.PAGE, page), label=words.say("button-cancel")))
