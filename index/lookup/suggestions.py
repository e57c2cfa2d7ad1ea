"""Names and phrases of articles -> those that complete what somebody begins to type."""

from __future__ import annotations

import heapq
import itertools
import re
import threading
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from index.lookup.phrases import Phrase, phrases_of
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.lookup.exact import FoldedArticle

_OPENING = "\"'「『"
_BEGINNING = re.compile(r"(?<!\S)\S|(?<=\W)\w")
_LAST = "\U0010ffff"
_BOOKS = 16
"""Selections of articles whose phrases are kept ready."""


_Book = tuple[list[tuple[str, Phrase]], list[tuple[str, int]]]
"""Phrases by rank, each with its folded text, and in alphabetical order what each may be found by, with its
rank."""


class Phrases:
    """The phrases of a library's articles, found by how they or their words begin."""

    def __init__(self, articles: Mapping[str, FoldedArticle]) -> None:
        self._folded = articles
        self._phrases: dict[str, dict[str, Phrase]] = {}
        self._books: dict[tuple[str, ...], _Book] = {}
        self._lock = threading.Lock()

    def beginning(self, typed: str, *, articles: tuple[str, ...]) -> Iterator[tuple[str, Phrase]]:
        """Find phrases of the articles of these names, with their folded texts; those of `complete`."""
        with self._lock:
            if articles not in self._books:
                if len(self._books) == _BOOKS:
                    del self._books[next(iter(self._books))]  # the oldest
                self._books[articles] = self._collect(articles)
            ranked, entries = self._books[articles]
        prefix = " ".join(fold(typed).split()).lstrip(_OPENING)
        if not prefix:
            return ((key, phrase) for key, phrase in ranked if phrase.name)
        first, last = bisect_left(entries, (prefix, 0)), bisect_left(entries, (prefix + _LAST, 0))
        return (ranked[place] for place in sorted({place for _, place in entries[first:last]}))

    def _collect(self, articles: tuple[str, ...]) -> _Book:
        """Rank all phrases, and sort what each may be found by, with its place in the ranking."""
        found: dict[str, Phrase] = {}
        for name in articles:
            if name not in self._phrases:
                self._phrases[name] = phrases_of(self._folded[name])
            _add(found, self._phrases[name].items())
        ranked = sorted(found.items(), key=_rank)
        entries = sorted(
            (key[word.start() :], place)
            for place, (key, _) in enumerate(ranked)
            for word in _BEGINNING.finditer(key)
        )
        return ranked, entries


def complete(
    sources: Sequence[tuple[Phrases, tuple[str, ...]]], typed: str, *, limit: int
) -> tuple[str, ...]:
    """Find phrases by how they or their words begin; the more frequent and then the earlier first.

    Args:
        sources: phrases, and the names of their articles that count, in order.
        typed: what they begin with; nothing means all names.
        limit: how many are found at most.

    """
    found = [phrases.beginning(typed, articles=names) for phrases, names in sources]
    if len(found) == 1:
        return tuple(phrase.text for _, phrase in itertools.islice(found[0], limit))
    together: dict[str, Phrase] = {}
    for some in found:
        _add(together, some)
    return tuple(phrase.text for _, phrase in heapq.nsmallest(limit, together.items(), key=_rank))


def _add(found: dict[str, Phrase], phrases: Iterable[tuple[str, Phrase]]) -> None:
    """Count phrases together with those that were found in articles before."""
    for key, phrase in phrases:
        known = found.setdefault(key, phrase)
        if known is not phrase:
            named = known.name or phrase.name
            found[key] = replace(known, count=known.count + phrase.count, name=named)


def _rank(found: tuple[str, Phrase]) -> int:
    return -found[1].count
