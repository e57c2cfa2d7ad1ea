"""Where an answer starts and ends, as logits of each token -> the likeliest answer of each sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.types import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from tokenizers import Encoding

    Logits = npt.NDArray[np.float32]

ANSWER_TOKENS = 24
"""An answer is no longer."""
_NEVER = np.float32(-1e4)


def readings(
    window: Sequence[Encoding], start: Logits, end: Logits, answerable: float, *, first: int
) -> list[Reading]:
    """Find each sentence's best span; its tokens begin at place `first` of the logits."""
    null = float(start[0] + end[0])
    found = []
    for sentence in window:
        last = first + len(sentence.ids)
        found.append(best_span(sentence, start[first:last], end[first:last], null, answerable))
        first = last
    return found


def best_span(sentence: Encoding, start: Logits, end: Logits, null: float, answerable: float) -> Reading:
    """Find the span with the highest start and end together that is in order and not too long."""
    scores = start[:, None] + end[None, :]
    order = np.arange(len(end))[None, :] - np.arange(len(start))[:, None]
    scores[(order < 0) | (order >= ANSWER_TOKENS)] = _NEVER
    from_, to = np.unravel_index(int(scores.argmax()), scores.shape)
    return Reading(
        start=sentence.offsets[from_][0],
        end=sentence.offsets[to][1],
        span=float(scores[from_, to]),
        null=null,
        answerable=answerable,
    )
