"""A page of an article, the list of articles -> what Discord shows. Pure, but for the form's callback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.i18n.words import LANGUAGES
from bot.library.catalog import name_key
from bot.ui.forms import Form
from bot.ui.layout import GREEN, card_view, plain, row, small, title
from bot.ui.links import page_link, source_link
from bot.ui.markdown import HOLE, escape, filled, shorten, width
from bot.ui.pager import PagePress, Pager, Turn, page_button, page_row
from bot.ui.places import place_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.articles.pages import Page
    from bot.i18n.words import Words
    from bot.ui.layout import Item
    from index import Article

TITLE_SHARE, LIST_SHARE, LINES = 160, 3400, 10
"""Of a title, of a page of the list, and how many articles that shows at most."""
DIGITS = 9
"""Of a sentence's number, at most."""


def reading_card(page: Page, key: str, words: Words) -> ui.LayoutView:
    """Show a page of an article; `key` is that of its text."""
    article = page.article
    heading = filled(words.say("read-title", title=HOLE), shorten(article.title, TITLE_SHARE))
    place = place_of(article, page.first, page.last, words)
    texts = (f"-# {heading}", page.text, f"-# {place}")
    parts: list[Item] = [ui.TextDisplay(text) for text in texts]
    buttons = _turns(page, key, words)
    return card_view([*parts, row(*buttons)] if buttons else parts, colour=GREEN)


def _turns(page: Page, key: str, words: Words) -> list[ui.Item[Any]]:
    """Make the buttons that turn pages, where there are several, and the link to its first sentence."""
    article, sentences = page.article, len(page.article.sentences)
    buttons: list[ui.Item[Any]] = []
    if page.first > 1 or page.last < sentences:
        begun, ended = page.first == 1, page.last == sentences
        for turn, to, disabled in (
            (Turn.FIRST, 1, begun),
            (Turn.PREVIOUS, max(1, page.first - 1), begun),
            (Turn.NEXT, min(sentences, page.last + 1), ended),
            (Turn.JUMP, page.first, False),
        ):
            press = PagePress(Pager.READING, turn, to, name_key(article.name), key)
            buttons.append(page_button(press, words, disabled=disabled))
    link = source_link(article.url, article.read(article.sentences[page.first - 1]))
    if link is not None:
        buttons.append(ui.Button(label=words.say("button-read-on"), url=link))
    return buttons


def changed_card(article: Article, key: str, sentence: int, words: Words) -> ui.LayoutView:
    """Say that an article has changed since its page was shown, and offer to open it anew."""
    said = filled(words.say("read-changed", title=HOLE), shorten(article.title, TITLE_SHARE))
    press = PagePress(Pager.READING, Turn.OPEN, sentence, name_key(article.name), key)
    return card_view([ui.TextDisplay(said), row(page_button(press, words))])


class JumpForm(Form):
    """Asks for the number of a sentence."""

    def __init__(
        self, sentences: int, words: Words, given: Callable[[discord.Interaction, str], Awaitable[None]]
    ) -> None:
        super().__init__(title=words.say("read-jump-title"), timeout=600)
        self._number: ui.TextInput[JumpForm] = ui.TextInput(max_length=DIGITS)
        self._given = given
        label = words.say("read-jump-label", sentences=sentences)
        self.add_item(ui.Label(text=label, component=self._number))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hand over what was typed."""
        await self._given(interaction, self._number.value)


def list_card(articles: Sequence[Article], page: int, words: Words) -> ui.LayoutView:
    """Show a page of the articles that can be asked, from 0; one after the last is the last one."""
    pages = _list_pages([_line(article, words) for article in articles])
    if not pages:
        return card_view([plain(words.say("articles-none"))], colour=GREEN)
    page = min(page, len(pages) - 1)
    parts: list[Item] = [title(words.say("articles-title")), ui.TextDisplay("\n".join(pages[page]))]
    if len(pages) > 1:
        parts.append(small(words.say("articles-page", page=page + 1, pages=len(pages))))
        parts.append(page_row(Pager.ARTICLES, page, pages=len(pages), words=words))
    return card_view(parts, colour=GREEN)


def _line(article: Article, words: Words) -> str:
    sentences = len(article.sentences)
    if article.published is None:
        said = words.say("articles-line-undated", title=HOLE, sentences=sentences)
    else:
        date = article.published.isoformat()
        said = words.say("articles-line", title=HOLE, sentences=sentences, date=date)
    title, link = shorten(article.title, TITLE_SHARE), page_link(article.url)
    language = escape(LANGUAGES.get(article.language, article.language))
    return f"- {filled(said, f'[{title}]({link})' if link else title)} · {language}"


def _list_pages(lines: Sequence[str]) -> list[list[str]]:
    pages: list[list[str]] = []
    used = 0
    for line in lines:
        if not pages or len(pages[-1]) == LINES or used + width(line) + 1 > LIST_SHARE:
            pages.append([])
            used = 0
        pages[-1].append(line)
        used += width(line) + 1
    return pages
