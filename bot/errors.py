"""What can go wrong between a person and the library, and how each is told.

VerbatimError             one sentence for the person who can mend it
├── DiscordError          Discord refused the token, or cannot be reached
├── PreviewError          the preview cannot be opened
└── NotNowError           the question was fine, only the moment was not
    ├── BusyError         too many questions are waiting
    ├── TooLateError      the deadline passed
    ├── WarmingUpError    the deadline passed while the library was still loading
    └── ClosingError      the bot is shutting down
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from bot import words
from index import QuestionError, VerbatimError


class DiscordError(VerbatimError):
    """Discord refused the token, cannot be reached, or ended the connection for good."""


class PreviewError(VerbatimError):
    """The preview cannot be opened."""


class NotNowError(VerbatimError):
    """The question was fine, only the moment was not; the text is for the asker."""


class BusyError(NotNowError):
    """Too many questions are waiting."""

    def __init__(self) -> None:
        super().__init__(words.BUSY)


class TooLateError(NotNowError):
    """The deadline passed before the library answered."""

    def __init__(self) -> None:
        super().__init__(words.TOOK_TOO_LONG)


class WarmingUpError(NotNowError):
    """The deadline passed while the library was still loading."""

    def __init__(self) -> None:
        super().__init__(words.WARMING_UP)


class ClosingError(NotNowError):
    """The bot is shutting down and takes no more questions."""

    def __init__(self) -> None:
        super().__init__(words.CLOSING)


@dataclass(frozen=True, slots=True)
class Failure:
    """A question without an answer: what the asker reads, and what the log says."""

    sentence: str
    log: str
    reference: str | None = None
    """In both texts, so that a user's report leads to the line in the log; None for expected failures."""


def explain(error: Exception) -> Failure:
    """Say in one sentence why there is no answer; nothing of an unexpected error is shown to the asker."""
    match error:
        case QuestionError():
            return Failure(words.asked_wrongly(str(error)), f"refused a question: {error}")
        case NotNowError():
            return Failure(str(error), f"not answered: {type(error).__name__}")
        case _:
            reference = secrets.token_hex(3)
            log = f"failed to answer (reference {reference}): {type(error).__name__}: {error}"
            return Failure(words.went_wrong(reference), log, reference)
