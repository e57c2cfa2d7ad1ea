"""How well an answer's words match a gold answer's, as SQuAD measures it."""

from __future__ import annotations

import re
import string
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def normalised(text: str) -> list[str]:
    """Cut an answer into words as SQuAD does: lower case, without ASCII punctuation, then without articles.

    As in `evaluate-v2.0.py` of <https://rajpurkar.github.io/SQuAD-explorer/> (Rajpurkar et al., 2016).
    """
    bare = text.lower().translate(dict.fromkeys(map(ord, string.punctuation)))
    return re.sub(r"\b(a|an|the)\b", " ", bare).split()


def exact_match(answer: str, gold: str) -> float:
    """Return whether an answer is the gold one when both are normalised: 1 or 0."""
    return float(normalised(answer) == normalised(gold))


def f1(answer: str, gold: str) -> float:
    """Harmonic mean of the precision and recall of an answer's words; if either has none, exact match."""
    ours, golden = normalised(answer), normalised(gold)
    if not ours or not golden:
        return float(ours == golden)
    return 2 * (Counter(ours) & Counter(golden)).total() / (len(ours) + len(golden))


def best_overlap(answer: str, golds: Iterable[str]) -> tuple[float, float]:
    """Return the best exact match and the best F1 over the gold answers; without one, silence is right."""
    worded = [gold for gold in golds if normalised(gold)] or [""]
    return max(exact_match(answer, gold) for gold in worded), max(f1(answer, gold) for gold in worded)
