"""A question as people may type it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_NO_QUESTION_MARK, _SLIP = 0.15, 0.05
"""How often."""
_LONG_ENOUGH_FOR_A_SLIP = 20


def typed(question: str, rng: random.Random) -> str:
    """Write a question now and then without its question mark, or with a slip."""
    if rng.random() < _NO_QUESTION_MARK:
        question = question.rstrip("?").rstrip()
    if rng.random() < _SLIP and len(question) > _LONG_ENOUGH_FOR_A_SLIP:
        place = rng.randrange(8, len(question) - 2)
        this, following = question[place], question[place + 1]
        if this.isalpha() and following.isalpha():
            slip = following + this if rng.random() < 0.5 else following
            question = question[:place] + slip + question[place + 2 :]
    return question
