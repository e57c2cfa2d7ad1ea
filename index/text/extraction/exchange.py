"""What goes to the process that takes a file apart, and what comes back: JSON, checked when read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel, ConfigDict

from index.errors import ArticleError, Reason
from index.text.documents import Document

_STRICT = ConfigDict(extra="forbid", frozen=True)
MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What taking a file apart may take."""

    cpu_seconds: int = 60
    seconds: float = 120.0
    """By the clock, waiting for a processor included."""
    memory: int = 1024 * MIB
    """Bytes of address space, where the system can limit that (Linux)."""
    output: int = 64 * MIB
    """Bytes of the document as JSON."""


def in_mebibytes(size: int) -> tuple[str, dict[str, int]]:
    """Say a limit in bytes as a sentence does, and as the value of a `Reason`."""
    return f"{size / MIB:,.0f} MiB", {"mebibytes": max(1, round(size / MIB))}


class Request(BaseModel):
    """One line of JSON; the file's bytes follow it."""

    model_config = _STRICT

    name: str
    title: str | None
    url: str | None
    published: datetime.date | None
    language: str | None
    encoding: str | None
    limits: Limits


class Refusal(BaseModel):
    """Why there is no document, as `ArticleError` has it."""

    model_config = _STRICT

    message: str
    reason: Reason | None
    values: dict[str, int]

    @classmethod
    def of(cls, error: ArticleError) -> Self:
        """Put an error on its way."""
        return cls(message=str(error), reason=error.reason, values=dict(error.values))

    def error(self) -> ArticleError:
        """Make it an error again."""
        return ArticleError(self.message, self.reason, self.values)


class Outcome(BaseModel):
    """A document, or why there is none."""

    model_config = _STRICT

    document: Document | None = None
    refusal: Refusal | None = None
