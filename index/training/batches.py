"""Examples -> batches of few shapes, each with whole groups of like length."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from index.training.examples import Example

    Batch = list[Example]

_MULTIPLE = 16
"""Batches are as wide as a multiple of this: oneDNN makes a kernel for each new shape."""
_JITTER = 12
"""Tokens of chance in the order by length, so that batches differ between epochs."""


def padded(length: int) -> int:
    """Round a batch's width up."""
    return -(-length // _MULTIPLE) * _MULTIPLE


def height(length: int, tokens: int) -> int:
    """Rows of a batch whose longest example is so long."""
    return max(1, tokens // padded(length))


def batched(examples: Sequence[Example], *, tokens: int, rng: random.Random) -> list[Batch]:
    """Put whole groups of like length together, at most `tokens` padded tokens a batch, in random order."""
    groups: dict[int, Batch] = defaultdict(list)
    for example in examples:
        groups[example.group].append(example)
    widths = {group: max(example.length for example in own) for group, own in groups.items()}
    batches: list[Batch] = []
    batch: Batch = []
    width = 0
    for group in sorted(groups, key=lambda group: widths[group] + rng.random() * _JITTER):
        own = groups[group]
        if batch and len(batch) + len(own) > height(max(width, widths[group]), tokens):
            batches.append(batch)
            batch, width = [], 0
        batch = batch + own
        width = max(width, widths[group])
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    return batches
