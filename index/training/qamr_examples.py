"""Questions asked of single sentences -> examples, often with another sentence beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.training.careless import typed
from index.training.words import has
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.training.examples import Example, Maker
    from index.training.qamr import QamrSource
    from index.training.swaps import Item

_BESIDE = 0.45
"""The share of windows with a second sentence."""
_NEGATIVE = 0.25
"""Of what would be twins, the share that is another sentence of the document instead."""


def qamr_examples(
    source: QamrSource, everything: Sequence[QamrSource], maker: Maker, *, group: int, twins: float
) -> Iterator[Example]:
    """Make one or two examples of a question.

    Args:
        source: the question.
        everything: lends a sentence to a document that has no other.
        maker: what makes them.
        group: of the question; positive.
        twins: the share of questions with a second example.

    """
    rng, item = maker.rng, source.item
    if rng.random() < _BESIDE:
        beside = rng.choice(source.others) if source.others else rng.choice(everything).item.window
        item = _with(item, beside, before=rng.random() < 0.5)
    yield maker.example(typed(item.question, maker.rng), item.window, item.answer, group=group)
    if rng.random() >= twins:
        return
    if source.others and rng.random() < _NEGATIVE:
        other = rng.choice(source.others)
        if not has(other, source.item.words):
            yield maker.example(item.question, other, None, group=group)
    elif twin := maker.twin(item, group=group):
        yield twin


def _with(item: Item, beside: str, *, before: bool) -> Item:
    if not before:
        return replace(item, window=f"{item.window} {beside}")
    shift = len(beside) + 1
    answer = Span(item.answer.start + shift, item.answer.end + shift)
    return replace(item, window=f"{beside} {item.window}", answer=answer)
