"""`/status`, for the bot's owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import RefusedError
from bot.i18n import command_names
from bot.interactions.context import interaction_context
from bot.status.card import status_card
from bot.status.report import status_of

if TYPE_CHECKING:
    from bot.interactions.services import Services


class StatusCog(commands.Cog):
    """`/status`, for the bot's owner."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services

    @app_commands.command(name=command_names.STATUS, description=command_names.STATUS_ABOUT)
    async def status(self, interaction: discord.Interaction) -> None:
        async with interaction_context(self._services, interaction) as context:
            if not await self._bot.is_owner(interaction.user):
                raise RefusedError("owner-only")
            await context.show(status_card(status_of(self._services, self._bot), context.words))
