"""A page of an article, the list of articles -> what Discord shows. Pure, but for the form's callback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.cards import ACCENTS
from bot.emphasis import HOLE, filled
from bot.links import page_link, source_link
from bot.pages import PagePress, Pager, Turn, name_key, page_button, page_row
from bot.text import escape, shorten, width
from bot.words import LANGUAGES
from index import Verdict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.reader_pages import Page
    from bot.words import Words
    from index import Article

TITLE_SHARE, LIST_SHARE, LINES = 160, 3400, 10
"""Of a title, of a page of the list, and how many articles that shows at most."""
_DIGITS = 9
_ACCENT = ACCENTS[Verdict.ANSWERED]


def reading_card(page: Page, key: str, words: Words) -> ui.LayoutView:
    """Show a page of an article; `key` is that of its text."""
    article, sentences = page.article, len(page.article.sentences)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_ACCENT)
    title = filled(words.say("read-title", title=HOLE), shorten(article.title, TITLE_SHARE))
    box.add_item(ui.TextDisplay(f"-# {title}"))
    box.add_item(ui.TextDisplay(page.text))
    if page.first == page.last:
        place = words.say("place", sentence=page.first, sentences=sentences)
    else:
        place = words.say("read-page", first=page.first, last=page.last, sentences=sentences)
    box.add_item(ui.TextDisplay(f"-# {escape(place)}"))
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    if page.first > 1 or page.last < sentences:
        begun, ended = page.first == 1, page.last == sentences
        for turn, to, disabled in (
            (Turn.FIRST, 1, begun),
            (Turn.PREVIOUS, max(1, page.first - 1), begun),
            (Turn.NEXT, min(sentences, page.last + 1), ended),
            (Turn.JUMP, page.first, False),
        ):
            press = PagePress(Pager.READING, turn, to, name_key(article.name), key)
            row.add_item(page_button(press, words, disabled=disabled))
    link = source_link(article.url, article.read(article.sentences[page.first - 1]))
    if link is not None:
        row.add_item(ui.Button(label=words.say("button-read-on"), url=link))
    if row.children:
        box.add_item(row)
    return _view(box)


def changed_card(article: Article, key: str, sentence: int, words: Words) -> ui.LayoutView:
    """Say that an article has changed since its page was shown, and offer to open it anew."""
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[Verdict.NOT_FOUND])
    said = words.say("read-changed", title=HOLE)
    box.add_item(ui.TextDisplay(filled(said, shorten(article.title, TITLE_SHARE))))
    press = PagePress(Pager.READING, Turn.OPEN, sentence, name_key(article.name), key)
    return _view(box.add_item(ui.ActionRow(page_button(press, words))))


class JumpForm(ui.Modal):
    """Asks for the number of a sentence."""

    def __init__(
        self, sentences: int, words: Words, given: Callable[[discord.Interaction, str], Awaitable[None]]
    ) -> None:
        super().__init__(title=words.say("read-jump-title"), timeout=600)
        self._number: ui.TextInput[JumpForm] = ui.TextInput(max_length=_DIGITS)
        self._given = given
        label = words.say("read-jump-label", sentences=sentences)
        self.add_item(ui.Label(text=label, component=self._number))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hand over what was typed."""
        await self._given(interaction, self._number.value)


def list_card(articles: Sequence[Article], page: int, words: Words) -> ui.LayoutView:
    """Show a page of the articles that can be asked, from 0; one after the last is the last one."""
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_ACCENT)
    pages = _list_pages([_line(article, words) for article in articles])
    if not pages:
        return _view(box.add_item(ui.TextDisplay(escape(words.say("articles-none")))))
    page = min(page, len(pages) - 1)
    box.add_item(ui.TextDisplay(f"### {escape(words.say('articles-title'))}"))
    box.add_item(ui.TextDisplay("\n".join(pages[page])))
    if len(pages) > 1:
        line = escape(words.say("articles-page", page=page + 1, pages=len(pages)))
        box.add_item(ui.TextDisplay(f"-# {line}"))
        box.add_item(page_row(Pager.ARTICLES, page, pages=len(pages), words=words))
    return _view(box)


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


def _view(box: ui.Container[ui.LayoutView]) -> ui.LayoutView:
    return ui.LayoutView(timeout=None).add_item(box)
