"""Mentions in channels, threads and forum posts, and direct messages; their edits, and their deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord.ext import commands

from bot.askers import MessageAsker

if TYPE_CHECKING:
    import discord

    from bot.mentions import Mentions


class ListeningCog(commands.Cog):
    """The bot's ears."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer what is said to the bot; stay silent about all else."""
        await self._mentions.said(message, MessageAsker(message))

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Answer anew what was edited."""
        await self._mentions.edited(event.message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Delete the answer to what was deleted."""
        await self._mentions.deleted([event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Delete the answers to what was deleted."""
        await self._mentions.deleted(event.message_ids)
