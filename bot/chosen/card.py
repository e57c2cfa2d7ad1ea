"""A question and sentences -> the cards on which a manager chooses one, and sees what was chosen. Pure.

The question stands in the first, small line, and is read from there when something is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chosen.controls import ChosenAction, ChosenControl, ChosenPress, button
from bot.ui.header import Header
from bot.ui.layout import GREEN, card_view, plain, row
from bot.ui.markdown import HOLE, filled, shorten
from bot.ui.picks import option_text
from bot.ui.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.chosen.candidates import Candidate
    from bot.i18n.words import Words
    from bot.ui.layout import Item

SENTENCE_SHARE, TITLE_SHARE, WORDS_SHARE = 1_000, 100, 120


@dataclass(frozen=True, slots=True)
class Choice:
    """All that is shown to somebody who is to choose."""

    question: str
    candidates: Sequence[Candidate]
    looked_for: str | None = None
    """The words that the sentences have, or come closest to, if somebody typed some."""
    exact: bool = True
    """Whether the sentences have these words."""
    before: int | None = None
    """The id of what was chosen before, if something was."""
    shown: Candidate | None = None
    """That sentence, if it may be quoted here."""


def choice_card(choice: Choice, words: Words) -> ui.LayoutView:
    """Ask which sentence answers a question."""
    return card_view(_choice(choice, words))


def chosen_card(question: str, candidate: Candidate, chosen: int, words: Words) -> ui.LayoutView:
    """Say which sentence is quoted first from now on; `chosen` is the id of the chosen answer."""
    buttons = row(
        button(ChosenPress(ChosenAction.AGAIN, chosen), words.say("button-another-sentence")),
        _remove(chosen, words),
    )
    parts = [_asked(question), plain(words.say("chosen-now")), _quoted(candidate, words), buttons]
    return card_view(parts, colour=GREEN)


def removed_card(question: str, words: Words) -> ui.LayoutView:
    """Say that nothing is chosen any more, and offer to choose."""
    again = button(ChosenPress(ChosenAction.AGAIN), words.say("button-choose-sentence"))
    return card_view([_asked(question), plain(words.say("chosen-removed")), row(again)])


def _choice(choice: Choice, words: Words) -> Iterator[Item]:
    yield _asked(choice.question)
    if choice.before is not None:
        yield plain(words.say("chosen-so-far" if choice.shown is not None else "chosen-out-of-reach"))
        if choice.shown is not None:
            yield _quoted(choice.shown, words)
    yield plain(words.say("chosen-which"))
    if choice.looked_for is not None:
        said = words.say("chosen-found" if choice.exact else "chosen-closest", text=HOLE)
        yield ui.TextDisplay(f"-# {filled(said, shorten(choice.looked_for, WORDS_SHARE))}")
    if choice.candidates:
        yield row(_select(choice.candidates, words))
    else:
        yield plain(words.say("chosen-none"))
    find = button(ChosenPress(ChosenAction.FIND), words.say("button-another-sentence"))
    yield row(find, *([] if choice.before is None else [_remove(choice.before, words)]))


def _select(candidates: Sequence[Candidate], words: Words) -> ui.Item[Any]:
    press = ChosenPress(ChosenAction.CHOOSE)
    options = [
        discord.SelectOption(
            label=option_text(candidate.text) or str(candidate.sentence),
            value=candidate.value,
            description=option_text(_place(candidate, words)),
        )
        for candidate in candidates
    ]
    placeholder = words.say("button-choose-sentence")
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=press.custom_id, placeholder=placeholder, options=options
    )
    return ChosenControl(press, select)


def _asked(question: str) -> Item:
    return ui.TextDisplay(Header.of(question).markdown)


def _quoted(candidate: Candidate, words: Words) -> Item:
    where = f"{shorten(candidate.article.title, TITLE_SHARE)} · {_shown_place(candidate, words)}"
    return ui.TextDisplay(f"> {shorten(candidate.text, SENTENCE_SHARE)}\n-# {where}")


def _remove(chosen: int, words: Words) -> ui.Item[Any]:
    press = ChosenPress(ChosenAction.REMOVE, chosen)
    return button(press, words.say("button-remove"), style=discord.ButtonStyle.danger)


def _place(candidate: Candidate, words: Words) -> str:
    """Say where a sentence stands, its number first, as an option has little room."""
    article = candidate.article
    number = words.say("place", sentence=candidate.sentence, sentences=len(article.sentences))
    return f"{number} · {article.title}"


def _shown_place(candidate: Candidate, words: Words) -> str:
    return place_of(candidate.article, candidate.sentence, candidate.sentence, words)
