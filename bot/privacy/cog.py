"""`/privacy` and `/forget-me`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n import command_names
from bot.privacy.actions import PrivacyActions
from bot.privacy.buttons import ForgetButton

if TYPE_CHECKING:
    from bot.interactions.services import Services
    from bot.privacy.buttons import ForgetPress


class PrivacyCog(commands.Cog):
    """`/privacy`, `/forget-me`, and the buttons of the second."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._actions = PrivacyActions(services)

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(ForgetButton)

    @app_commands.command(name=command_names.PRIVACY, description=command_names.PRIVACY_ABOUT)
    async def privacy(self, interaction: discord.Interaction) -> None:
        await self._actions.explain(interaction)

    @app_commands.command(name=command_names.FORGET_ME, description=command_names.FORGET_ME_ABOUT)
    async def forget_me(self, interaction: discord.Interaction) -> None:
        await self._actions.ask(interaction)

    @commands.Cog.listener()
    async def on_forget_press(self, interaction: discord.Interaction, press: ForgetPress) -> None:
        await self._actions.press(interaction, press)
