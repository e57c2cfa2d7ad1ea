"""Find the sentence of an article that answers a question, and quote it.

The public names are imported when they are first used: importing this package loads no model, reads no
file and takes no time, so that `--help` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.building import Report, build, why_stale
    from index.errors import (
        ArticleError,
        ModelError,
        QuestionError,
        SettingsError,
        SnapshotError,
        SnapshotMissing,
        UsageError,
        VerbatimError,
    )
    from index.library import Library
    from index.opening import load, load_fresh
    from index.questions import clean_question
    from index.types import Answer, Article, Encoder, Quote, Span, Verdict

__all__ = [
    "Answer",
    "Article",
    "ArticleError",
    "Encoder",
    "Library",
    "ModelError",
    "QuestionError",
    "Quote",
    "Report",
    "SettingsError",
    "SnapshotError",
    "SnapshotMissing",
    "Span",
    "UsageError",
    "VerbatimError",
    "Verdict",
    "build",
    "clean_question",
    "load",
    "load_fresh",
    "why_stale",
]

_HOMES = {
    "index.building": ("Report", "build", "why_stale"),
    "index.library": ("Library",),
    "index.opening": ("load", "load_fresh"),
    "index.questions": ("clean_question",),
    "index.types": ("Answer", "Article", "Encoder", "Quote", "Span", "Verdict"),
}
"""Where the names come from; those that are not here are errors."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((home for home, names in _HOMES.items() if name in names), "index.errors")
    return getattr(importlib.import_module(home), name)
