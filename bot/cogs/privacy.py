"""`/privacy` and `/forget-me`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_words
from bot.forgetting import Forgetting

if TYPE_CHECKING:
    from bot.privacy_buttons import ForgetPress
    from bot.services import Services


class PrivacyCog(commands.Cog):
    """The two slash commands, and the buttons of the second."""

    def __init__(self, services: Services) -> None:
        self._forgetting = Forgetting(services)

    @app_commands.command(name=command_words.PRIVACY, description=command_words.PRIVACY_ABOUT)
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Say what is read and kept."""
        await self._forgetting.explain(interaction)

    @app_commands.command(name=command_words.FORGET_ME, description=command_words.FORGET_ME_ABOUT)
    async def forget_me(self, interaction: discord.Interaction) -> None:
        """Ask whether to remove what is kept about the person."""
        await self._forgetting.ask(interaction)

    @commands.Cog.listener()
    async def on_forget_press(self, interaction: discord.Interaction, press: ForgetPress) -> None:
        """Do what a button below that says."""
        await self._forgetting.press(interaction, press)
