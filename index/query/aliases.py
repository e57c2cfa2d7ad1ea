"""A question with words that a library calls otherwise -> with the words that it uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.text.english import FUNCTION_WORDS
from index.text.folding import is_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_AFTER_NUMBER = re.compile(r"(?<!\w)\d[\d.,:]*\s?$")


class Aliases:
    """Words and what they mean; of those that several have, as the first one does.

    Made anew for each question: `re` keeps what it has compiled, and the rest takes a millisecond or two.

    Case makes no other word, except of one that is also a word such as "who" or "us": that has to be written
    as the alias is. After a number it is a unit ("5 pm") and no alias.
    """

    def __init__(self, aliases: Iterable[Mapping[str, str]]) -> None:
        self._meanings: dict[str, tuple[str, str]] = {}
        """Each alias, case folded, to how it is written and what it means."""
        for some in aliases:
            for alias, meaning in some.items():
                self._meanings.setdefault(_key(alias), (" ".join(alias.split()), meaning))
        longest_first = sorted((alias for alias, _ in self._meanings.values()), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_expression, longest_first)) or r"(?!)", re.IGNORECASE)

    def expanded(self, question: str) -> tuple[str, tuple[str, ...]]:
        """Put what its aliases mean in their place, the longest first.

        Returns:
            The question, and the meanings that were put into it, each once.

        """
        put: dict[str, None] = {}

        def meaning(match: re.Match[str]) -> str:
            written, means = self._meanings.get(_key(match.group()), ("", ""))
            other_word = _key(written) in FUNCTION_WORDS and match.group() != written
            if not written or other_word or _AFTER_NUMBER.search(question[: match.start()]):
                return match.group()
            put[means] = None
            return means

        return self._pattern.sub(meaning, question), tuple(put)


def _key(alias: str) -> str:
    return " ".join(alias.split()).casefold()


def _expression(alias: str) -> str:
    """Match an alias as whole words, where its script has spaces between them."""
    words = r"\s+".join(map(re.escape, alias.split()))
    before = r"(?<!\w)" if is_letter(alias[0]) else ""
    after = r"(?!\w)" if is_letter(alias[-1]) else ""
    return f"{before}{words}{after}"
