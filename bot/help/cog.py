"""`/help`: how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.help.card import help_card
from bot.i18n import command_names
from bot.interactions.context import interaction_context

if TYPE_CHECKING:
    from bot.interactions.services import Services


class HelpCog(commands.Cog):
    """`/help`, for whoever uses it alone."""

    def __init__(self, _: commands.Bot, services: Services) -> None:
        self._services = services

    @app_commands.command(name=command_names.HELP, description=command_names.HELP_ABOUT)
    async def help(self, interaction: discord.Interaction) -> None:
        async with interaction_context(self._services, interaction) as context:
            manager = interaction.guild_id is not None and interaction.permissions.manage_guild
            links = self._services.links is not None
            await context.show(help_card(context.words, manager=manager, links=links))
