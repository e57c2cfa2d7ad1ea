"""What can be pressed on the settings panel; it works after a restart, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.settings.changes import MOST_RATE, TEMPLATE, SettingsPress
from bot.ui.admission import admitted
from bot.ui.forms import Form
from bot.ui.layout import Item
from bot.ui.picks import picked

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words
    from bot.state.records import ServerSettings

_FORM_SECONDS = 3600.0
"""How long somebody may think about the form."""
_TYPED = 20


class PanelControl(ui.DynamicItem[Item], template=TEMPLATE):
    """A button or a select of the panel."""

    def __init__(self, press: SettingsPress, item: Item) -> None:
        super().__init__(item)
        self.press = press

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, item: Item, found: re.Match[str]) -> Self:
        """Make the control again from what Discord kept of it."""
        return cls(SettingsPress.read(found), item)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Take so many presses of a person as the client admits."""
        return await admitted(interaction)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Do what it says."""
        interaction.client.dispatch("settings_press", interaction, self.press, picked(self.item))


class RatesForm(Form):
    """Asks for the two limits; empty means the usual one."""

    def __init__(self, settings: ServerSettings, words: Words, *, page: int) -> None:
        super().__init__(title=words.say("settings-rates"), timeout=_FORM_SECONDS)
        self.page = page
        self._user = _number("user", settings.user_rate)
        self._server = _number("server", settings.server_rate)
        hint = words.say("settings-rate-hint", most=MOST_RATE)
        for label, field in (("settings-user-rate", self._user), ("settings-server-rate", self._server)):
            self.add_item(ui.Label(text=words.say(label), description=hint, component=field))

    @property
    def user(self) -> str | None:
        """What was typed for one person; None if nothing else than what was there."""
        return _typed(self._user)

    @property
    def server(self) -> str | None:
        """What was typed for the whole server, likewise."""
        return _typed(self._server)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Set the limits."""
        interaction.client.dispatch("settings_limits", interaction, self)


def control(press: SettingsPress, item: Item) -> ui.Item[Any]:
    """Make a control of an item with the press's `custom_id`."""
    return PanelControl(press, item)


def button(
    press: SettingsPress,
    label: str,
    *,
    disabled: bool = False,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> ui.Item[Any]:
    """Make a button."""
    return control(press, ui.Button(style=style, label=label, custom_id=press.custom_id, disabled=disabled))


def _number(name: str, value: int | None) -> ui.TextInput[ui.Modal]:
    return ui.TextInput(
        custom_id=name,
        default=None if value is None else str(value),
        required=False,
        max_length=_TYPED,
    )


def _typed(field: ui.TextInput[ui.Modal]) -> str | None:
    typed = field.value.strip()
    return None if typed == (field.default or "") else typed
