"""`/ask`, a message's menu, mentions and direct messages; and the buttons under answers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.actions import AnswerActions
from bot.answers.buttons import AnswerButton
from bot.answers.messages import MessageHandler
from bot.answers.responders import MessageResponder
from bot.answers.service import AnswerService, Question
from bot.i18n import command_names
from bot.interactions.autocomplete import article_choices

if TYPE_CHECKING:
    from bot.answers.buttons import AnswerPress
    from bot.interactions.services import Services


class AnswersCog(commands.Cog):
    """Every way to ask, and what the buttons under an answer say."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._telling: asyncio.Task[None] | None = None
        service = AnswerService(services)
        self._actions = AnswerActions(services, service)
        self._messages = MessageHandler(bot, services, service)
        self._menus = (
            app_commands.ContextMenu(name=command_names.MENU_FIND, callback=self.find),
            app_commands.ContextMenu(
                name=command_names.MENU_CHOOSE,
                callback=self.choose,
                allowed_contexts=app_commands.AppCommandContext(guild=True),
                allowed_installs=app_commands.AppInstallationType(guild=True),
            ),
        )
        self._menus[1].default_permissions = discord.Permissions(manage_guild=True)

    async def cog_load(self) -> None:
        # A cog cannot add a menu by a decorator.
        for menu in self._menus:
            self._bot.tree.add_command(menu)
        self._bot.add_dynamic_items(AnswerButton)
        self._telling = asyncio.create_task(self._services.unanswered.tell(self._bot))

    async def cog_unload(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
        for menu in self._menus:
            self._bot.tree.remove_command(menu.name, type=menu.type)

    @app_commands.command(name=command_names.ASK, description=command_names.ASK_ABOUT)
    @app_commands.describe(
        question=command_names.ASK_QUESTION_ABOUT,
        article=command_names.ASK_ARTICLE_ABOUT,
        private=command_names.ASK_PRIVATE_ABOUT,
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 3, 300],
        article: str | None = None,
        private: bool | None = None,  # noqa: FBT001 - an option, which people give by name
    ) -> None:
        asked = Question(question, article=article, private=private)
        await self._actions.ask(interaction, asked)

    @ask.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(self._services, interaction, typed)

    async def find(self, interaction: discord.Interaction, message: discord.Message) -> None:
        await self._actions.find(interaction, message)

    async def choose(self, interaction: discord.Interaction, message: discord.Message) -> None:
        await self._actions.choose(interaction, message)

    @commands.Cog.listener()
    async def on_answer_press(self, interaction: discord.Interaction, press: AnswerPress) -> None:
        await self._actions.press(interaction, press)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        await self._messages.said(message, MessageResponder(message))

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        await self._messages.edited(event.message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        await self._messages.deleted([event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        await self._messages.deleted(event.message_ids)
