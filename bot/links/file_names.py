"""Where a page was found, and its media type -> the name of the file that is made of it. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from yarl import URL

from bot.documents.names import clean_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown")
_SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/xhtml+xml": _HTML,
    "text/html": _HTML,
    "text/markdown": _MARKDOWN,
    "text/x-markdown": _MARKDOWN,
    "text/plain": (".txt", ".text", *_MARKDOWN),  # as most servers send Markdown
}
"""What the names of files of a type may end with; the first one where a name ends with none of them."""


def file_name(url: str, content_type: str) -> str:
    """Name a file by the last part of where it was found, with an ending that says what it is."""
    page = URL(url)
    part = next((part for part in reversed(page.parts) if part.strip("/")), page.host or "")
    name, suffixes = clean_name(part), _SUFFIXES.get(content_type, ())
    if not suffixes or PurePosixPath(name).suffix.lower() in suffixes:
        return name
    return clean_name(f"{name}{suffixes[0]}")
