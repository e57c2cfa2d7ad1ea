"""The buttons under an answer; they work for its whole life, whatever was restarted in between.

A button says what it does, to which answer, and how the card is folded now. So pressing it needs nothing but
the answer's record.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.ui.custom_ids import CustomId, PressButton, choice, flag, hexadecimal, number
from bot.ui.layout import custom_ids_of, row

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words
    from bot.state.records import Tally
    from bot.ui.layout import Row


class AnswerAction(enum.StrEnum):
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

    def after(self, action: AnswerAction) -> Shown:
        """Return how the card is folded once a button was pressed."""
        match action:
            case AnswerAction.NEXT:
                return replace(self, passage=self.passage + 1, context=False)
            case AnswerAction.PREVIOUS:
                return replace(self, passage=max(0, self.passage - 1), context=False)
            case AnswerAction.CONTEXT:
                return replace(self, context=not self.context)
            case AnswerAction.CLOSEST:
                return replace(self, unfolded=True)
            case _:
                return self


_ID = CustomId("answer", choice(AnswerAction), hexadecimal(), number(1), flag(), flag())


@dataclass(frozen=True, slots=True)
class AnswerPress:
    """What a press of a button says."""

    action: AnswerAction
    answer: int
    """The id of its record."""
    shown: Shown

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        shown = self.shown
        return _ID.write(self.action, self.answer, shown.passage, shown.context, shown.unfolded)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        action, answer, *shown = _ID.read(found)
        return cls(action, answer, Shown(*shown))


class AnswerButton(PressButton[AnswerPress], template=_ID.template, press=AnswerPress, event="answer_press"):
    """A button under an answer; a press of it is the event `on_answer_press`."""


def answer_of(message: discord.Message) -> int | None:
    """Read from a message's buttons which answer it shows; None if it shows none."""
    found = (_ID.template.fullmatch(each) for each in custom_ids_of(message.components))
    return next((AnswerPress.read(match).answer for match in found if match is not None), None)


def reading_row(answer: int, shown: Shown, *, passages: int, link: str | None, words: Words) -> Row:
    """Make the buttons that turn pages and show what stands around a quote, and the link to its page."""
    buttons: list[ui.Item[Any]] = []
    if passages > 1:
        for action, label, last in (
            (AnswerAction.PREVIOUS, "button-previous", 0),
            (AnswerAction.NEXT, "button-next", passages - 1),
        ):
            press = AnswerPress(action, answer, shown)
            buttons.append(AnswerButton(press, label=words.say(label), disabled=shown.passage == last))
    label = words.say("button-context-close" if shown.context else "button-context")
    buttons.append(AnswerButton(AnswerPress(AnswerAction.CONTEXT, answer, shown), label=label))
    if link is not None:
        buttons.append(ui.Button(label=words.say("button-read-on"), url=link))
    return row(*buttons)


def closest_button(answer: int, shown: Shown, words: Words) -> AnswerButton:
    """Make the button that unfolds the closest passages."""
    return AnswerButton(AnswerPress(AnswerAction.CLOSEST, answer, shown), label=words.say("button-closest"))


def again_button(answer: int, words: Words) -> AnswerButton:
    """Make the button that asks the same question again."""
    press = AnswerPress(AnswerAction.AGAIN, answer, Shown())
    return AnswerButton(press, label=words.say("button-ask-again"), style=discord.ButtonStyle.primary)


def vote_buttons(answer: int, shown: Shown, tally: Tally) -> list[AnswerButton]:
    """Make the two votes, with how many there are."""
    return [
        AnswerButton(AnswerPress(action, answer, shown), emoji=emoji, label=str(votes) if votes else None)
        for action, emoji, votes in ((AnswerAction.UP, "👍", tally.up), (AnswerAction.DOWN, "👎", tally.down))
    ]


def share_button(answer: int, shown: Shown, words: Words) -> AnswerButton:
    """Make the button that shows a private answer to the channel."""
    return AnswerButton(AnswerPress(AnswerAction.SHARE, answer, shown), label=words.say("button-share"))


def delete_button(answer: int, shown: Shown, words: Words) -> AnswerButton:
    """Make the button that deletes the answer."""
    return AnswerButton(AnswerPress(AnswerAction.DELETE, answer, shown), label=words.say("button-delete"))
