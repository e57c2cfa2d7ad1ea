"""Aliases as managers write them, a line each: `PM = prime minister`. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import RefusedError
from bot.ui.markdown import width
from index import MAX_ALIAS_LENGTH, MAX_MEANING_LENGTH, QuestionError, clean_question

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 200
"""Aliases that a server may have."""
LENGTH = 4_000
"""Characters of all lines together, as Discord has it, in UTF-16 units."""
_SIGN = re.compile("[=＝]")


@dataclass(frozen=True, slots=True)
class WrittenAliases:
    """What was read in lines."""

    aliases: Mapping[str, str]
    refusals: tuple[RefusedError, ...]
    """Why lines, or all of them, cannot be kept; each says one reason."""


def read_aliases(text: str) -> WrittenAliases:
    """Read lines; empty ones mean nothing."""
    aliases: dict[str, str] = {}
    seen: dict[str, int] = {}
    refusals: list[RefusedError] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        read = _read(number, line)
        if isinstance(read, RefusedError):
            refusals.append(read)
            continue
        alias, meaning = read
        first = seen.setdefault(alias.casefold(), number)
        if first == number:
            aliases[alias] = meaning
        else:
            refusals.append(RefusedError("aliases-line-twice", number=number, text=alias, first=first))
    if len(aliases) > MOST:
        refusals.append(RefusedError("aliases-too-many", count=len(aliases), limit=MOST))
    if (length := width(write_aliases(aliases))) > LENGTH:
        refusals.append(RefusedError("aliases-too-long", length=length, limit=LENGTH))
    return WrittenAliases(aliases, tuple(refusals))


def write_aliases(aliases: Mapping[str, str]) -> str:
    """Write aliases as lines."""
    return "\n".join(f"{alias} = {meaning}" for alias, meaning in aliases.items())


def fitting(aliases: Mapping[str, str]) -> dict[str, str]:
    """Return the first aliases of which all lines have room in a form."""
    shown: dict[str, str] = {}
    for alias, meaning in aliases.items():
        if width(write_aliases(shown | {alias: meaning})) > LENGTH:
            break
        shown[alias] = meaning
    return shown


def _read(number: int, line: str) -> tuple[str, str] | RefusedError:
    """Read a line, or say what is wrong with it."""
    sides = []
    for side, limit in zip(
        _SIGN.split(line, maxsplit=1), (MAX_ALIAS_LENGTH, MAX_MEANING_LENGTH), strict=False
    ):
        words = side.strip()
        if len(words) > limit:
            return RefusedError(
                "aliases-line-long", number=number, text=words, length=len(words), limit=limit
            )
        try:
            sides.append(clean_question(words))  # as questions are, in which it is to be found
        except QuestionError:
            break  # nothing is there that could be seen
    if len(sides) < 2:
        return RefusedError("aliases-line-wrong", number=number, text=line.strip())
    return sides[0], sides[1]
