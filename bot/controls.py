"""The buttons under an answer; they work for its whole life, whatever was restarted in between.

A button's `custom_id` says what it does, to which answer, and how the card is folded now: ids and numbers,
never text. So pressing it needs nothing but the answer's record.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import discord
from discord import ui

if TYPE_CHECKING:
    from bot.records import Tally
    from bot.words import Words


class Action(enum.StrEnum):
    """What a button does."""

    NEXT = "next"
    PREVIOUS = "previous"
    CONTEXT = "context"
    """Shows the sentences around the quote, or hides them."""
    CLOSEST = "closest"
    """Unfolds the closest passages where none answers."""
    UP = "up"
    DOWN = "down"
    SHARE = "share"
    DELETE = "delete"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Shown:
    """How a card is folded."""

    passage: int = 0
    """Which of the answer's quotes is shown, from 0."""
    context: bool = False
    """With the sentences around it."""
    unfolded: bool = False
    """Shown although none answers."""

    def after(self, action: Action) -> Shown:
        """Give how the card is folded once a button was pressed."""
        match action:
            case Action.NEXT:
                return replace(self, passage=self.passage + 1, context=False)
            case Action.PREVIOUS:
                return replace(self, passage=max(0, self.passage - 1), context=False)
            case Action.CONTEXT:
                return replace(self, context=not self.context)
            case Action.CLOSEST:
                return replace(self, unfolded=True)
            case _:
                return self


_TEMPLATE = re.compile(
    rf"answer:(?P<action>{'|'.join(Action)}):(?P<id>[0-9a-f]{{1,16}})"
    r":(?P<passage>[0-9]):(?P<context>[01]):(?P<unfolded>[01])"
)


@dataclass(frozen=True, slots=True)
class Press:
    """What a press of a button says."""

    action: Action
    answer: int
    shown: Shown

    @property
    def custom_id(self) -> str:
        """Say it in the form that Discord keeps."""
        shown = self.shown
        return f"answer:{self.action}:{self.answer:x}:{shown.passage}:{shown.context:d}:{shown.unfolded:d}"


class AnswerButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=_TEMPLATE):
    """A button under an answer."""

    def __init__(
        self,
        press: Press,
        *,
        label: str | None = None,
        emoji: str | None = None,
        disabled: bool = False,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(
            ui.Button(style=style, label=label, emoji=emoji, custom_id=press.custom_id, disabled=disabled)
        )
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, __: ui.Item[ui.LayoutView], found: re.Match[str]
    ) -> Self:
        """Make the button again from what Discord kept of it."""
        shown = Shown(int(found["passage"]), found["context"] == "1", found["unfolded"] == "1")
        return cls(Press(Action(found["action"]), int(found["id"], 16), shown))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Have the press heard: `on_answer_press`."""
        interaction.client.dispatch("answer_press", interaction, self.press)


def reading_row(
    answer: int, shown: Shown, *, passages: int, link: str | None, words: Words
) -> ui.ActionRow[ui.LayoutView]:
    """Make the buttons that turn pages and show what stands around a quote, and the link to its page."""
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    if passages > 1:
        for action, label, last in (
            (Action.PREVIOUS, "button-previous", 0),
            (Action.NEXT, "button-next", passages - 1),
        ):
            press = Press(action, answer, shown)
            row.add_item(AnswerButton(press, label=words.say(label), disabled=shown.passage == last))
    label = words.say("button-context-close" if shown.context else "button-context")
    row.add_item(AnswerButton(Press(Action.CONTEXT, answer, shown), label=label))
    if link is not None:
        row.add_item(ui.Button(label=words.say("button-read-on"), url=link))
    return row


def closest_button(answer: int, shown: Shown, words: Words) -> AnswerButton:
    """Make the button that unfolds the closest passages."""
    return AnswerButton(Press(Action.CLOSEST, answer, shown), label=words.say("button-closest"))


def again_button(answer: int, words: Words) -> AnswerButton:
    """Make the button that asks the same question again."""
    press = Press(Action.AGAIN, answer, Shown())
    return AnswerButton(press, label=words.say("button-ask-again"), style=discord.ButtonStyle.primary)


def vote_buttons(answer: int, shown: Shown, tally: Tally) -> list[AnswerButton]:
    """Make the two votes, with how many there are."""
    return [
        AnswerButton(Press(action, answer, shown), emoji=emoji, label=str(votes) if votes else None)
        for action, emoji, votes in ((Action.UP, "👍", tally.up), (Action.DOWN, "👎", tally.down))
    ]


def share_button(answer: int, shown: Shown, words: Words) -> AnswerButton:
    """Make the button that shows a private answer to the channel."""
    return AnswerButton(Press(Action.SHARE, answer, shown), label=words.say("button-share"))


def delete_button(answer: int, shown: Shown, words: Words) -> AnswerButton:
    """Make the button that deletes the answer."""
    return AnswerButton(Press(Action.DELETE, answer, shown), label=words.say("button-delete"))
