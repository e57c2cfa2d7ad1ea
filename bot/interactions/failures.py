"""An error -> what the person reads, and what the log says."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import BusyError, NotNowError, RateLimitError
from bot.ui.layout import note_card
from index import QuestionError

if TYPE_CHECKING:
    from discord.ui import LayoutView

    from bot.i18n.words import Words


_REPEATED = 100
"""Characters of what somebody typed that a refusal repeats, so that its own words are always seen."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A question without an answer: what the asker reads, and what the log says."""

    sentence: str
    log: str
    reference: str | None = None
    """In both texts, so that a user's report leads to the line in the log; None for expected failures."""
    level: int = logging.INFO
    """Of the line in the log."""
    channels: tuple[int, ...] = ()
    """Shown after the sentence, as mentions."""


def explain(error: Exception, words: Words) -> Failure:
    """Say in one sentence why there is no answer; nothing of an unexpected error is shown to the asker."""
    match error:
        case QuestionError():
            return Failure(_asked_wrongly(error, words), f"refused a question: {error}")
        case NotNowError():
            values = {name: _repeated(value) for name, value in error.values.items()}
            sentence = words.say(error.words_key, **values)
            log = f"not answered: {type(error).__name__} {error}".rstrip()
            level = logging.DEBUG if _one_of_many(error) else logging.INFO
            return Failure(sentence, log, level=level, channels=error.channels)
        case _:
            reference = secrets.token_hex(3)
            log = f"failed to answer (reference {reference}): {type(error).__name__}: {error}"
            return Failure(words.say("went-wrong", reference=reference), log, reference)


def failure_card(failure: Failure) -> LayoutView:
    """Show why there is no answer."""
    return note_card(failure.sentence, channels=failure.channels)


def _asked_wrongly(error: QuestionError, words: Words) -> str:
    match error:
        case QuestionError(length=0):
            return words.say("question-empty")
        case QuestionError(length=int(length), limit=int(limit)):
            return words.say("question-too-long", length=length, limit=limit)
        case _:
            return words.say("question-refused")


def _one_of_many(error: NotNowError) -> bool:
    """Whether the log says already that such errors occur: once a crowd and once a person's minute."""
    return isinstance(error, BusyError) or (isinstance(error, RateLimitError) and error.repeated)


def _repeated(value: str | int) -> str | int:
    if isinstance(value, int) or len(value) <= _REPEATED:
        return value
    return f"{value[: _REPEATED - 1].rstrip()}…"
