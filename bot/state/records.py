"""What the bot keeps, as values: nothing of an answer but places and ids; times are aware, in UTC."""

from __future__ import annotations

import datetime
import enum
import secrets
from dataclasses import dataclass

from index import Span, Verdict  # noqa: TC001 - bot/state reads the fields' types to store them

TEXT_KEPT = datetime.timedelta(days=30)
"""How long a question's own text is kept, at most."""
UNANSWERED_KEPT = datetime.timedelta(minutes=15)
"""How long it is kept where an answer is to go, at most: as long as Discord takes one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted sentence, as a place in an article at a certain state."""

    article: str
    """The article's name."""
    digest: str
    """SHA-256 of the article's text, in hex: the place means nothing in another text."""
    sentence: int
    """Counted from 1."""
    start: int
    end: int
    """Where the sentence stands in the article's text, in code points, the end excluded."""
    score: float
    answer: Span | None
    """The answering words, as offsets into the article's text."""
    also: tuple[Passage, ...] = ()
    """Where other articles say the same."""


@dataclass(frozen=True, slots=True)
class Record:
    """An answer that was given: all that its buttons need, also after a restart."""

    id: int
    """From `new_id`."""
    asked_at: datetime.datetime
    server: int | None
    """None in direct messages."""
    channel: int
    message: int | None
    """The bot's message with the answer; None until it is sent."""
    asker: int | None
    """None once the asker was forgotten."""
    question_message: int | None
    """The message that was answered; None for a command, and once the asker was forgotten."""
    private: bool
    """Whether only the asker sees the answer."""
    shared: bool
    """Whether a private answer has been shown to the channel."""
    verdict: Verdict
    confidence: float
    snapshot: str
    """Digest of the index that answered."""
    passages: tuple[Passage, ...]
    """As in the answer, best first."""
    locale: str
    """The language that the answer was shown in."""
    chosen: int | None = None
    """The id of the `ChosenAnswer` that came first; None where the library itself found the first passage."""


class LibraryChoice(enum.StrEnum):
    """Which libraries answer in a server."""

    OWN = "own"
    """The server's own."""
    SHARED = "shared"
    """The host's."""
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the managers of a server may choose."""

    channels: frozenset[int] | None = None
    """Where questions are answered: None is everywhere, an empty set nowhere."""
    roles: frozenset[int] | None = None
    """Who may ask: None is everybody, an empty set nobody."""
    private: bool = False
    """Whether answers to commands are for the asker alone."""
    mentions: bool = True
    """Whether mentioning the bot asks it."""
    follow_ups: bool = True
    """Whether a reply to an answer is understood together with its question."""
    articles: frozenset[str] = frozenset()
    """The names of the articles that may be quoted: all articles if none of these is there."""
    only_answered: bool = False
    """Whether what is unsure is shown as not found."""
    language: str | None = None
    """Of the bot's own words; None is each user's own."""
    gaps: bool = False
    """Whether questions without a good answer are kept for the managers."""
    user_rate: int | None = None
    server_rate: int | None = None
    """Questions a minute, of one user and of the whole server; None is the bot's default."""
    libraries: LibraryChoice = LibraryChoice.BOTH
    """What may be quoted, where the host offers both."""
    known: bool = True
    """Whether these were read; not kept. See `CAUTIOUS`."""


CAUTIOUS = ServerSettings(private=True, known=False)
"""How the bot behaves where nobody could read yet what a server has chosen: each is answered alone and told
why, and nothing is shared or kept as a gap."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people found an answer helpful, and how many did not."""

    up: int
    down: int

    def after(self, before: bool | None, vote: bool) -> Tally:  # noqa: FBT001 - True is a vote for it
        """Count a person's vote in the place of the one before, None if there was none."""
        up = self.up + (vote is True) - (before is True)
        return Tally(up=up, down=self.down + (vote is False) - (before is False))


@dataclass(frozen=True, slots=True)
class CountedVote:
    """What a vote came to."""

    tally: Tally
    changed: bool
    """Whether it is another than the person's last one; the first is. On an unknown answer, none is."""


class GapReason(enum.StrEnum):
    """Why a question is a gap."""

    NOT_FOUND = "not_found"
    DOWNVOTED = "downvoted"
    OUTVOTED = "outvoted"
    """Most votes were against the answer that managers had chosen."""
    CHANGED = "changed"
    """The article has changed of which managers had chosen the answer, or is gone."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that the articles did not answer well; nobody's name is on it."""

    question: str
    reason: GapReason
    asked_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """Where the answer to a question is to go that was taken and is not answered yet."""

    id: int
    """Of the interaction, or of the message that asked."""
    asked_at: datetime.datetime
    server: int | None
    channel: int
    application: int | None
    """The interaction's; None for a message."""
    token: str | None
    """The interaction's, encrypted."""
    locale: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much of a person was removed."""

    votes: int
    answers: int
    """Records that no longer say who asked."""
    documents: int = 0
    """Documents that no longer say who added them."""
    chosen: int = 0
    """Chosen answers that no longer say who chose them."""


def new_id() -> int:
    """Make an id that nobody can guess: 63 random bits, as databases' integers have a sign."""
    return secrets.randbits(63)
