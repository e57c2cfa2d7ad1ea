"""The buttons that turn pages of look-ups, articles and their list; they work whatever was restarted.

A button's `custom_id` says what it turns, where to, and in which article: ids and numbers, never text.
"""

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import discord
from discord import ui

if TYPE_CHECKING:
    from bot.shelf import Shelf
    from bot.words import Words
    from index import Article


class Pager(enum.StrEnum):
    """What has pages."""

    WORDS = "words"
    """A look-up of words, which stand on its card."""
    PHRASE = "phrase"
    """Likewise of one phrase; the card leaves out its quotation marks."""
    ARTICLES = "articles"
    READING = "reading"


class Turn(enum.StrEnum):
    """What a button does."""

    FIRST = "first"
    PREVIOUS = "previous"
    NEXT = "next"
    LAST = "last"
    JUMP = "jump"
    """Asks for a number first."""
    OPEN = "open"
    """Opens anew what has changed."""


_LABELS = {
    Turn.FIRST: "button-first",
    Turn.PREVIOUS: "button-previous-page",
    Turn.NEXT: "button-next-page",
    Turn.LAST: "button-last",
    Turn.JUMP: "button-jump",
    Turn.OPEN: "button-open",
}
_TEMPLATE = re.compile(
    rf"page:(?P<pager>{'|'.join(Pager)}):(?P<turn>{'|'.join(Turn)}):(?P<to>[0-9]{{1,9}})"
    r":(?P<article>[0-9a-f]{0,16}):(?P<text>[0-9a-f]{0,16})"
)
_KEY = 16


@dataclass(frozen=True, slots=True)
class PagePress:
    """What a press of a button says."""

    pager: Pager
    turn: Turn
    to: int
    """A page's number from 0; in an article a sentence's number from 1, which a page back ends with."""
    article: str = ""
    """The article's `name_key`, if it is about one."""
    text: str = ""
    """The key of the article's text that the card shows, by `Shelf.key`."""

    @property
    def custom_id(self) -> str:
        """Say it in the form that Discord keeps."""
        return f"page:{self.pager}:{self.turn}:{self.to}:{self.article}:{self.text}"


class PageButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=_TEMPLATE):
    """A button that turns pages; the cog that listens to the pager's turns does it."""

    def __init__(self, press: PagePress, *, label: str | None = None, disabled: bool = False) -> None:
        super().__init__(ui.Button(label=label, custom_id=press.custom_id, disabled=disabled))
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, __: ui.Item[ui.LayoutView], found: re.Match[str]
    ) -> Self:
        """Make the button again from what Discord kept of it."""
        pager, turn = Pager(found["pager"]), Turn(found["turn"])
        return cls(PagePress(pager, turn, int(found["to"]), found["article"], found["text"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Have the press heard: `on_words_turn`, `on_phrase_turn`, `on_articles_turn`, `on_reading_turn`."""
        interaction.client.dispatch(f"{self.press.pager}_turn", interaction, self.press)


def page_button(press: PagePress, words: Words, *, disabled: bool = False) -> PageButton:
    """Make one button."""
    return PageButton(press, label=words.say(_LABELS[press.turn]), disabled=disabled)


def page_row(
    pager: Pager, page: int, *, pages: int, article: str = "", words: Words
) -> ui.ActionRow[ui.LayoutView]:
    """Make the buttons under a page, counted from 0."""
    last = pages - 1
    turns = [
        (Turn.FIRST, 0, page == 0),
        (Turn.PREVIOUS, max(0, page - 1), page == 0),
        (Turn.NEXT, min(last, page + 1), page == last),
        (Turn.LAST, last, page == last),
    ]
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    for turn, to, disabled in turns:
        row.add_item(page_button(PagePress(pager, turn, to, article), words, disabled=disabled))
    return row


def name_key(name: str) -> str:
    """Name an article in a few signs, whatever its text, as the file's name may be longer than an id may."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY]


def named(shelf: Shelf, key: str) -> Article | None:
    """Find an article by its `name_key`; None if it has gone."""
    return next((article for article in shelf.articles if name_key(article.name) == key), None)
