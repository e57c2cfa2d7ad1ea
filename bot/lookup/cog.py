"""`/lookup`: words and phrases exactly as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n import command_names
from bot.interactions.autocomplete import article_choices, phrase_choices
from bot.lookup.actions import LookupActions
from bot.ui.pager import PageButton, Pager

if TYPE_CHECKING:
    from bot.interactions.services import Services
    from bot.ui.pager import PagePress


class LookupCog(commands.Cog):
    """`/lookup`, and the buttons that turn its pages."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._actions = LookupActions(services)

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(PageButton)

    @app_commands.command(name=command_names.LOOKUP, description=command_names.LOOKUP_ABOUT)
    @app_commands.describe(text=command_names.LOOKUP_TEXT_ABOUT, article=command_names.LOOKUP_ARTICLE_ABOUT)
    async def lookup(
        self,
        interaction: discord.Interaction,
        text: app_commands.Range[str, 1, 100],
        article: str | None = None,
    ) -> None:
        await self._actions.look_up(interaction, text, article)

    @lookup.autocomplete("text")
    async def _phrases(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await phrase_choices(self._services, interaction, typed)

    @lookup.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(self._services, interaction, typed)

    @commands.Cog.listener()
    async def on_page_turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        if press.pager in {Pager.WORDS, Pager.PHRASE}:
            await self._actions.turn(interaction, press)
