"""The buttons that turn pages of look-ups, articles and their list; they work whatever was restarted.

A button says what it turns, where to, and in which article.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from bot.ui.custom_ids import CustomId, PressButton, choice, key, number
from bot.ui.layout import row

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words
    from bot.ui.layout import Row


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
_ID = CustomId("page", choice(Pager), choice(Turn), number(9), key(), key())


@dataclass(frozen=True, slots=True)
class PagePress:
    """What a press of a button says."""

    pager: Pager
    turn: Turn
    to: int
    """A page's number from 0; in an article a sentence's number from 1, which a page back ends with."""
    article: str = ""
    """The key of the article's name, if it is about one."""
    text: str = ""
    """The key of the article's text that the card shows."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.pager, self.turn, self.to, self.article, self.text)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_ID.read(found))


class PageButton(PressButton[PagePress], template=_ID.template, press=PagePress, event="page_turn"):
    """A button that turns pages; a press of it is the event `on_page_turn`, for the cog of what has pages."""


def page_button(press: PagePress, words: Words, *, disabled: bool = False) -> PageButton:
    """Make a button with the label of its turn."""
    return PageButton(press, label=words.say(_LABELS[press.turn]), disabled=disabled)


def page_row(pager: Pager, page: int, *, pages: int, article: str = "", words: Words) -> Row:
    """Make the buttons under a page, counted from 0."""
    last = pages - 1
    turns = [
        (Turn.FIRST, 0, page == 0),
        (Turn.PREVIOUS, max(0, page - 1), page == 0),
        (Turn.NEXT, min(last, page + 1), page == last),
        (Turn.LAST, last, page == last),
    ]
    return row(
        *(
            page_button(PagePress(pager, turn, to, article), words, disabled=disabled)
            for turn, to, disabled in turns
        )
    )
