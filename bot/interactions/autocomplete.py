"""What the options of commands offer while somebody types; nothing while the library loads."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from discord import app_commands

from bot.access.origin import origin_of
from bot.access.permissions import allowed_articles, check_may_ask
from bot.errors import NotNowError

if TYPE_CHECKING:
    import discord

    from bot.interactions.services import Services

_CHOICES, _LENGTH = 25, 100
"""At most 25 choices of 100 characters each; Discord's limits."""
_PATIENCE = 2.0
"""Seconds that the library has to complete a phrase; Discord gives up after three."""
_QUOTATION_MARKS = '"“”„«»「」 '


async def article_choices(
    services: Services, interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Offer the articles that the server quotes and whose title or name holds what was typed."""
    catalog = services.worker.loaded_catalog
    if catalog is None:
        return []
    settings = await services.repository.settings(interaction.guild_id)
    if not settings.known:
        return []
    allowed = allowed_articles(catalog, settings)
    return [
        app_commands.Choice(name=article.title[:_LENGTH], value=article.name)
        for article in catalog.articles
        if (allowed is None or article.name in allowed)
        and typed.casefold() in f"{article.title} {article.name}".casefold()
        and len(article.name) <= _LENGTH
    ][:_CHOICES]


async def phrase_choices(
    services: Services, interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Offer names and phrases of the articles that may be looked up; of several words as one phrase."""
    if services.worker.loaded_catalog is None:
        return []
    try:
        settings = await services.repository.settings(interaction.guild_id)
        check_may_ask(origin_of(interaction), settings)
        articles = allowed_articles(
            services.worker.loaded_catalog, settings, interaction.namespace.article or None
        )
        async with asyncio.timeout(_PATIENCE):
            phrases = await services.worker.use(
                lambda library: library.phrases(
                    typed.strip(_QUOTATION_MARKS), limit=_CHOICES, articles=articles
                ),
                lane=origin_of(interaction).lane,
            )
    except (NotNowError, TimeoutError):
        return []  # an offer is no answer: the reason comes once the command is sent
    choices = [
        app_commands.Choice(name=phrase, value=f'"{phrase}"' if len(phrase.split()) > 1 else phrase)
        for phrase in phrases
    ]
    return [choice for choice in choices if len(choice.value) <= _LENGTH][:_CHOICES]
