"""What `/lookup` and the buttons under its cards do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access.origin import where_of
from bot.access.permissions import quotable
from bot.errors import RefusedError
from bot.interactions.context import visit
from bot.lookup.card import LookedUp, Sought, bold_of, lookup_card
from bot.ui.pager import Pager

if TYPE_CHECKING:
    import discord

    from bot.interactions.context import Visit
    from bot.interactions.services import Services
    from bot.ui.pager import PagePress


class LookupActions:
    """Looks words up, and turns the pages of what was found."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def look_up(self, interaction: discord.Interaction, text: str, article: str | None) -> None:
        """Look words up in what the server quotes, or in one article of it; as private as answers are."""
        services = self._services
        async with visit(services, interaction) as own:
            own.admit()
            services.cooldowns.take(where_of(interaction), own.settings)
            if services.desk.open_shelf is not None:
                quotable(services.desk.open_shelf, own.settings, article)  # a reason known at once is private
            await interaction.response.defer(thinking=True, ephemeral=own.settings.private)
            await _show(own, Sought.of(text), article, page=0)

    async def turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        """Show another page: on the card of whoever looked up, to others on a copy of their own."""
        async with visit(self._services, interaction) as own:
            own.admit()
            message = interaction.message
            text = bold_of(message) if message is not None else None
            article = own.shelf().by_key(press.article) if press.article else None
            if message is None or text is None:
                raise RefusedError("answer-unknown")
            if press.article and article is None:
                raise RefusedError("read-gone")
            if message.flags.ephemeral or _opened_by(message) == interaction.user.id:
                await interaction.response.defer()
            else:
                await interaction.response.defer(thinking=True, ephemeral=True)
            sought = Sought(text, phrase=press.pager is Pager.PHRASE)
            await _show(own, sought, article.name if article is not None else None, page=press.to)


async def _show(own: Visit, sought: Sought, name: str | None, *, page: int) -> None:
    """Look up, and fill what was promised with what was found."""
    desk = own.services.desk
    shelf = await desk.shelf()
    articles = quotable(shelf, own.settings, name)
    matches = await desk.use(lambda library: library.lookup(sought.query, articles=articles))
    article = shelf.article(name) if name is not None else None
    card = lookup_card(LookedUp(sought, matches, article, page), own.words)
    await own.interaction.edit_original_response(view=card)


def _opened_by(message: discord.Message) -> int | None:
    return message.interaction_metadata.user.id if message.interaction_metadata is not None else None
