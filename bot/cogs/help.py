"""`/help`: how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_words
from bot.help_cards import help_card
from bot.visits import visit

if TYPE_CHECKING:
    from bot.services import Services


class HelpCog(commands.Cog):
    """The slash command."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @app_commands.command(name=command_words.HELP, description=command_words.HELP_ABOUT)
    async def help(self, interaction: discord.Interaction) -> None:
        """Say how to ask, to one person alone."""
        async with visit(self._services, interaction) as own:
            manager = interaction.guild_id is not None and interaction.permissions.manage_guild
            await own.show(help_card(own.words, manager=manager))
