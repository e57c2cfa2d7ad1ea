"""Answer or Failure -> what Discord shows: one quiet card in components v2. Pure.

A card reads from top to bottom: the question, small; the verdict where there is doubt; the best sentence as a
block quote, its answering words bold; where it stands; the runners-up, small; a button to the source. Quotes
and places are separate texts, as a line right below a block quote would count as a part of it.

Discord allows 40 components and 4,000 characters of text in a message. Each part has a share of them, and
runners-up are left out where they would not fit; shares are in UTF-16 units, after escaping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import ButtonStyle, ui

from bot import words
from bot.links import source_link
from bot.text import escape, fit, marked, shorten, signs, width
from index import Verdict

if TYPE_CHECKING:
    from bot.errors import Failure
    from index import Answer, Article, Quote

MAX_TEXT = 4000
MAX_QUOTES = 3
QUESTION_SHARE, TITLE_SHARE, SENTENCE_SHARE = 400, 160, 400
BEST_SHARE, RUNNER_UP_SHARE = 2000, 420

ACCENTS = {Verdict.ANSWERED: 0x2E8B6F, Verdict.UNSURE: 0xC9973F, Verdict.NOT_FOUND: 0x80848E}
_VERDICTS = {Verdict.UNSURE: words.UNSURE, Verdict.NOT_FOUND: words.NOT_FOUND}


def answer_card(answer: Answer) -> ui.LayoutView:
    """Show an answer: at most three quotes, the best one first; for small talk, a hint how to ask."""
    if answer.small_talk:
        return note_card(words.SMALL_TALK)
    card: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[answer.verdict])
    card.add_item(ui.TextDisplay(f"-# {shorten(answer.question, QUESTION_SHARE)}"))
    verdict = _VERDICTS.get(answer.verdict) if answer.quotes else words.NOTHING
    if verdict is not None:
        card.add_item(ui.TextDisplay(escape(verdict)))
    if answer.quotes:
        claimed = answer.verdict is not Verdict.NOT_FOUND
        quotes = answer.quotes if claimed else [quote.unmarked() for quote in answer.quotes]
        best, *others = quotes[:MAX_QUOTES]
        card.add_item(ui.TextDisplay(f"> {_quoted(best, BEST_SHARE)}"))
        card.add_item(ui.TextDisplay(f"-# {_place(best)}"))
        _add_runners_up(card, others, best.article)
        link = _link(best)
        if link is not None:
            button: ui.Button[ui.LayoutView] = ui.Button(
                style=ButtonStyle.link, label=words.READ_ON, url=link
            )
            card.add_item(ui.ActionRow(button))
    return _view(card)


def failure_card(failure: Failure) -> ui.LayoutView:
    """Show why there is no answer."""
    return note_card(failure.sentence)


def note_card(sentence: str) -> ui.LayoutView:
    """Show one sentence of the bot's own."""
    card: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[Verdict.NOT_FOUND])
    return _view(card.add_item(ui.TextDisplay(shorten(sentence, SENTENCE_SHARE))))


def _view(card: ui.Container[ui.LayoutView]) -> ui.LayoutView:
    return ui.LayoutView(timeout=None).add_item(card)


def _add_runners_up(card: ui.Container[ui.LayoutView], quotes: list[Quote], best: Article) -> None:
    """Add the other quotes, small, as far as they fit; the best one's title is not repeated."""
    left = MAX_TEXT - sum(width(item.content) for item in card.children if isinstance(item, ui.TextDisplay))
    heading = f"-# {words.RUNNERS_UP}"
    left -= width(heading)
    texts: list[str] = []
    for quote in quotes:
        pair = [
            f"> -# {_quoted(quote, RUNNER_UP_SHARE)}",
            f"-# {_place(quote, link=_link(quote), titled=quote.article is not best)}",
        ]
        left -= sum(map(width, pair))
        if left < 0:
            break
        texts += pair
    if texts:
        card.add_item(ui.Separator())
        for text in [heading, *texts]:
            card.add_item(ui.TextDisplay(text))


def _quoted(quote: Quote, share: int) -> str:
    """Show a sentence as the article has it, on one line, the answering words bold."""
    ready = signs(quote.text)
    first, last = 0, 0
    if quote.answer is not None:
        first, last = quote.answer.start - quote.span.start, quote.answer.end - quote.span.start
    start, stop = fit(ready, share, around=(first, last))
    first, last = max(start, first), max(start, min(last, stop))
    before, answer, after = ("".join(ready[a:b]) for a, b in [(start, first), (first, last), (last, stop)])
    if answer.strip():
        answer = answer.replace(answer.strip(), f"**{answer.strip()}**")
    return marked(f"{before}{answer}{after}".strip(), start=start, stop=stop, length=len(ready))


def _place(quote: Quote, *, link: str | None = None, titled: bool = True) -> str:
    """Say where a quote stands: the article's title, the sentence's number; that number leads to the link."""
    where = words.place(quote.sentence, len(quote.article.sentences))
    where = where if titled else f"{where[:1].upper()}{where[1:]}"
    where = where if link is None else f"[{where}]({link})"
    return f"{shorten(quote.article.title, TITLE_SHARE)} · {where}" if titled else where


def _link(quote: Quote) -> str | None:
    return source_link(quote.article.url, quote.text)
