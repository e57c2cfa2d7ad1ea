"""`/settings`, and what happens to a server's settings when something of it is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n import command_names
from bot.settings.actions import SettingsActions
from bot.settings.controls import PanelControl

if TYPE_CHECKING:
    from bot.interactions.services import Services
    from bot.settings.changes import SettingsPress
    from bot.settings.controls import RatesForm
    from bot.ui.picks import Pick


class SettingsCog(commands.Cog):
    """The managers' command."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._actions = SettingsActions(services)

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(PanelControl)

    @app_commands.command(name=command_names.SETTINGS, description=command_names.SETTINGS_ABOUT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def settings(self, interaction: discord.Interaction) -> None:
        await self._actions.open(interaction)

    @commands.Cog.listener()
    async def on_settings_press(
        self, interaction: discord.Interaction, press: SettingsPress, pick: Pick
    ) -> None:
        await self._actions.press(interaction, press, pick)

    @commands.Cog.listener()
    async def on_settings_limits(self, interaction: discord.Interaction, form: RatesForm) -> None:
        await self._actions.limit(interaction, form)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._actions.deleted(channel.guild.id, channel.id)

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        await self._actions.deleted(role.guild.id, role.id)
