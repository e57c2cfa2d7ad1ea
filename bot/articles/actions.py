"""What `/read`, `/articles` and the buttons under their cards do; all of it is for one person alone."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.articles.card import DIGITS, JumpForm, changed_card, list_card, reading_card
from bot.articles.pages import page_around, page_from, page_until
from bot.errors import RefusedError
from bot.interactions.context import interaction_context
from bot.library.catalog import text_key
from bot.ui.pager import Turn

if TYPE_CHECKING:
    import discord

    from bot.articles.pages import Page
    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.ui.pager import PagePress
    from index import Article


class ArticlesActions:
    """Shows articles, page by page, and the list of them."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def read(self, interaction: discord.Interaction, name: str | None, sentence: int | None) -> None:
        """Show an article from its start, or a sentence of it; the name may be left out for the only one."""
        async with interaction_context(self._services, interaction) as context:
            context.check_may_ask()
            articles = await _quoted(context, name)
            if not articles:
                raise RefusedError("articles-none")
            if len(articles) > 1:
                raise RefusedError("read-which")
            await _show(context, _page(articles[0], sentence))

    async def turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        """Show another page of an article, ask for a number, or say that the article has changed."""
        async with interaction_context(self._services, interaction) as context:
            context.check_may_ask()
            article = await _unchanged(context, press)
            if article is None:
                await _offer(context, press)
            elif press.turn is Turn.JUMP:
                typed = functools.partial(self.jump, press=press)
                await interaction.response.send_modal(JumpForm(len(article.sentences), context.words, typed))
            else:
                sentence = max(1, min(press.to, len(article.sentences)))
                back = press.turn is Turn.PREVIOUS
                await _show(context, page_until(article, sentence) if back else page_from(article, sentence))

    async def jump(self, interaction: discord.Interaction, typed: str, *, press: PagePress) -> None:
        """Show the page with the sentence whose number was typed."""
        async with interaction_context(self._services, interaction) as context:
            context.check_may_ask()
            article = await _unchanged(context, press)
            if article is None:
                await _offer(context, press)
            else:
                typed = typed.strip()
                known = typed.isdecimal() and len(typed) <= DIGITS
                await _show(context, _page(article, int(typed) if known else 0))

    async def list(self, interaction: discord.Interaction, page: int = 0) -> None:
        """Show which articles can be asked here."""
        async with interaction_context(self._services, interaction) as context:
            context.check_may_ask()
            await context.show(list_card(await _quoted(context, None), page, context.words))


async def _quoted(context: InteractionContext, name: str | None) -> tuple[Article, ...]:
    """Return the articles that are quoted here, or the one of a name."""
    catalog = await context.catalog()
    names = catalog.names(name) if name is not None else None
    return tuple(article for article in catalog.articles if names is None or article.name in names)


def _page(article: Article, sentence: int | None) -> Page:
    if sentence is None:
        return page_from(article, 1)
    if not 1 <= sentence <= len(article.sentences):
        raise RefusedError("sentence-unknown", sentences=len(article.sentences))
    return page_around(article, sentence)


async def _opened(context: InteractionContext, press: PagePress) -> Article:
    """Return the article that a button is about, as it is now."""
    article = (await context.catalog()).by_key(press.article)
    if article is None:
        raise RefusedError("read-gone")
    return article


async def _unchanged(context: InteractionContext, press: PagePress) -> Article | None:
    """Return the article that a button is about; None if its text is not the one that was shown."""
    article = await _opened(context, press)
    return article if text_key(article) == press.text else None


async def _offer(context: InteractionContext, press: PagePress) -> None:
    article = await _opened(context, press)
    await context.show(changed_card(article, text_key(article), press.to, context.words))


async def _show(context: InteractionContext, page: Page) -> None:
    await context.show(reading_card(page, text_key(page.article), context.words))
