"""Mentions in channels, threads and forum posts, and direct messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot import words
from bot.hearing import Heard, hear

if TYPE_CHECKING:
    from bot.replies import Replies

_NO_HISTORY = 160002  # "Cannot reply without permission to read message history"


@dataclass(frozen=True, slots=True)
class _MessageAsker:
    message: discord.Message

    async def acknowledge(self) -> None:
        """Leave it at the answer, which is there at once."""

    async def refuse(self, card: discord.ui.LayoutView) -> None:
        await self.receive(card)

    async def receive(self, card: discord.ui.LayoutView) -> None:
        """Reply to the message, or where it stood if it is gone or may not be replied to."""
        reference = self.message.to_reference(fail_if_not_exists=False)
        try:
            await self.message.channel.send(view=card, reference=reference, mention_author=False)
        except discord.Forbidden as error:
            if error.code != _NO_HISTORY:
                raise
            await self.message.channel.send(view=card)


class ListeningCog(commands.Cog):
    """The bot's ears."""

    def __init__(self, bot: commands.Bot, replies: Replies) -> None:
        self._bot = bot
        self._replies = replies

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer what is said to the bot; stay silent about all else."""
        if self._bot.user is None:
            return
        asker = _MessageAsker(message)
        match hear(message, self._bot.user):
            case str(question):
                await self._replies.answer(question, asker)
            case Heard.EMPTY:
                await self._replies.note(words.HOW_TO_ASK if message.guild else words.HOW_TO_ASK_HERE, asker)
            case Heard.ROLE_ONLY:
                await self._replies.note(words.MENTION_ME_NOT_MY_ROLE, asker)
            case Heard.OVERHEARD:
                pass
