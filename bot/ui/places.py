"""Where sentences stand, as people say it: below which headings, on which page, which of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.markdown import escape, shorten

if TYPE_CHECKING:
    from bot.i18n.words import Words
    from index import Article

PATH_SHARE = 120
"""Of all headings together, in UTF-16 units after escaping."""


def place_of(article: Article, first: int, last: int, words: Words) -> str:
    """Say where sentences stand, ready to be shown; numbers count from 1."""
    headings, pages = _headings(article, first), _pages(article, first, last, words)
    return " · ".join([*headings, *pages, _numbers(article, first, last, words)])


def _headings(article: Article, first: int) -> list[str]:
    """Name the headings above the first one, without one that only repeats the title."""
    path = article.path(first - 1)
    if path[:1] == (article.title,):
        path = path[1:]
    return [shorten(" › ".join(path), PATH_SHARE)] if path else []


def _pages(article: Article, first: int, last: int, words: Words) -> list[str]:
    begins, ends = article.page(first - 1), article.page(last - 1)
    if begins is None:
        return []
    if begins == ends:
        return [escape(words.say("place-page", page=begins))]
    return [escape(words.say("place-pages", first=begins, last=ends or begins))]


def _numbers(article: Article, first: int, last: int, words: Words) -> str:
    sentences = len(article.sentences)
    if first == last:
        return escape(words.say("place", sentence=first, sentences=sentences))
    return escape(words.say("places", first=first, last=last, sentences=sentences))
