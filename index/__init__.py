"""Find the sentence of an article that answers a question, and quote it.

The public names are imported when they are first used: importing this package loads no model, reads no
file and takes no time, so that `--help` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.builds.messages import (
        BuildDone,
        BuildFailed,
        BuildProgress,
        DocumentFile,
        DocumentsBuild,
        FolderBuild,
        read_build_reply,
    )
    from index.errors import (
        ArticleError,
        ModelError,
        QuestionError,
        Reason,
        SettingsError,
        SnapshotError,
        SnapshotMissing,
        UsageError,
        VerbatimError,
    )
    from index.library import Library
    from index.loading import load, load_fresh, models_for
    from index.lookup.exact import Match
    from index.models.protocols import Encoder, Models
    from index.part import Part
    from index.query.cleaning import MAX_QUESTION_LENGTH, clean_question
    from index.query.followups import leans, standalone
    from index.store.builder import Report, build
    from index.store.freshness import sources_of, why_stale
    from index.text.aliases import MAX_ALIAS_LENGTH, MAX_MEANING_LENGTH
    from index.text.documents import Document
    from index.text.extraction.extracting import extract
    from index.text.formats.types import PLAIN_TEXT, Oddity, OddityKind
    from index.types import Answer, Article, ChosenSentence, Excerpt, Query, Quote, Span, Verdict

__version__ = "0.2.0"

__all__ = [
    "MAX_ALIAS_LENGTH",
    "MAX_MEANING_LENGTH",
    "MAX_QUESTION_LENGTH",
    "PLAIN_TEXT",
    "Answer",
    "Article",
    "ArticleError",
    "BuildDone",
    "BuildFailed",
    "BuildProgress",
    "ChosenSentence",
    "Document",
    "DocumentFile",
    "DocumentsBuild",
    "Encoder",
    "Excerpt",
    "FolderBuild",
    "Library",
    "Match",
    "ModelError",
    "Models",
    "Oddity",
    "OddityKind",
    "Part",
    "Query",
    "QuestionError",
    "Quote",
    "Reason",
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
    "extract",
    "leans",
    "load",
    "load_fresh",
    "models_for",
    "read_build_reply",
    "sources_of",
    "standalone",
    "why_stale",
]

_HOMES = {
    "index.builds.messages": (
        "BuildDone",
        "BuildFailed",
        "BuildProgress",
        "DocumentFile",
        "DocumentsBuild",
        "FolderBuild",
        "read_build_reply",
    ),
    "index.store.builder": ("Report", "build"),
    "index.store.freshness": ("sources_of", "why_stale"),
    "index.query.followups": ("leans", "standalone"),
    "index.text.aliases": ("MAX_ALIAS_LENGTH", "MAX_MEANING_LENGTH"),
    "index.library": ("Library",),
    "index.lookup.exact": ("Match",),
    "index.text.documents": ("Document",),
    "index.text.extraction.extracting": ("extract",),
    "index.text.formats.types": ("PLAIN_TEXT", "Oddity", "OddityKind"),
    "index.loading": ("load", "load_fresh", "models_for"),
    "index.part": ("Part",),
    "index.query.cleaning": ("MAX_QUESTION_LENGTH", "clean_question"),
    "index.models.protocols": ("Encoder", "Models"),
    "index.types": ("Answer", "Article", "ChosenSentence", "Excerpt", "Query", "Quote", "Span", "Verdict"),
}
"""Where the names come from; those that are not here are errors."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((home for home, names in _HOMES.items() if name in names), "index.errors")
    return getattr(importlib.import_module(home), name)
