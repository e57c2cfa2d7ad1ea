"""What a file is called -> a name that is safe to show, to write to, and to quote by. Pure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_BYTES = 200
"""As long as a name may be in UTF-8; file systems take 255, and copies get a number."""
_SUFFIX = 12
TITLE_LENGTH = 200
"""Characters of a title, at most."""
_NAMELESS = "document"
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""What Windows takes for something else than a file."""


def clean_name(name: str) -> str:
    """Return a file's name without folders, control characters and dots at its ends, and not too long."""
    last = re.split(r"[/\\]", name)[-1]
    printable = "".join(sign if sign.isprintable() else " " for sign in last)
    cleaned = " ".join(printable.split()).strip(". ")
    return _shortened(cleaned) or _NAMELESS


def clean_title(title: str) -> str:
    """Return a title on one line and not too long; empty where nothing can be seen of it."""
    printable = "".join(sign if sign.isprintable() else " " for sign in title)
    return " ".join(printable.split())[:TITLE_LENGTH].strip()


def unique_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names that any system takes for files of one folder, in the same order: none comes twice."""
    taken: set[str] = set()
    unique = []
    for name in names:
        safe = _DEVICES.sub(r"\1_", _FORBIDDEN.sub("_", clean_name(name)))
        path, number, candidate = PurePosixPath(safe), 1, safe
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{path.stem} ({number}){path.suffix}"
        taken.add(candidate.casefold())
        unique.append(candidate)
    return tuple(unique)


def _shortened(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    suffix = suffix if len(suffix.encode()) <= _SUFFIX else ""
    stem = name.removesuffix(suffix)
    cut = stem.encode()[: _BYTES - len(suffix.encode())].decode(errors="ignore")
    return name if cut == stem else f"{cut.rstrip('. ')}{suffix}"
