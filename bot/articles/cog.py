"""`/read` and `/articles`: the articles themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.articles.actions import ArticlesActions
from bot.i18n import command_names
from bot.interactions.autocomplete import article_choices
from bot.ui.pager import PageButton, Pager

if TYPE_CHECKING:
    from bot.interactions.services import Services
    from bot.ui.pager import PagePress


class ArticlesCog(commands.Cog):
    """`/read`, `/articles`, and the buttons that turn their pages."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._actions = ArticlesActions(services)

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(PageButton)

    @app_commands.command(name=command_names.READ, description=command_names.READ_ABOUT)
    @app_commands.describe(
        article=command_names.READ_ARTICLE_ABOUT, sentence=command_names.READ_SENTENCE_ABOUT
    )
    async def read(
        self,
        interaction: discord.Interaction,
        article: str | None = None,
        sentence: app_commands.Range[int, 1] | None = None,
    ) -> None:
        await self._actions.read(interaction, article, sentence)

    @read.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(self._services, interaction, typed)

    @app_commands.command(name=command_names.ARTICLES, description=command_names.ARTICLES_ABOUT)
    async def articles(self, interaction: discord.Interaction) -> None:
        await self._actions.list(interaction)

    @commands.Cog.listener()
    async def on_page_turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        if press.pager is Pager.READING:
            await self._actions.turn(interaction, press)
        elif press.pager is Pager.ARTICLES:
            await self._actions.list(interaction, press.to)
