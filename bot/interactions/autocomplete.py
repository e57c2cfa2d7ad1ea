"""What the options of commands offer while somebody types; nothing while the library loads."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from discord import app_commands

from bot.access.origin import origin_of
from bot.access.permissions import check_may_ask
from bot.errors import NotNowError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.interactions.services import Services
    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Answering

_CHOICES, _LENGTH = 25, 100
"""At most 25 choices of 100 characters each; Discord's limits."""
_PATIENCE = 2.0
"""Seconds that the library has to complete a phrase; Discord gives up after three."""
_QUOTATION_MARKS = '"“”„«»「」 '


async def article_choices(
    services: Services, interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Offer the articles that the server quotes and whose title or name holds what was typed."""
    if not services.worker.loaded:
        return []
    settings = await services.repository.settings(interaction.guild_id)
    if not settings.known:
        return []
    reach = await services.reach(origin_of(interaction), settings)
    try:
        async with asyncio.timeout(_PATIENCE):
            catalog = await services.worker.catalog(reach)
    except (NotNowError, TimeoutError):
        return []
    return [
        app_commands.Choice(name=article.title[:_LENGTH], value=article.name)
        for article in catalog.articles
        if typed.casefold() in f"{article.title} {article.name}".casefold() and len(article.name) <= _LENGTH
    ][:_CHOICES]


async def phrase_choices(
    services: Services, interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Offer names and phrases of the articles that may be looked up; of several words as one phrase."""
    if not services.worker.loaded:
        return []
    chosen = interaction.namespace.article or None

    def complete(library: Answering, catalog: ArticleCatalog) -> Sequence[str]:
        beginning = typed.strip(_QUOTATION_MARKS)
        return library.phrases(beginning, limit=_CHOICES, articles=catalog.names(chosen))

    try:
        settings = await services.repository.settings(interaction.guild_id)
        reach = await services.reach(origin_of(interaction), settings)
        check_may_ask(reach.origin, settings)
        async with asyncio.timeout(_PATIENCE):
            phrases = await services.worker.use(complete, reach=reach)
    except (NotNowError, TimeoutError):
        return []  # an offer is no answer: the reason comes once the command is sent
    choices = [
        app_commands.Choice(name=phrase, value=f'"{phrase}"' if len(phrase.split()) > 1 else phrase)
        for phrase in phrases
    ]
    return [choice for choice in choices if len(choice.value) <= _LENGTH][:_CHOICES]
