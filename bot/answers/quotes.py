"""Excerpt -> the Markdown that shows it: a block quote on one line, its answering words bold. Pure.

What is too long for its share is cut around the answering words. Shares are in UTF-16 units, after escaping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.markdown import emphasised, shorten

if TYPE_CHECKING:
    from index import Article, Excerpt, Span

ALONE_SHARE, AMONG_SHARE, SMALL_SHARE, NEIGHBOUR_SHARE = 1400, 420, 300, 400
"""Of an excerpt that stands alone, of one among several, of a small one, and of a sentence around one."""
_NEIGHBOURS = 2
"""Sentences before and after an excerpt that are its context."""


def quoted(excerpt: Excerpt, share: int, *, bold: bool) -> str:
    """Show sentences as the article has them, their answering words bold if wanted."""
    return f"> {emphasised(excerpt.text, excerpt.answers, share, bold=bold)}"


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


def _neighbour(article: Article, span: Span) -> str:
    return f"> -# {shorten(article.read(span), NEIGHBOUR_SHARE)}"
