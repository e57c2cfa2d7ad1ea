"""What can go wrong, as a tree; every message says what was got, what was expected and what to do.

VerbatimError           exit code 2: wrong use or settings
├── ArticleError        exit code 1: the articles folder, or a file in it, cannot be used
├── QuestionSetError    exit code 1: a file of questions is malformed, or holds none
├── QuestionError       a question that cannot be asked
├── UsageError          flags that do not go together
├── SettingsError       a setting of the wrong kind
├── ModelError          the embedding model is missing, damaged or not what was expected
└── SnapshotError       the index on disk cannot be used as it is; building it again helps
    └── SnapshotMissing no index has been built there
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from pydantic import ValidationError


class VerbatimError(Exception):
    """An expected failure: its text is one sentence for the person who can mend it."""

    exit_code: ClassVar[int] = 2
    """What a command ends with: 1 when the data is at fault, 2 for wrong use or settings."""


class ArticleError(VerbatimError):
    """The articles folder, or a file in it, cannot be used."""

    exit_code: ClassVar[int] = 1


class QuestionSetError(VerbatimError):
    """A file of questions with their answers is malformed, or holds none."""

    exit_code: ClassVar[int] = 1


class QuestionError(VerbatimError):
    """A question that cannot be asked; `length` and `limit` are in characters, where they are the reason.

    The bot says the reason in the asker's language, so it goes by them and not by the text.
    """

    def __init__(self, message: str, *, length: int | None = None, limit: int | None = None) -> None:
        super().__init__(message)
        self.length = length
        self.limit = limit


class UsageError(VerbatimError):
    """A command was given what it cannot use."""


class SettingsError(VerbatimError):
    """A setting has a value of the wrong kind."""


class ModelError(VerbatimError):
    """The embedding model is missing, damaged or not what was expected."""


class SnapshotError(VerbatimError):
    """The index on disk cannot be used as it is; building it again helps."""


class SnapshotMissing(SnapshotError):
    """No index has been built at this place."""


class Problem(NamedTuple):
    """A value that is not what was expected."""

    path: str
    """Where it stands, its parts joined by dots; empty for the whole."""
    message: str
    got: object
    kind: str
    """Pydantic's name for it."""


def first_problem(error: ValidationError) -> Problem:
    """Return the first of the problems that pydantic found."""
    first = error.errors(include_url=False, include_context=False)[0]
    return Problem(".".join(map(str, first["loc"])), first["msg"], first["input"], first["type"])
