"""Questions and windows as tokens, and what a window answers: what the reader is trained on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.reader import QUESTION_TOKENS
from index.training.careless import typed
from index.training.twins import make_twin

if TYPE_CHECKING:
    import random

    from tokenizers import Tokenizer

    from index.training.neighbours import Neighbours
    from index.training.swaps import Item
    from index.types import Span

WINDOW_TOKENS = 150
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Example:
    """One question with one window."""

    question: list[int]
    """Tokens, at most `index.reader.QUESTION_TOKENS`."""
    window: list[int]
    """Tokens, at most `WINDOW_TOKENS`."""
    start: int
    end: int
    """The answer's first and last token in the window, both `NOWHERE` if it does not answer."""
    group: int
    """Windows of one group compete for the answer to one question."""

    @property
    def length(self) -> int:
        """Tokens with the three that mark where question and window begin and end."""
        return len(self.question) + len(self.window) + 3


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes examples; all chance comes from `rng`."""

    tokenizer: Tokenizer
    neighbours: Neighbours
    rng: random.Random

    def example(self, question: str, window: str, answer: Span | None, *, group: int) -> Example:
        """Tokenise a question and a window, cut around the answer."""
        asked = self._encoded(question)[0][:QUESTION_TOKENS]
        tokens, offsets = self._encoded(window)
        start = end = NOWHERE
        if answer:
            start, end = _place(offsets, answer)
        if len(tokens) > WINDOW_TOKENS:
            first = max(0, min(start - WINDOW_TOKENS // 2, len(tokens) - WINDOW_TOKENS)) if answer else 0
            tokens = tokens[first : first + WINDOW_TOKENS]
            if answer:
                start, end = start - first, min(end - first, WINDOW_TOKENS - 1)
        return Example(asked, tokens, start, end, group)

    def twin(self, item: Item, *, group: int) -> Example | None:
        """Make an item's twin; with a window of its own it is also a group of its own."""
        twin = make_twin(item, self.neighbours, self.rng)
        if twin is None:
            return None
        own = twin.answer is not None or twin.window != item.window
        return self.example(
            typed(twin.question, self.rng), twin.window, twin.answer, group=-group if own else group
        )

    def _encoded(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets


def _place(offsets: list[tuple[int, int]], answer: Span) -> tuple[int, int]:
    """Find the first and the last token of a stretch of text."""
    inside = [
        place for place, (start, end) in enumerate(offsets) if start < answer.end and end > answer.start
    ]
    return (inside[0], inside[-1]) if inside else (NOWHERE, NOWHERE)
