"""Answer or Failure -> what Discord shows: one quiet card in components v2. Pure.

A card reads from top to bottom: the question, small; the verdict where there is doubt; a sentence as a block
quote, its answering words bold, on request between its neighbours; where it stands and how sure that is; the
buttons. Where the article does not say, the closest passages are folded away behind a button.

Discord allows 40 components and 4,000 characters of text in a message. Each part has a share of them; shares
are in UTF-16 units, after escaping.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from discord import ui

from bot import controls
from bot.controls import Shown
from bot.links import source_link
from bot.records import Tally
from bot.text import escape, fit, marked, shorten, signs
from index import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.errors import Failure
    from bot.words import Words
    from index import Answer, Quote

QUESTION_SHARE, TITLE_SHARE, SENTENCE_SHARE = 400, 160, 400
QUOTE_SHARE, NEIGHBOUR_SHARE = 1400, 400
_NEIGHBOURS = 2
"""So many sentences before and after are the context of a quote."""

ACCENTS = {Verdict.ANSWERED: 0x2E8B6F, Verdict.UNSURE: 0xC9973F, Verdict.NOT_FOUND: 0x80848E}
AS_SENT, NO_VOTES = Shown(), Tally(0, 0)
_SURENESS = {Verdict.ANSWERED: "confidence-high", Verdict.UNSURE: "confidence-medium"}


@dataclass(frozen=True, slots=True)
class Header:
    """The small lines on top of a card, ready to be shown: the question first."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, question: str, *notes: str) -> Header:
        """Make the lines of a question and of what is to be said about it."""
        return cls((shorten(question, QUESTION_SHARE), *notes))

    @property
    def markdown(self) -> str:
        """The lines as Discord reads them."""
        return "\n".join(f"-# {line}" for line in self.lines)


@dataclass(frozen=True, slots=True)
class Card:
    """All that an answer's card shows."""

    answer: Answer
    header: Header
    id: int
    """Of the answer's record."""
    shown: Shown = AS_SENT
    tally: Tally = NO_VOTES
    deletable: bool = True
    sharable: bool = False


def answer_card(card: Card, words: Words) -> ui.LayoutView:
    """Show one of an answer's quotes, with the buttons that show more."""
    answer, shown = card.answer, card.shown
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[answer.verdict])
    box.add_item(ui.TextDisplay(card.header.markdown))
    missing = answer.verdict is Verdict.NOT_FOUND
    folded = missing and bool(answer.quotes) and not shown.unfolded
    quote = None if folded or not answer.quotes else answer.quotes[shown.passage]
    if missing:
        key = "verdict-not-found" if quote is None else "verdict-not-found-closest"
        box.add_item(ui.TextDisplay(escape(words.say(key))))
        quote = quote and quote.unmarked()
    elif answer.verdict is Verdict.UNSURE:
        box.add_item(ui.TextDisplay(escape(words.say("verdict-unsure"))))
    if quote is not None:
        box.add_item(ui.TextDisplay(_quoted(quote, context=shown.context)))
        box.add_item(ui.TextDisplay(f"-# {_place(quote, card, words)}"))
        link = source_link(quote.article.url, quote.text)
        passages = len(answer.quotes)
        box.add_item(controls.reading_row(card.id, shown, passages=passages, link=link, words=words))
    box.add_item(_row_below(card, words, folded=folded))
    return _view(box)


def failure_card(failure: Failure) -> ui.LayoutView:
    """Show why there is no answer."""
    return note_card(failure.sentence, channels=failure.channels)


def note_card(sentence: str, *, channels: Sequence[int] = ()) -> ui.LayoutView:
    """Show one sentence of the bot's own, and below it the channels that it is about."""
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[Verdict.NOT_FOUND])
    box.add_item(ui.TextDisplay(shorten(sentence, SENTENCE_SHARE)))
    if channels:
        box.add_item(ui.TextDisplay(" ".join(f"<#{channel}>" for channel in channels)))
    return _view(box)


def again_card(header: Header, reason: str, answer: int, words: Words) -> ui.LayoutView:
    """Show why an old answer is of no use any more, and offer to ask its question again."""
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENTS[Verdict.NOT_FOUND])
    box.add_item(ui.TextDisplay(header.markdown))
    box.add_item(ui.TextDisplay(escape(reason)))
    box.add_item(ui.ActionRow(controls.again_button(answer, words)))
    return _view(box)


def _view(box: ui.Container[ui.LayoutView]) -> ui.LayoutView:
    return ui.LayoutView(timeout=None).add_item(box)


def _row_below(card: Card, words: Words, *, folded: bool) -> ui.ActionRow[ui.LayoutView]:
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    if folded:
        row.add_item(controls.closest_button(card.id, card.shown, words))
    for button in controls.vote_buttons(card.id, card.shown, card.tally):
        row.add_item(button)
    if card.sharable:
        row.add_item(controls.share_button(card.id, card.shown, words))
    if card.deletable:
        row.add_item(controls.delete_button(card.id, card.shown, words))
    return row


def _quoted(quote: Quote, *, context: bool) -> str:
    """Show a sentence as the article has it, the answering words bold; its neighbours small around it."""
    lines = [_marked(quote)]
    if context:
        sentences, this = quote.article.sentences, quote.sentence - 1
        before = range(max(0, this - _NEIGHBOURS), this)
        after = range(this + 1, min(len(sentences), this + 1 + _NEIGHBOURS))
        small = {
            place: f"-# {shorten(quote.article.read(sentences[place]), NEIGHBOUR_SHARE)}"
            for place in (*before, *after)
        }
        lines = [*(small[place] for place in before), *lines, *(small[place] for place in after)]
    return "\n".join(f"> {line}" for line in lines)


def _marked(quote: Quote) -> str:
    """Put a sentence on one line, the answering words bold, cut around them where it is too long."""
    ready = signs(quote.text)
    first, last = 0, 0
    if quote.answer is not None:
        first, last = quote.answer.start - quote.span.start, quote.answer.end - quote.span.start
    start, stop = fit(ready, QUOTE_SHARE, around=(first, last))
    first, last = max(start, first), max(start, min(last, stop))
    before, answer, after = ("".join(ready[a:b]) for a, b in [(start, first), (first, last), (last, stop)])
    if answer.strip():
        answer = answer.replace(answer.strip(), f"**{answer.strip()}**")
    return marked(f"{before}{answer}{after}".strip(), start=start, stop=stop, length=len(ready))


def _place(quote: Quote, card: Card, words: Words) -> str:
    """Say where a quote stands, how sure the answer is, and which of the passages it is."""
    parts = [
        shorten(quote.article.title, TITLE_SHARE),
        escape(words.say("place", sentence=quote.sentence, sentences=len(quote.article.sentences))),
    ]
    sureness = _SURENESS.get(card.answer.verdict)
    if card.shown.passage:
        passages = len(card.answer.quotes)
        parts.append(escape(words.say("passage-of", passage=card.shown.passage + 1, passages=passages)))
    elif sureness is not None:
        parts.append(escape(words.say(sureness, percent=round(100 * card.answer.confidence))))
    return " · ".join(parts)
