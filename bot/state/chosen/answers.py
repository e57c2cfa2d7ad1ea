"""The answers that managers chose, as values; the question is the only text that is kept of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from bot.state.records import Tally

MOST_CHOSEN = 500
"""Chosen answers of a server: each is compared with every question that is asked there."""
_VOTES = 3
"""With fewer, nothing is decided."""


@dataclass(frozen=True, slots=True)
class ChosenAnswer:
    """A sentence that a manager chose for a question, as a place in an article at a certain state."""

    id: int
    """From `new_id`; another one whenever somebody chooses anew."""
    server: int
    question: str
    """Cleaned, and to be understood without any other."""
    article: str
    """The article's name."""
    digest: str
    """SHA-256 of the article's text, in hex: the place means nothing in another text."""
    sentence: int
    """Counted from 1."""
    start: int
    end: int
    """Where the sentence stands in the article's text, in code points, the end excluded."""
    chosen_by: int | None
    """None once they were forgotten."""
    chosen_at: datetime.datetime

    @property
    def key(self) -> str:
        """The question as all spellings have it that differ in case and spaces alone."""
        return question_key(self.question)


class ChosenRefusal(enum.StrEnum):
    """Why an answer was not kept."""

    FULL = "full"
    """The server has chosen as many as it may."""


def question_key(question: str) -> str:
    """Write a question as all spellings have it that differ in case and spaces alone."""
    return " ".join(question.casefold().split())


def chosen_for(answers: Iterable[ChosenAnswer], question: str) -> ChosenAnswer | None:
    """Find what was chosen for this very question."""
    key = question_key(question)
    return next((answer for answer in answers if answer.key == key), None)


def is_outvoted(tally: Tally) -> bool:
    """Whether the votes on all answers that showed it are against it; each person has one."""
    return tally.up + tally.down >= _VOTES and tally.down > tally.up
