"""A command or a press of a button, with the settings and words for it; its failures are told in private."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.access.origin import origin_of
from bot.access.permissions import check_may_ask
from bot.errors import WarmingUpError
from bot.i18n.words import words_for
from bot.interactions.sending import respond_first, tell

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from discord.ui import LayoutView

    from bot.access.reach import Reach
    from bot.i18n.words import Words
    from bot.interactions.services import Services
    from bot.library.catalog import ArticleCatalog
    from bot.state.records import ServerSettings


@dataclass(frozen=True, slots=True)
class InteractionContext:
    """What it takes to do what somebody asks for by a command or a button."""

    services: Services
    interaction: discord.Interaction
    settings: ServerSettings
    reach: Reach
    words: Words

    def check_may_ask(self) -> None:
        """Check that questions are answered here, for this person; RefusedError if not."""
        check_may_ask(self.reach.origin, self.settings)

    async def catalog(self) -> ArticleCatalog:
        """Return the articles that may be read; WarmingUpError at once while libraries are being loaded."""
        if not self.services.worker.loaded:
            raise WarmingUpError
        return await self.services.worker.catalog(self.reach)

    async def show(self, card: LayoutView) -> None:
        """Show a card to whoever came, alone; it takes the place of one that they see alone already."""
        message = self.interaction.message
        if message is not None and message.flags.ephemeral:
            await self.edit(card)
        else:
            response = self.interaction.response
            await respond_first(lambda: response.send_message(view=card, ephemeral=True))

    async def edit(self, card: LayoutView) -> None:
        """Show a card in the place of the one whose button was pressed."""
        await respond_first(lambda: self.interaction.response.edit_message(view=card))

    async def tell(self, card: LayoutView) -> None:
        """Say why something is not done; see `tell`."""
        await tell(self.interaction, card)


def words_in(settings: ServerSettings, locale: discord.Locale | None) -> Words:
    """Return the words of the language that a server chose, or else of the person's own."""
    return words_for(settings.language or locale)


@contextlib.asynccontextmanager
async def interaction_context(
    services: Services, interaction: discord.Interaction
) -> AsyncIterator[InteractionContext]:
    """Do something for whoever used a command or a button; if it fails, tell them why."""
    with services.delivery.owing():
        settings = await services.repository.settings(interaction.guild_id)
        words = words_in(settings, interaction.locale)
        reach = await services.reach(origin_of(interaction), settings)
        context = InteractionContext(services, interaction, settings, reach, words)
        try:
            yield context
        except (discord.HTTPException, aiohttp.ClientError):
            raise  # nobody can be told then
        except Exception as error:  # noqa: BLE001 - whatever it is, they are told and the log has it
            await services.delivery.refuse(error, words, context.tell)
