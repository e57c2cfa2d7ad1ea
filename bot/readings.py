"""What `/read`, `/articles` and the buttons under their cards do; all of it is for one person alone."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.admitting import quotable
from bot.errors import RefusedError
from bot.pages import Turn, named
from bot.reader_cards import JumpForm, changed_card, list_card, reading_card
from bot.reader_pages import page_around, page_from, page_until
from bot.visits import visit

if TYPE_CHECKING:
    import discord

    from bot.pages import PagePress
    from bot.reader_pages import Page
    from bot.services import Services
    from bot.visits import Visit
    from index import Article


async def open_article(
    services: Services, interaction: discord.Interaction, name: str | None, sentence: int | None
) -> None:
    """Show an article from its start, or a sentence of it; the name may be left out for the only one."""
    async with visit(services, interaction) as own:
        own.admit()
        articles = _quoted(own, name)
        if not articles:
            raise RefusedError("articles-none")
        if len(articles) > 1:
            raise RefusedError("read-which")
        await _show(own, _page(articles[0], sentence))


async def turn(services: Services, interaction: discord.Interaction, press: PagePress) -> None:
    """Show another page of an article, ask for a number, or say that the article has changed."""
    async with visit(services, interaction) as own:
        own.admit()
        article = _unchanged(own, press)
        if article is None:
            await _offer(own, press)
        elif press.turn is Turn.JUMP:
            given = functools.partial(jump, services, press)
            await interaction.response.send_modal(JumpForm(len(article.sentences), own.words, given))
        else:
            sentence = max(1, min(press.to, len(article.sentences)))
            back = press.turn is Turn.PREVIOUS
            await _show(own, page_until(article, sentence) if back else page_from(article, sentence))


async def jump(services: Services, press: PagePress, interaction: discord.Interaction, typed: str) -> None:
    """Show the page with the sentence whose number was typed."""
    async with visit(services, interaction) as own:
        own.admit()
        article = _unchanged(own, press)
        if article is None:
            await _offer(own, press)
        else:
            typed = typed.strip()
            await _show(own, _page(article, int(typed) if typed.isdecimal() else 0))


async def list_articles(services: Services, interaction: discord.Interaction, page: int = 0) -> None:
    """Show which articles can be asked here."""
    async with visit(services, interaction) as own:
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
    article = named(own.shelf(), press.article)
    if article is None:
        raise RefusedError("read-gone")
    quotable(own.shelf(), own.settings, article.name)
    return article


def _unchanged(own: Visit, press: PagePress) -> Article | None:
    """Give the article that a button is about; None if its text is not the one that was shown."""
    article = _opened(own, press)
    return article if own.shelf().key(article) == press.text else None


async def _offer(own: Visit, press: PagePress) -> None:
    article = _opened(own, press)
    await own.show(changed_card(article, own.shelf().key(article), press.to, own.words))


async def _show(own: Visit, page: Page) -> None:
    await own.show(reading_card(page, own.shelf().key(page.article), own.words))
