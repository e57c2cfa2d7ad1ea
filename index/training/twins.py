"""An answerable question -> its twin: almost the same, but what it asks is not answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.training.swaps import condition, negate, other_role, swap_name, swap_word
from index.training.words import has, replaced
from index.types import Span

if TYPE_CHECKING:
    import random

    from index.training.neighbours import Neighbours
    from index.training.swaps import Item

_KINDS = {"name": 50, "word": 30, "condition": 7, "role": 8, "negation": 5}
"""How often each kind of change is tried, in percent."""
_TRIES = 4
_IN_WINDOW, _IN_BOTH = 0.21, 0.42
"""Of the swaps of what both hold, this share changes the window alone, and the rest up to here both."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A changed question, a changed window, or both."""

    question: str
    window: str
    answer: Span | None
    """None: not answered. Where both were changed alike, the answer stays one, so that a word that looks
    out of place is no sign of an unanswerable question."""
    kind: str


def make_twin(item: Item, neighbours: Neighbours, rng: random.Random) -> Twin | None:
    """Change a question, if there is something to change."""
    for _ in range(_TRIES):
        (kind,) = rng.choices(list(_KINDS), list(_KINDS.values()))
        if kind in ("name", "word"):
            swap = (swap_name if kind == "name" else swap_word)(item, neighbours, rng)
            if swap:
                return _swapped(item, *swap, kind, rng)
            continue
        made = {
            "condition": lambda: condition(item, rng),
            "role": lambda: other_role(item, rng),
            "negation": lambda: negate(item),
        }[kind]()
        if made and made != item.question:
            return Twin(made, item.window, None, kind)
    return None


def _swapped(item: Item, old: str, new: str, kind: str, rng: random.Random) -> Twin:
    """Put the new words into the question, the window, or both; the answer's own words stay."""
    before, after = item.window[: item.answer.start], item.window[item.answer.end :]
    side = rng.random()
    if side >= _IN_BOTH or has(item.words, old) or not has(f"{before} {after}", old):
        return Twin(replaced(item.question, old, new), item.window, None, kind)
    before, after = replaced(before, old, new), replaced(after, old, new)
    window = before + item.words + after
    if side < _IN_WINDOW:
        return Twin(item.question, window, None, f"{kind} in window")
    answer = Span(len(before), len(before) + len(item.words))
    return Twin(replaced(item.question, old, new), window, answer, f"{kind} in both")
