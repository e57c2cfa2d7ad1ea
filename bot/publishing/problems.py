"""Why a server's library is not what it should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from bot.errors import NotNowError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import VerbatimError

_NAMED = 3
"""Documents that are named, at most."""


@dataclass(frozen=True, slots=True)
class LibraryProblem:
    """A reason, for the log and for whoever looks after the library."""

    text: str
    """One sentence in English."""
    words_key: str
    """What people are told, in `bot.i18n.words`."""
    values: Mapping[str, str | int] = field(default_factory=dict)
    """What that sentence needs filled in."""

    @classmethod
    def all_lost(cls) -> Self:
        """Say that the storage has none of the documents."""
        return cls("all of its documents are lost: add them again", "library-all-lost")

    @classmethod
    def some_lost(cls, names: Sequence[str]) -> Self:
        """Say that documents of these names cannot be read back from the storage."""
        named = ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        text = f"documents are lost: {', '.join(names)}: add them again"
        return cls(text, "library-some-lost", {"names": named})

    @classmethod
    def of(cls, error: VerbatimError) -> Self:
        """Say what went wrong, in English where there are no words for it in other languages."""
        if isinstance(error, NotNowError):
            return cls(str(error) or error.words_key, error.words_key, error.values)
        return cls(str(error), "library-failed", {"reason": str(error)})
