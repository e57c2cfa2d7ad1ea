"""`/ask`, in servers, direct messages and wherever a user has installed the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import words

if TYPE_CHECKING:
    from bot.replies import Replies


@dataclass(frozen=True, slots=True)
class _SlashAsker:
    """A defer fixes who sees its message, before the answer is known; answers are for the whole channel.

    Reasons known at once (busy, a bad question) are for the asker alone and come before any defer. A failure
    after it fills the placeholder that everyone has seen: deleting that and following up in private has at
    times been refused by Discord (discord-api-docs #2739, #3087), which would leave the asker with nothing.
    """

    interaction: discord.Interaction

    async def refuse(self, card: discord.ui.LayoutView) -> None:
        await self.interaction.response.send_message(view=card, ephemeral=True)

    async def acknowledge(self) -> None:
        await self.interaction.response.defer(thinking=True)

    async def receive(self, card: discord.ui.LayoutView) -> None:
        await self.interaction.edit_original_response(view=card)


class AskCog(commands.Cog):
    """The slash command."""

    def __init__(self, replies: Replies) -> None:
        self._replies = replies

    @app_commands.command(name="ask", description=words.COMMAND)
    @app_commands.describe(question=words.COMMAND_QUESTION)
    async def ask(self, interaction: discord.Interaction, question: app_commands.Range[str, 3, 300]) -> None:
        """Answer a question."""
        await self._replies.answer(question, _SlashAsker(interaction))
