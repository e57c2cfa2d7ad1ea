"""What goes to the process that takes a file apart, and what comes back: JSON, checked when read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

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


class Request(BaseModel):
    """One line of JSON; the file's bytes follow it."""

    model_config = _STRICT

    name: str
    title: str | None
    url: str | None
    published: datetime.date | None
    language: str | None
    limits: Limits


class Outcome(BaseModel):
    """A document, or the sentence that says why there is none."""

    model_config = _STRICT

    document: Document | None = None
    problem: str | None = None
