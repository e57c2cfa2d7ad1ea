"""The Discord client: what it may see, what it may ping, and its cogs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.ask import AskCog
from bot.cogs.listening import ListeningCog
from bot.replies import explained

if TYPE_CHECKING:
    from bot.replies import Replies

log = logging.getLogger(__name__)


class Client(commands.Bot):
    """The bot as Discord knows it, without any privileged intent."""

    def __init__(self, replies: Replies) -> None:
        # It speaks in text alone; a warning about voice at each start would only worry people.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents.default(),  # none of the three privileged ones
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.replies = replies
        self.tree.error(_on_command_error)

    async def setup_hook(self) -> None:
        """Add the cogs and register the commands with Discord."""
        await self.add_cog(AskCog(self.replies))
        await self.add_cog(ListeningCog(self, self.replies))
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Do nothing: there are no text commands, and the listening cog hears messages by itself."""

    async def on_ready(self) -> None:
        """Say in the log that the bot is there."""
        log.info("connected as %s, in %d servers", self.user, len(self.guilds))


async def _on_command_error(interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
    """Tell whoever used a command that it failed before it reached its callback, or in it."""
    card = explained(error)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=card)
    else:
        await interaction.response.send_message(view=card, ephemeral=True)
