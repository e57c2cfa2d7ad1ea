"""What a person reads, by simcord's parser of Discord's Markdown; only here are its private names used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simcord.preview._markdown import markdown_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

_EVERYTHING: dict[str, Any] = {
    "users": {"123": "someone"},
    "roles": {"123": "some role"},
    "channels": {"123": "some-channel"},
    "everyone": True,
    "commands": {"123": "ask"},
    "emojis": {"123": {"name": "drum", "animated": False}},
}


def kinds_and_text(markdown: str) -> tuple[set[str], str]:
    """Parse a text display: the kinds of tokens in it, and the text that they show."""
    kinds: set[str] = set()
    parts: list[str] = []

    def visit(tokens: Iterable[Any]) -> None:
        for token in tokens:
            kinds.add(token["type"])
            parts.append(token.get("content", "\n" if token["type"] == "break" else ""))
            visit(token.get("children") or [])

    visit(markdown_tokens(markdown, "text_display", context=_EVERYTHING))
    return kinds, "".join(parts)


def unescaped(markdown: str) -> str:
    """Undo backslash escapes, as Discord does."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown)
