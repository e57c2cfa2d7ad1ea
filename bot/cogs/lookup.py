"""`/lookup`: words and phrases exactly as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_words, lookups
from bot.choices import article_choices, phrase_choices
from bot.pages import Pager

if TYPE_CHECKING:
    from bot.pages import PagePress
    from bot.services import Services


class LookupCog(commands.Cog):
    """The slash command, and the pages of what it found."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @app_commands.command(name=command_words.LOOKUP, description=command_words.LOOKUP_ABOUT)
    @app_commands.describe(text=command_words.LOOKUP_TEXT_ABOUT, article=command_words.LOOKUP_ARTICLE_ABOUT)
    async def lookup(
        self,
        interaction: discord.Interaction,
        text: app_commands.Range[str, 1, 100],
        article: str | None = None,
    ) -> None:
        """Find words."""
        await lookups.look_up(self._services, interaction, text, article)

    @lookup.autocomplete("text")
    async def _phrases(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await phrase_choices(self._services, interaction, typed)

    @lookup.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(self._services, interaction, typed)

    @commands.Cog.listener()
    async def on_page_turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        """Show another page of what was found."""
        if press.pager in {Pager.WORDS, Pager.PHRASE}:
            await lookups.turn(self._services, interaction, press)
