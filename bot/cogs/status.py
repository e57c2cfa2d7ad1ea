"""`/status`, for who runs the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_words
from bot.status import show_status

if TYPE_CHECKING:
    from bot.services import Services


class StatusCog(commands.Cog):
    """The slash command."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services

    @app_commands.command(name=command_words.STATUS, description=command_words.STATUS_ABOUT)
    async def status(self, interaction: discord.Interaction) -> None:
        """Show how the bot is doing."""
        await show_status(self._services, self._bot, interaction)
