"""Sentences that several articles have, nearly word for word -> one quote, which says where else it stands.

How alike two sentences are letter by letter does not show that they say the same: of two rules, one may name
another number. So every word that differs has to be one that changes nothing.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from index.text.edits import changes, slips
from index.text.folding import fold
from index.types import Quote, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.retrieval.scope import Scope
    from index.retrieval.search import SearchScores

_COMPARED = 30
"""Sentences that are compared with one, those for which search says most nearly the same."""
_LONGER = 1.3
"""How many times as long as the other a sentence may be that says the same."""
_SENTENCE, _WORDS = 0, 3
"""Of the six z-scores, those of a sentence by itself."""
_WORD = re.compile(r"[-+−–]?\w*\d(?:[\w.,:/–-]*\w)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
"""A number with what is written in it, a word, or a sign."""
_SPEAKING = frozenset("%‰&@#/§")
"""Punctuation, to Unicode, that says something."""
_LONGER, _SHORT = 1.5, 10
"""A sentence that says the same is at most so many times as long as the other one and so many characters."""
_LIGHT = frozenset({"a", "an", "the", "also"})
"""Words that may be missing."""
_SPELT_OTHERWISE = 5
"""Letters of a word from which on a slip makes no other word, if it begins alike and is no name."""


def copies_of(place: int, found: SearchScores, scope: Scope) -> tuple[int, ...]:
    """Find the sentences of other articles that say the same as one; of each article the first.

    Returns:
        Their places in the scope, in reading order.

    """
    if len(scope.articles) == 1:
        return ()
    text, own, copies = scope.texts[place], scope.sentences[place][0].name, dict[str, int]()
    for other in _alike(place, found):
        article = scope.sentences[other][0].name
        if article not in {own, *copies} and says_the_same(text, scope.texts[other]):
            copies[article] = other
    return tuple(copies.values())


def _alike(place: int, found: SearchScores) -> list[int]:
    """Return the sentences whose own scores are nearest to those of one, in reading order."""
    own = found.zscores[[_SENTENCE, _WORDS]]
    distances = np.abs(own - own[:, [place]]).sum(axis=0)
    if len(distances) <= _COMPARED:
        return list(range(len(distances)))
    nearest: list[int] = np.sort(np.argpartition(distances, _COMPARED)[:_COMPARED]).tolist()
    return nearest


def says_the_same(text: str, other: str) -> bool:
    """Whether two sentences differ in nothing that could mean anything.

    Case, accents, quotation marks and punctuation do not, nor an article ("the"), nor a word spelt with one
    slip, unless it is short or a name. Numbers and other signs do.
    """
    if max(len(text), len(other)) > _LONGER * min(len(text), len(other)) + _SHORT:
        return False
    words, others = _words(text), _words(other)
    if not words or not others:
        return False
    return all(
        _is_harmless(None if went is None else words[went], None if came is None else others[came])
        for went, came in changes([fold(word) for word in words], [fold(word) for word in others])
    )


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not _is_silent(word)]


def _is_silent(word: str) -> bool:
    if len(word) > 1 or word in _SPEAKING:
        return False
    return word == "`" or unicodedata.category(word).startswith("P")


def _is_harmless(went: str | None, came: str | None) -> bool:
    """Whether a word may be another one, or (None) may not be there."""
    if went is None or came is None:
        return fold(went or came or "") in _LIGHT
    alike = went.isalpha() and went.islower() and came.islower() and went[0] == came[0]
    return alike and min(len(went), len(came)) >= _SPELT_OTHERWISE and slips(went, came) == 1


def quote_once(quote: Quote, copies: Sequence[int], scope: Scope, *, newest_first: bool = True) -> Quote:
    """Quote, of sentences that say the same, the newest; of several such, the one that was found best.

    Args:
        quote: the sentence that was found best.
        copies: the others, as places in the scope.
        scope: what may be quoted.
        newest_first: False quotes the given one, however old it is.

    """
    others = (Quote(*scope.sentences[place], quote.score) for place in copies)
    newest = sorted([quote, *others], key=_published, reverse=True)
    first = newest[0] if newest_first else quote
    also = [other for other in newest if other is not first]
    also = [replace(other, answer=None) for other in also]
    return replace(first, answer=_answer_in(first, quote), also=tuple(also))


def _published(quote: Quote) -> datetime.date:
    return quote.article.published or datetime.date.min


def _answer_in(quote: Quote, found: Quote) -> Span | None:
    """Find the words that answer in a copy of the sentence in which they were found."""
    if quote is found or found.answer is None:
        return found.answer
    words = found.article.read(found.answer)
    start = quote.article.text.find(words, quote.span.start, quote.span.end)
    return Span(start, start + len(words)) if start >= 0 else None
