"""An article -> pages of whole sentences that are pleasant to read. Pure; only what is near is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ui.markdown import CUT, emphasised, width
from index import Span

if TYPE_CHECKING:
    from index import Article

PAGE_SHARE = 2000
"""Of text on a page, in UTF-16 units after escaping; a sentence that is longer is cut."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some sentences of an article, one after the other; numbers count from 1."""

    article: Article
    first: int
    last: int
    asked: int | None = None
    """The sentence that somebody asked for, to be marked."""

    @property
    def text(self) -> str:
        """The sentences as Discord shows them, in the article's paragraphs, the one asked for bold."""
        parts = []
        for sentence in range(self.first, self.last + 1):
            if sentence > self.first:
                parts.append(_gap(self.article, sentence))
            parts.append(_shown(self.article, sentence, bold=sentence == self.asked))
        return "".join(parts).strip() or CUT


def page_from(article: Article, first: int, *, asked: int | None = None) -> Page:
    """Fill a page that begins with a sentence."""
    last, used = first, _size(article, first)
    while last < len(article.sentences) and used + (size := _size(article, last + 1)) <= PAGE_SHARE:
        last, used = last + 1, used + size
    return Page(article, first, last, asked)


def page_until(article: Article, last: int) -> Page:
    """Fill a page that ends with a sentence; the article's first page is filled from its start."""
    first, used = last, _size(article, last)
    while first > 1 and used + (size := _size(article, first - 1)) <= PAGE_SHARE:
        first, used = first - 1, used + size
    return page_from(article, 1) if first == 1 else Page(article, first, last)


def page_around(article: Article, asked: int) -> Page:
    """Fill a page with a sentence to be marked; it begins with its paragraph, if that is near."""
    first, before = asked, 0
    while first > 1 and not _begins_paragraph(article, first):
        first, before = first - 1, before + _size(article, first - 1)
        if before > PAGE_SHARE // 2 or before + _size(article, asked) > PAGE_SHARE:
            first = asked
            break
    return page_from(article, first, asked=asked)


def _shown(article: Article, sentence: int, *, bold: bool = False) -> str:
    text = article.read(article.sentences[sentence - 1])
    return emphasised(text, [Span(0, len(text))] if bold else [], PAGE_SHARE)


def _size(article: Article, sentence: int) -> int:
    return width(_shown(article, sentence)) + 2


def _begins_paragraph(article: Article, sentence: int) -> bool:
    return article.opens_paragraph(sentence - 1)


def _gap(article: Article, sentence: int) -> str:
    """Say what stands between a sentence, not the first, and the one before it: a new paragraph, a space."""
    if _begins_paragraph(article, sentence):
        return "\n\n"
    before, context = article.sentences[sentence - 2], article.sentences[sentence - 1]
    return " " if before.end < context.start else ""
