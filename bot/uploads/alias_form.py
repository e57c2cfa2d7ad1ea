"""What words of questions mean here, as managers see it: the button, the form, and what came of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import discord
from discord import ui

from bot.documents.aliases import LENGTH
from bot.ui.custom_ids import CustomId, PressButton, number
from bot.ui.forms import Form
from bot.ui.layout import GREEN, card_view, plain, row, title
from bot.ui.markdown import shorten
from bot.uploads.controls import LibraryAction, LibraryPress, button

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from bot.i18n.words import Words

_FORM_SECONDS = 3600.0
"""How long somebody may think about the form."""
_LISTED, _LINE_SHARE = 12, 240
"""Lines that a card shows, and how much of each."""
_ID = CustomId("aliases", number(4))


@dataclass(frozen=True, slots=True)
class AliasesPress:
    """What a press of the button says."""

    page: int = 0
    """The page of the library's list to go back to; from 0."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.page)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_ID.read(found))


class AliasesButton(
    PressButton[AliasesPress], template=_ID.template, press=AliasesPress, event="aliases_press"
):
    """Opens the form; a press of it is the event `on_aliases_press`."""


class AliasesForm(Form):
    """Asks for aliases, one a line; sent, it is `on_aliases_form`."""

    def __init__(self, press: AliasesPress, text: str, words: Words, *, before: Mapping[str, str]) -> None:
        """`press` is the one that opens it, `text` stands in it, `before` is what that was made of."""
        super().__init__(title=words.say("library-form-aliases"), timeout=_FORM_SECONDS)
        self.press = press
        self.before = before
        self._lines: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id="aliases",
            style=discord.TextStyle.paragraph,
            default=text,
            required=False,
            max_length=LENGTH,
        )
        label, hint = words.say("library-form-aliases-lines"), words.say("library-aliases-hint")
        self.add_item(ui.Label(text=label, description=hint, component=self._lines))

    @property
    def typed(self) -> str:
        """What was typed."""
        return self._lines.value

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Keep the aliases."""
        interaction.client.dispatch("aliases_form", interaction, self)


def aliases_card(aliases: Mapping[str, str], press: AliasesPress, words: Words) -> ui.LayoutView:
    """Say which aliases there are now."""
    lines = [f"{alias} = {meaning}" for alias, meaning in aliases.items()]
    parts = [title(words.say("library-form-aliases")), plain(words.say("aliases-saved", count=len(lines)))]
    return card_view([*parts, *_listed(lines, words), _buttons(press, words)], colour=GREEN)


def refused_card(sentences: Sequence[str], press: AliasesPress, words: Words) -> ui.LayoutView:
    """Say why nothing was kept, and that it can be typed on."""
    parts = [title(words.say("aliases-not-saved")), *_listed(sentences, words)]
    return card_view([*parts, plain(words.say("aliases-typed-kept")), _buttons(press, words)])


def _listed(lines: Sequence[str], words: Words) -> list[ui.Item[ui.LayoutView]]:
    shown = [f"-# {shorten(line, _LINE_SHARE)}" for line in lines[:_LISTED]]
    if len(lines) > _LISTED:
        shown.append(f"-# {shorten(words.say('library-more', count=len(lines) - _LISTED), _LINE_SHARE)}")
    return [ui.TextDisplay("\n".join(shown))] if shown else []


def _buttons(press: AliasesPress, words: Words) -> ui.Item[ui.LayoutView]:
    back = LibraryPress(LibraryAction.PAGE, press.page)
    return row(
        AliasesButton(press, label=words.say("settings-change")), button(back, words.say("button-back"))
    )
