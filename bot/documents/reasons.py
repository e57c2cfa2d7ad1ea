"""Why a file cannot be read -> the refusal that says it in each language. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import RefusedError
from index import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index import ArticleError

REASONS: Mapping[Reason, str] = {
    Reason.EMPTY: "unreadable-empty",
    Reason.NUL: "unreadable-nul",
    Reason.ENCODING: "unreadable-encoding",
    Reason.IMAGE: "unreadable-image",
    Reason.MEDIA: "unreadable-media",
    Reason.PROGRAM: "unreadable-program",
    Reason.DATABASE: "unreadable-database",
    Reason.ARCHIVE: "unreadable-archive",
    Reason.OLD_OFFICE: "unreadable-old-office",
    Reason.RICH_TEXT: "unreadable-rich-text",
    Reason.SPREADSHEET: "unreadable-spreadsheet",
    Reason.PRESENTATION: "unreadable-presentation",
    Reason.OTHER_DOCUMENT: "unreadable-other-document",
    Reason.PASSWORD: "unreadable-password",
    Reason.DAMAGED: "unreadable-damaged",
    Reason.NO_TEXT: "unreadable-no-text",
    Reason.NESTED: "unreadable-nested",
    Reason.TOO_SLOW: "unreadable-too-slow",
    Reason.TOO_MUCH_TEXT: "unreadable-too-much-text",
    Reason.TOO_MUCH_MEMORY: "unreadable-too-much-memory",
    Reason.UNPACKS: "unreadable-unpacks",
    Reason.NAME: "unreadable-name",
    Reason.NOT_NOW: "unreadable-not-now",
}


def refusal_of(name: str, error: ArticleError) -> RefusedError:
    """Say why the file of a name cannot be read; where it is no usual reason, in English."""
    if error.reason is None:
        reason = str(error).removeprefix(name).strip()
        return RefusedError("document-unreadable", name=name, reason=reason)
    refusal = RefusedError(REASONS[error.reason])
    refusal.values = {"name": name, **error.values}
    return refusal
