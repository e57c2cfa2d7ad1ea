"""What every form has in common. A form is known only to the process that opened it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import ui

from bot.ui.admission import admitted

if TYPE_CHECKING:
    import discord


class Form(ui.Modal):
    """A form that is taken like a press of a button."""

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Take so many forms and presses of a person as the client admits."""
        return await admitted(interaction)
