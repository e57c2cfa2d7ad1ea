"""`/gaps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.gaps.actions import GapsActions
from bot.gaps.buttons import GapButton, GapsButton
from bot.i18n import command_names

if TYPE_CHECKING:
    from bot.gaps.buttons import GapPress, GapsPress
    from bot.interactions.services import Services


class GapsCog(commands.Cog):
    """`/gaps` and its buttons."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._actions = GapsActions(services)

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(GapsButton, GapButton)

    @app_commands.command(name=command_names.GAPS, description=command_names.GAPS_ABOUT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def gaps(self, interaction: discord.Interaction) -> None:
        await self._actions.open(interaction)

    @commands.Cog.listener()
    async def on_gaps_press(self, interaction: discord.Interaction, press: GapsPress) -> None:
        await self._actions.press(interaction, press)

    @commands.Cog.listener()
    async def on_gap_press(self, interaction: discord.Interaction, press: GapPress) -> None:
        await self._actions.answer(interaction, press)
