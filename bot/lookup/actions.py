"""What `/lookup` and the buttons under its cards do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import RefusedError
from bot.interactions.context import interaction_context
from bot.interactions.sending import fill, respond_first
from bot.lookup.card import LookupQuery, LookupResult, bold_of, lookup_card
from bot.ui.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import discord

    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Answering
    from bot.ui.pager import PagePress
    from index import Article, Match

    Found = tuple[Sequence[Match], Article | None]
    """What was found, and the only article that was looked through, if it was one."""


class LookupActions:
    """Looks words up, and turns the pages of what was found."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def look_up(self, interaction: discord.Interaction, text: str, article: str | None) -> None:
        """Look words up in what the server quotes, or in one article of it; as private as answers are."""
        services = self._services
        async with interaction_context(services, interaction) as context:
            context.check_may_ask()
            query = LookupQuery.of(text)
            readable = services.worker.loaded_catalog(context.reach)
            if readable is not None:
                readable.names(article)  # a reason known at once is private, and counts for nothing
            origin = context.reach.origin
            with services.rate_limiter.counting(origin, context.settings):
                ticket = services.worker.admit_use(_work(query, article), reach=context.reach)
            with ticket:
                private = context.settings.private or context.reach.discreet
                await respond_first(lambda: interaction.response.defer(thinking=True, ephemeral=private))
                with services.unanswered.kept(interaction, origin, context.words.locale):
                    await _show(context, query, await services.worker.answer(ticket), page=0)

    async def turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        """Show another page: on the card of whoever looked up, to others on a copy of their own."""
        async with interaction_context(self._services, interaction) as context:
            context.check_may_ask()
            message = interaction.message
            text = bold_of(message) if message is not None else None
            article = (await context.catalog()).by_key(press.article) if press.article else None
            if message is None or text is None:
                raise RefusedError("answer-unknown")
            if press.article and article is None:
                raise RefusedError("read-gone")
            mine = _opened_by(message) == interaction.user.id and context.settings.known
            if message.flags.ephemeral:
                await respond_first(interaction.response.defer)
            elif mine:
                context = replace(context, reach=replace(context.reach, aloud=True))
                await respond_first(interaction.response.defer)
            else:
                await respond_first(lambda: interaction.response.defer(thinking=True, ephemeral=True))
            query = LookupQuery(text, phrase=press.pager is Pager.PHRASE)
            work = _work(query, article.name if article is not None else None)
            found = await self._services.worker.use(work, reach=context.reach)
            await _show(context, query, found, page=press.to)


def _work(query: LookupQuery, name: str | None) -> Callable[[Answering, ArticleCatalog], Found]:
    """Make what the library does for a look-up, in all articles or in the one of a name."""

    def look_up(library: Answering, catalog: ArticleCatalog) -> Found:
        matches = library.lookup(query.expression, articles=catalog.names(name))
        return matches, catalog.article(name) if name is not None else None

    return look_up


async def _show(context: InteractionContext, query: LookupQuery, found: Found, *, page: int) -> None:
    """Fill what was promised with what was found."""
    matches, article = found
    note = None if context.settings.known else context.words.say("settings-unknown")
    card = lookup_card(LookupResult(query, matches, article, page, note), context.words)
    await fill(context.interaction, card)


def _opened_by(message: discord.Message) -> int | None:
    return message.interaction_metadata.user.id if message.interaction_metadata is not None else None
