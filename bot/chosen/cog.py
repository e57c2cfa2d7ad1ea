"""Choosing the sentence that answers a question, and what is pressed on the cards for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord.ext import commands, tasks

from bot.chosen.actions import ChosenActions
from bot.chosen.controls import ChosenControl
from bot.chosen.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.chosen.controls import ChosenPress, SentenceForm
    from bot.interactions.services import Services
    from bot.state.records import Passage
    from bot.ui.picks import Pick


class ChosenCog(commands.Cog):
    """`on_sentence_choice` is how other features open it: a question, and passages that may answer it."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._actions = ChosenActions(services)
        self._upkeep = Upkeep(services)

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(ChosenControl)
        self._upkeep.open()
        self._regularly.start()

    async def cog_unload(self) -> None:
        self._regularly.cancel()
        await self._upkeep.close()

    @commands.Cog.listener()
    async def on_sentence_choice(
        self, interaction: discord.Interaction, question: str, passages: Sequence[Passage]
    ) -> None:
        await self._actions.open(interaction, question, passages)

    @commands.Cog.listener()
    async def on_chosen_press(self, interaction: discord.Interaction, press: ChosenPress, pick: Pick) -> None:
        await self._actions.press(interaction, press, pick)

    @commands.Cog.listener()
    async def on_sentence_words(self, interaction: discord.Interaction, form: SentenceForm) -> None:
        await self._actions.find(interaction, form)

    @tasks.loop(minutes=10)
    async def _regularly(self) -> None:
        await self._upkeep.look_through()
