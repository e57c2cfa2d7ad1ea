"""`/read` and `/articles`: the articles themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_words, readings
from bot.choices import article_choices
from bot.pages import Pager

if TYPE_CHECKING:
    from bot.pages import PagePress
    from bot.services import Services


class ReadingCog(commands.Cog):
    """The two slash commands, and the pages that they show."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @app_commands.command(name=command_words.READ, description=command_words.READ_ABOUT)
    @app_commands.describe(
        article=command_words.READ_ARTICLE_ABOUT, sentence=command_words.READ_SENTENCE_ABOUT
    )
    async def read(
        self,
        interaction: discord.Interaction,
        article: str | None = None,
        sentence: app_commands.Range[int, 1] | None = None,
    ) -> None:
        """Open an article."""
        await readings.open_article(self._services, interaction, article, sentence)

    @read.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(self._services, interaction, typed)

    @app_commands.command(name=command_words.ARTICLES, description=command_words.ARTICLES_ABOUT)
    async def articles(self, interaction: discord.Interaction) -> None:
        """List the articles."""
        await readings.list_articles(self._services, interaction)

    @commands.Cog.listener()
    async def on_page_turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        """Show another page of an article or of the list."""
        if press.pager is Pager.READING:
            await readings.turn(self._services, interaction, press)
        elif press.pager is Pager.ARTICLES:
            await readings.list_articles(self._services, interaction, press.to)
