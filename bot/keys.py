"""A text -> a few signs that name it, for what may not hold the text itself, such as the id of a button."""

from __future__ import annotations

import hashlib

KEY = 16
"""Hexadecimal digits of a key."""


def key_of(text: str) -> str:
    """Name a text in a few signs."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:KEY]
