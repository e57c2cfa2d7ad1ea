"""`/ask` and a message's menu, in servers, direct messages and wherever a user has installed the bot."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_words
from bot.askers import InteractionAsker
from bot.choices import article_choices
from bot.presses import Presses
from bot.questions import Question
from index import MAX_QUESTION_LENGTH

if TYPE_CHECKING:
    from bot.controls import Press
    from bot.replies import Replies
    from bot.services import Services


class AskCog(commands.Cog):
    """The slash command, and the entry in the menu of messages."""

    def __init__(self, bot: commands.Bot, services: Services, replies: Replies) -> None:
        self._bot = bot
        self._services = services
        self._replies = replies
        self._presses = Presses(services, replies)
        self._menu = app_commands.ContextMenu(name=command_words.MENU_FIND, callback=self.find)

    async def cog_load(self) -> None:
        """Add the menu, which a cog cannot do by a decorator."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the menu away."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name=command_words.ASK, description=command_words.ASK_ABOUT)
    @app_commands.describe(
        question=command_words.ASK_QUESTION_ABOUT,
        article=command_words.ASK_ARTICLE_ABOUT,
        private=command_words.ASK_PRIVATE_ABOUT,
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 3, 300],
        article: str | None = None,
        private: bool | None = None,  # noqa: FBT001 - an option, which people give by name
    ) -> None:
        """Answer a question."""
        asked = Question(question, article=article, private=private)
        await self._replies.answer(asked, InteractionAsker(interaction))

    @ask.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(self._services, interaction, typed)

    async def find(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Answer someone's message, to whoever asks for it alone."""
        asker = InteractionAsker(interaction)
        if not message.clean_content.strip():
            await self._replies.note("nothing-to-find", asker)
            return
        text = textwrap.shorten(message.clean_content, MAX_QUESTION_LENGTH, placeholder="")
        question = Question(text, private=True, from_message_by=message.author.display_name)
        await self._replies.answer(question, asker)

    @commands.Cog.listener()
    async def on_answer_press(self, interaction: discord.Interaction, press: Press) -> None:
        """Do what a button under an answer says."""
        await self._presses.press(press, interaction)
