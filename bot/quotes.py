"""Quote -> the Markdown that shows it: a block quote on one line, its answering words bold. Pure.

A sentence that is too long for its share is cut around the answering words. Shares are in UTF-16 units, after
escaping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.text import fit, marked, shorten, signs

if TYPE_CHECKING:
    from index import Article, Quote, Span

ALONE_SHARE, AMONG_SHARE, SMALL_SHARE, NEIGHBOUR_SHARE = 1400, 420, 300, 400
"""Of a quote that stands alone, of one among several, of a small one, and of a sentence around a quote."""
_NEIGHBOURS = 2
"""So many sentences before and after are the context of a quote."""


def quoted(quote: Quote, share: int, *, bold: bool) -> str:
    """Show a sentence as the article has it, its answering words bold if wanted."""
    return f"> {_sentence(quote, share, bold=bold)}"


def quoted_small(quote: Quote) -> str:
    """Show a sentence in small type, nothing in it bold."""
    return f"> -# {_sentence(quote, SMALL_SHARE, bold=False)}"


def quoted_in_context(quote: Quote, *, bold: bool) -> str:
    """Show a sentence with its neighbours small around it."""
    sentences, this = quote.article.sentences, quote.sentence - 1
    before = sentences[max(0, this - _NEIGHBOURS) : this]
    after = sentences[this + 1 : this + 1 + _NEIGHBOURS]
    return "\n".join(
        [
            *(_neighbour(quote.article, span) for span in before),
            quoted(quote, ALONE_SHARE, bold=bold),
            *(_neighbour(quote.article, span) for span in after),
        ]
    )


def _neighbour(article: Article, span: Span) -> str:
    return f"> -# {shorten(article.read(span), NEIGHBOUR_SHARE)}"


def _sentence(quote: Quote, share: int, *, bold: bool) -> str:
    ready = signs(quote.text)
    first, last = 0, 0
    if quote.answer is not None:
        first, last = quote.answer.start - quote.span.start, quote.answer.end - quote.span.start
    start, stop = fit(ready, share, around=(first, last))
    first, last = max(start, first), max(start, min(last, stop))
    before, answer, after = ("".join(ready[a:b]) for a, b in [(start, first), (first, last), (last, stop)])
    if bold and answer.strip():
        answer = answer.replace(answer.strip(), f"**{answer.strip()}**")
    return marked(f"{before}{answer}{after}".strip(), start=start, stop=stop, length=len(ready))
