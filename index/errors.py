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

import enum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError


class VerbatimError(Exception):
    """An expected failure: its text is one sentence for the person who can mend it."""

    exit_code: ClassVar[int] = 2
    """What a command ends with: 1 when the data is at fault, 2 for wrong use or settings."""


class Reason(enum.StrEnum):
    """Why a file cannot be read, for those who say it in other words; in brackets what belongs to it."""

    EMPTY = "empty"
    NUL = "nul"
    """Its text has a NUL character (`place`, an offset)."""
    ENCODING = "encoding"
    """It is text in no common encoding."""
    IMAGE = "image"
    MEDIA = "media"
    """A film, a recording, or an image."""
    PROGRAM = "program"
    DATABASE = "database"
    ARCHIVE = "archive"
    OLD_OFFICE = "old_office"
    """An Office file of an old kind, or a protected one."""
    RICH_TEXT = "rich_text"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    OTHER_DOCUMENT = "other_document"
    """A document or book of another kind than those that are read."""
    PASSWORD = "password"  # noqa: S105 - no secret
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    """It has no words, or they are in images."""
    NESTED = "nested"
    """It is nested too deeply."""
    TOO_SLOW = "too_slow"
    """Reading it takes too long (`seconds`, the limit)."""
    TOO_MUCH_TEXT = "too_much_text"
    """It holds too much text and structure (`mebibytes`, the limit)."""
    TOO_MUCH_MEMORY = "too_much_memory"
    """Reading it takes too much memory, if it is not damaged (`mebibytes`, the limit)."""
    UNPACKS = "unpacks"
    """It unpacks to too much (`mebibytes`, the limit)."""
    NAME = "name"
    """It has a name that no file can have (`limit`, the bytes that a name may have)."""
    NOT_NOW = "not_now"
    """This machine cannot read it at the moment."""


class ArticleError(VerbatimError):
    """The articles folder, or a file in it, cannot be used.

    Args:
        message: the sentence, in English.
        reason: why a file cannot be read, where that is one of the usual reasons.
        values: what belongs to the reason.

    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self, message: str, reason: Reason | None = None, values: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(message)
        self.reason = reason
        self.values: Mapping[str, int] = values or {}


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
