"""What can be pressed on the cards of chosen answers, and the form; presses work after a restart, too."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.ui.admission import admitted
from bot.ui.custom_ids import CustomId, choice, hexadecimal
from bot.ui.forms import Form
from bot.ui.layout import Item
from bot.ui.picks import picked

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words

_FORM_SECONDS = 3600.0
"""How long somebody may think about the form."""
_MOST_WORDS = 100
"""Characters, as in a look-up."""


class ChosenAction(enum.StrEnum):
    """What is done."""

    CHOOSE = "choose"
    """Takes the sentence that was chosen in the select."""
    FIND = "find"
    """Opens the form for the words of another sentence."""
    AGAIN = "again"
    """Shows the sentences to choose from once more."""
    REMOVE = "remove"
    """Takes back what was chosen."""


_ID = CustomId("chosen", choice(ChosenAction), hexadecimal())


@dataclass(frozen=True, slots=True)
class ChosenPress:
    """What a press of a button or a select says; the question stands on its card."""

    action: ChosenAction
    chosen: int = 0
    """The id of the chosen answer that it is about, if it is about one."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.action, self.chosen)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_ID.read(found))


class ChosenControl(ui.DynamicItem[Item], template=_ID.template):
    """A button or a select; a press of it is the event `on_chosen_press`."""

    def __init__(self, press: ChosenPress, item: Item) -> None:
        super().__init__(item)
        self.press = press

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, item: Item, found: re.Match[str]) -> Self:
        """Make the control again from what Discord kept of it."""
        return cls(ChosenPress.read(found), item)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Take so many presses of a person as the client admits."""
        return await admitted(interaction)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Do what it says."""
        interaction.client.dispatch("chosen_press", interaction, self.press, picked(self.item))


class SentenceForm(Form):
    """Asks for words of a sentence; sent, it is `on_sentence_words`."""

    def __init__(self, words: Words) -> None:
        super().__init__(title=words.say("button-another-sentence"), timeout=_FORM_SECONDS)
        self._words: ui.TextInput[ui.Modal] = ui.TextInput(custom_id="words", max_length=_MOST_WORDS)
        hint = words.say("chosen-form-hint")
        self.add_item(ui.Label(text=words.say("chosen-form-words"), description=hint, component=self._words))

    @property
    def typed(self) -> str:
        """What was typed."""
        return self._words.value

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Look for the sentence."""
        interaction.client.dispatch("sentence_words", interaction, self)


def button(
    press: ChosenPress, label: str, *, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Item[Any]:
    """Make a button."""
    return ChosenControl(press, ui.Button(style=style, label=label, custom_id=press.custom_id))
