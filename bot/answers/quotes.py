"""Excerpt -> the Markdown that shows it: a block quote on one line, its answering words bold. Pure.

What is too long for its share is cut around the answering words. Shares are in UTF-16 units, after escaping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.markdown import HOLE, emphasised, filled, shorten

if TYPE_CHECKING:
    from bot.i18n.words import Words
    from index import Article, Excerpt, Span

ALONE_SHARE, AMONG_SHARE, SMALL_SHARE, NEIGHBOUR_SHARE = 1400, 420, 300, 400
"""Of an excerpt that stands alone, of one among several, of a small one, and of a sentence around one."""
ALSO_SHARE = 60
"""Of the title of an article that says the same."""
LEAD_IN_SHARE = 120
"""Of what leads in: the line before a list or code, the header of a table."""
_NEIGHBOURS = 2
"""Sentences before and after an excerpt that are its context."""
_NAMED = 2
"""Articles that say the same which are named."""


def quoted(excerpt: Excerpt, share: int, *, bold: bool) -> str:
    """Show sentences as the article has them, their answering words bold if wanted, below what leads in."""
    lead_in = excerpt.lead_in
    above = "" if lead_in is None else f"> -# {shorten(excerpt.article.read(lead_in), LEAD_IN_SHARE)}\n"
    return f"{above}> {emphasised(excerpt.text, excerpt.answers, share, bold=bold)}"


def quoted_small(excerpt: Excerpt) -> str:
    """Show sentences in small type, nothing in them bold."""
    return f"> -# {emphasised(excerpt.text, excerpt.answers, SMALL_SHARE, bold=False)}"


def quoted_in_context(excerpt: Excerpt, *, bold: bool) -> str:
    """Show sentences with their neighbours small around them."""
    sentences, first, last = excerpt.article.sentences, excerpt.first - 1, excerpt.last
    before = sentences[max(0, first - _NEIGHBOURS) : first]
    after = sentences[last : last + _NEIGHBOURS]
    return "\n".join(
        [
            *(_neighbour(excerpt.article, span) for span in before),
            quoted(excerpt, ALONE_SHARE, bold=bold),
            *(_neighbour(excerpt.article, span) for span in after),
        ]
    )


def also_in(excerpt: Excerpt, words: Words) -> str:
    """Name the articles that say the same; an excerpt needs to have some."""
    named, more = excerpt.also[:_NAMED], len(excerpt.also) - _NAMED
    shown = "; ".join(dated(article, words, ALSO_SHARE) for article in named)
    said = (
        words.say("also-in-more", articles=HOLE, count=more)
        if more > 0
        else words.say("also-in", articles=HOLE)
    )
    return f"-# {filled(said, shown)}"


def dated(article: Article, words: Words, share: int) -> str:
    """Show an article's title, in so many units, and its date, if it has one."""
    title = shorten(article.title, share)
    if article.published is None:
        return title
    return filled(words.say("article-dated", title=HOLE, date=article.published.isoformat()), title)


def _neighbour(article: Article, span: Span) -> str:
    return f"> -# {shorten(article.read(span), NEIGHBOUR_SHARE)}"
