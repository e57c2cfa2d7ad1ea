"""Who asks "where" wants the nearest place: of two sentences that answer, the one that names it exactly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.text.english import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.models.protocols import Reading
    from index.retrieval.search import Scores

_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_BEHIND = 2.0
"""How far the more exact sentence may lie behind; scores are logits."""
_LOOKED_AT = 4
_LONGEST = 6
"""Words of an exact place, at most."""


def exact_place_first(
    question: str,
    order: Sequence[int],
    scores: Scores,
    read: Mapping[int, Reading],
    texts: Sequence[str],
) -> list[int]:
    """Put a sentence first whose place holds the first one's, as "Nara in central Japan" holds "Japan".

    Args:
        question: what was asked, in English.
        order: the sentences, best first.
        scores: of all sentences.
        read: what the reader said of them.
        texts: of all sentences.

    """
    places = list(order)
    if not _WHERE.search(question) or places[0] not in read:
        return places
    vague = _words(read[places[0]], texts[places[0]])
    for place in places[1:_LOOKED_AT]:
        if place not in read or read[place].over_none < 0 or scores[places[0]] - scores[place] > _BEHIND:
            continue
        exact = _words(read[place], texts[place])
        if vague and vague < exact and len(exact) <= _LONGEST:
            return [place, *(other for other in places if other != place)]
    return places


def _words(reading: Reading, text: str) -> set[str]:
    """Return the marked words that mean something."""
    return set(_WORD.findall(text[reading.start : reading.end].lower())) - FUNCTION_WORDS
