"""What `/read`, `/articles` and the buttons under their cards do; all of it is for one person alone."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.access.permissions import quotable
from bot.articles.card import JumpForm, changed_card, list_card, reading_card
from bot.articles.pages import page_around, page_from, page_until
from bot.errors import RefusedError
from bot.interactions.context import visit
from bot.ui.pager import Turn

if TYPE_CHECKING:
    import discord

    from bot.articles.pages import Page
    from bot.interactions.context import Visit
    from bot.interactions.services import Services
    from bot.ui.pager import PagePress
    from index import Article


class ArticlesActions:
    """Shows articles, page by page, and the list of them."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def read(self, interaction: discord.Interaction, name: str | None, sentence: int | None) -> None:
        """Show an article from its start, or a sentence of it; the name may be left out for the only one."""
        async with visit(self._services, interaction) as own:
            own.admit()
            articles = _quoted(own, name)
            if not articles:
                raise RefusedError("articles-none")
            if len(articles) > 1:
                raise RefusedError("read-which")
            await _show(own, _page(articles[0], sentence))

    async def turn(self, interaction: discord.Interaction, press: PagePress) -> None:
        """Show another page of an article, ask for a number, or say that the article has changed."""
        async with visit(self._services, interaction) as own:
            own.admit()
            article = _unchanged(own, press)
            if article is None:
                await _offer(own, press)
            elif press.turn is Turn.JUMP:
                typed = functools.partial(self.jump, press=press)
                await interaction.response.send_modal(JumpForm(len(article.sentences), own.words, typed))
            else:
                sentence = max(1, min(press.to, len(article.sentences)))
                back = press.turn is Turn.PREVIOUS
                await _show(own, page_until(article, sentence) if back else page_from(article, sentence))

    async def jump(self, interaction: discord.Interaction, typed: str, *, press: PagePress) -> None:
        """Show the page with the sentence whose number was typed."""
        async with visit(self._services, interaction) as own:
            own.admit()
            article = _unchanged(own, press)
            if article is None:
                await _offer(own, press)
            else:
                typed = typed.strip()
                await _show(own, _page(article, int(typed) if typed.isdecimal() else 0))

    async def list(self, interaction: discord.Interaction, page: int = 0) -> None:
        """Show which articles can be asked here."""
        async with visit(self._services, interaction) as own:
            own.admit()
            await own.show(list_card(_quoted(own, None), page, own.words))


def _quoted(own: Visit, name: str | None) -> tuple[Article, ...]:
    """Give the articles that are quoted here, or the one of a name."""
    shelf = own.shelf()
    allowed = quotable(shelf, own.settings, name)
    return tuple(article for article in shelf.articles if allowed is None or article.name in allowed)


def _page(article: Article, sentence: int | None) -> Page:
    if sentence is None:
        return page_from(article, 1)
    if not 1 <= sentence <= len(article.sentences):
        raise RefusedError("sentence-unknown", sentences=len(article.sentences))
    return page_around(article, sentence)


def _opened(own: Visit, press: PagePress) -> Article:
    """Give the article that a button is about, as it is now."""
    article = own.shelf().by_key(press.article)
    if article is None:
        raise RefusedError("read-gone")
    quotable(own.shelf(), own.settings, article.name)
    return article


def _unchanged(own: Visit, press: PagePress) -> Article | None:
    """Give the article that a button is about; None if its text is not the one that was shown."""
    article = _opened(own, press)
    return article if own.shelf().text_key(article) == press.text else None


async def _offer(own: Visit, press: PagePress) -> None:
    article = _opened(own, press)
    await own.show(changed_card(article, own.shelf().text_key(article), press.to, own.words))


async def _show(own: Visit, page: Page) -> None:
    await own.show(reading_card(page, own.shelf().text_key(page.article), own.words))
