"""Answer -> what Discord shows: one quiet card in components v2. Pure.

A card reads from top to bottom: the question, small; the verdict where there is doubt; the sentences that
lead the answer as block quotes, their answering words bold, and below each where it stands, below the first
how sure it is; the buttons, which turn to one passage alone or show it between its neighbours. Where the
article does not seem to say, the closest passage is small, and a button unfolds them all.

Discord allows 40 components and 4,000 characters of text in a message. Each part has a share of them; shares
are in UTF-16 units, after escaping.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from discord import ui

from bot.answers import buttons
from bot.answers.buttons import Shown
from bot.answers.quotes import (
    ALONE_SHARE,
    AMONG_SHARE,
    also_in,
    dated,
    quoted,
    quoted_in_context,
    quoted_small,
)
from bot.state.records import Tally
from bot.ui.layout import AMBER, GREEN, GREY, card_view, plain, row
from bot.ui.links import source_link
from bot.ui.markdown import escape, shorten
from bot.ui.places import place_of
from index import Excerpt, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.i18n.words import Words
    from bot.ui.header import Header
    from bot.ui.layout import Item, Row
    from index import Answer

TITLE_SHARE = 160

COLOURS = {Verdict.ANSWERED: GREEN, Verdict.UNSURE: AMBER, Verdict.NOT_FOUND: GREY}
AS_SENT, NO_VOTES = Shown(), Tally(0, 0)
_SURENESS = {Verdict.ANSWERED: "confidence-high", Verdict.UNSURE: "confidence-medium"}


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
    titled: bool = True
    """With the articles' titles, which say nothing where there is only one article."""

    @property
    def folded(self) -> bool:
        """Whether there are passages that none has asked to see, as none answers."""
        missing = self.answer.verdict is Verdict.NOT_FOUND
        return missing and bool(self.answer.quotes) and not self.shown.unfolded

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """What is shown: the excerpts that lead the answer, until somebody turns to a passage."""
        if self.folded or self.shown == AS_SENT:
            return self.answer.leading
        passage = self.shown.passage
        return tuple(Excerpt((quote,)) for quote in self.answer.quotes[passage : passage + 1])


def answer_card(card: Card, words: Words) -> ui.LayoutView:
    """Show what leads an answer, or the one passage that was turned to, with the buttons that show more."""
    return card_view(_parts(card, words), colour=COLOURS[card.answer.verdict])


def again_card(header: Header, reason: str, answer: int, words: Words) -> ui.LayoutView:
    """Show why an old answer is of no use any more, and offer to ask its question again."""
    button = row(buttons.again_button(answer, words))
    return card_view([ui.TextDisplay(header.markdown), plain(reason), button])


def _parts(card: Card, words: Words) -> Iterator[Item]:
    answer, excerpts = card.answer, card.excerpts
    yield ui.TextDisplay(card.header.markdown)
    if answer.verdict is Verdict.NOT_FOUND:
        yield plain(words.say("verdict-not-found-closest" if excerpts else "verdict-not-found"))
    elif answer.verdict is Verdict.UNSURE:
        yield plain(words.say("verdict-unsure"))
    for text in _passages(card, words):
        yield ui.TextDisplay(text)
    if excerpts and not card.folded:
        link = source_link(excerpts[0].article.url, excerpts[0].text)
        passages = len(answer.quotes)
        yield buttons.reading_row(card.id, card.shown, passages=passages, link=link, words=words)
    yield _row_below(card, words)


def _row_below(card: Card, words: Words) -> Row:
    below = buttons.vote_buttons(card.id, card.shown, card.tally)
    if card.folded:
        below.insert(0, buttons.closest_button(card.id, card.shown, words))
    if card.sharable:
        below.append(buttons.share_button(card.id, card.shown, words))
    if card.deletable:
        below.append(buttons.delete_button(card.id, card.shown, words))
    return row(*below)


def _passages(card: Card, words: Words) -> Iterator[str]:
    """Show each excerpt, and below it where it stands; the title once if all are of one article."""
    excerpts, answered = card.excerpts, card.answer.verdict is Verdict.ANSWERED
    one_article = len({excerpt.article.name for excerpt in excerpts}) == 1
    for place, excerpt in enumerate(excerpts):
        if place > 0 and answered:
            yield f"-# {escape(words.say('also'))}"
        yield _quoted(excerpt, card, bold=answered or (place == 0 and card.answer.verdict is Verdict.UNSURE))
        parts = _place(excerpt, words, titled=card.titled and not (one_article and place > 0))
        if place == 0:
            parts += _standing(card, words)
        yield f"-# {' · '.join(parts)}"
        if excerpt.also and not card.folded:
            yield also_in(excerpt, words)


def _quoted(excerpt: Excerpt, card: Card, *, bold: bool) -> str:
    if card.folded:
        return quoted_small(excerpt)
    if card.shown.context:
        return quoted_in_context(excerpt, bold=bold)
    return quoted(excerpt, ALONE_SHARE if len(card.excerpts) == 1 else AMONG_SHARE, bold=bold)


def _place(excerpt: Excerpt, words: Words, *, titled: bool) -> list[str]:
    """Say where an excerpt stands."""
    article = excerpt.article
    place = place_of(article, excerpt.first, excerpt.last, words)
    if not titled:
        return [place]
    title = dated(article, words, TITLE_SHARE) if excerpt.also else shorten(article.title, TITLE_SHARE)
    return [title, place]


def _standing(card: Card, words: Words) -> list[str]:
    """Say how sure the answer is, or who chose it, or which of its passages was turned to."""
    if card.shown.passage:
        passages = len(card.answer.quotes)
        return [escape(words.say("passage-of", passage=card.shown.passage + 1, passages=passages))]
    if card.answer.chosen is not None:
        return [escape(words.say("chosen-by-managers"))]
    sureness = _SURENESS.get(card.answer.verdict)
    if sureness is None:
        return []
    return [escape(words.say(sureness, percent=round(100 * card.answer.confidence)))]
