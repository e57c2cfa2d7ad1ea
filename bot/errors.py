"""What can go wrong between a person and the library.

VerbatimError             one sentence for the person who can mend it
├── BuildError            an index could not be built
├── ProcessDiedError      the process that builds ended, or was ended, before it was done
├── DiscordError          Discord refused the token, or cannot be reached
├── PreviewError          the preview cannot be opened
├── StateError            the database cannot be opened, read or written
│   └── ReplacedError     its file is not the one that was opened any more
├── StorageError          the storage of documents cannot be opened, read or written
│   └── ContentError      what it should hold is missing or damaged
└── NotNowError           the question was fine, only the moment was not
    ├── BusyError         too many questions are waiting
    ├── TooLateError      the deadline passed
    ├── WarmingUpError    the deadline passed while the library was still loading
    ├── AwayError         the database that it needs is away
    ├── StorageAwayError  the storage of documents cannot be reached
    ├── ClosingError      the bot is shutting down
    └── RefusedError      not here, not by this person, or not with this button
        ├── RateLimitError too much was asked in a short time
        ├── FullError     a library has no room for it
        └── LinkError     a link that is not read, or cannot be
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import VerbatimError

if TYPE_CHECKING:
    from collections.abc import Mapping


class BuildError(VerbatimError):
    """An index could not be built; the old one stays as it was."""


class ProcessDiedError(VerbatimError):
    """The process that builds cannot be started, or ended before it was done, or hung and was ended."""


class DiscordError(VerbatimError):
    """Discord refused the token, cannot be reached, or ended the connection for good."""


class PreviewError(VerbatimError):
    """The preview cannot be opened."""


class StateError(VerbatimError):
    """The database cannot be opened, read or written."""

    def __init__(self, message: str, *, refused: bool = False) -> None:
        super().__init__(message)
        self.refused = refused
        """Whether the database is there, but takes this one value for wrong: trying again would not help."""


class ReplacedError(StateError):
    """The database's file was deleted, or another one is in its place; it can be opened anew at once."""


class StorageError(VerbatimError):
    """The storage of documents cannot be opened, read or written."""


class ContentError(StorageError):
    """What the storage should hold under a digest is missing or damaged."""


class NotNowError(VerbatimError):
    """The question was fine, only the moment was not."""

    words_key: str
    """What the asker is told, in `bot.i18n.words`."""
    values: Mapping[str, str | int]
    """What that sentence needs filled in."""
    channels: tuple[int, ...] = ()
    """Channels that are shown after the sentence."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.values = {}


class BusyError(NotNowError):
    """More questions are waiting than can be answered in time.

    Args:
        seconds: after which there will be room.

    """

    words_key = "busy"

    def __init__(self, *, seconds: int) -> None:
        super().__init__(f"for about {seconds} s")
        self.values = {"seconds": seconds}


class TooLateError(NotNowError):
    """The deadline passed before the library answered."""

    words_key = "too-late"


class WarmingUpError(NotNowError):
    """The deadline passed while the library was still loading."""

    words_key = "warming-up"


class AwayError(NotNowError):
    """The database that it needs is away."""

    words_key = "away"


class StorageAwayError(NotNowError):
    """The storage of documents cannot be reached, or takes nothing more."""

    words_key = "storage-away"


class ClosingError(NotNowError):
    """The bot is shutting down and takes no more questions."""

    words_key = "closing"


class RefusedError(NotNowError):
    """What was asked is not done here, for this person, or any more; `words_key` says why."""

    def __init__(self, words_key: str, *, channels: tuple[int, ...] = (), **values: str | int) -> None:
        super().__init__(words_key)
        self.words_key = words_key
        self.channels = channels
        self.values = values


class RateLimitError(RefusedError):
    """Too much was asked in a short time."""

    def __init__(self, words_key: str, *, seconds: int, repeated: bool = False) -> None:
        super().__init__(words_key, seconds=seconds)
        self.seconds = seconds
        """After so many there is room again."""
        self.repeated = repeated
        """Whether the same was said already in these seconds."""


class FullError(RefusedError):
    """A server's library has no room for what would be added; `words_key` says what there is too much of."""


class LinkError(RefusedError):
    """A link that is not read, or cannot be; `words_key` is one of those that begin with `link-`."""
