"""The daily removal of what was kept for long enough, and of servers that the bot has left."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from discord.ext import commands, tasks

if TYPE_CHECKING:
    import discord

    from bot.interactions.services import Services


class HousekeepingCog(commands.Cog):
    """The daily task, and the events of servers."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._repository = services.repository
        self._documents = services.documents

    async def cog_load(self) -> None:
        self._daily.start()  # it runs at once, and then each day

    async def cog_unload(self) -> None:
        self._daily.cancel()

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep the documents of a server that the bot is back in."""
        await self._repository.returned(guild.id)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that the bot is no longer in."""
        await self._repository.left(guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Note what happened while the bot was not connected."""
        await self._note_presence(datetime.datetime.now(datetime.UTC))

    @tasks.loop(hours=24)
    async def _daily(self) -> None:
        now = datetime.datetime.now(datetime.UTC)
        if self._bot.is_ready():
            await self._note_presence(now)
        await self._repository.delete_old(now)
        await self._documents.delete_unused(now)

    async def _note_presence(self, now: datetime.datetime) -> None:
        await self._repository.note_presence([guild.id for guild in self._bot.guilds], now)
