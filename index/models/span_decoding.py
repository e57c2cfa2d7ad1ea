"""Where an answer starts and ends, as logits of each token -> the likeliest answer in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Logits = npt.NDArray[np.float32]

ANSWER_TOKENS = 24
"""An answer is no longer."""
_NEVER = np.float32(-1e4)


def best_span(start: Logits, end: Logits) -> tuple[int, int, float]:
    """Find a sentence's tokens, first and last, with the highest start and end together.

    Args:
        start: that the answer starts at a token. Shape: (tokens,).
        end: that it ends there.

    Returns:
        The places of the two, in order and not too far apart, and the sum of their logits.

    """
    scores = start[:, None] + end[None, :]
    order = np.arange(len(end))[None, :] - np.arange(len(start))[:, None]
    scores[(order < 0) | (order >= ANSWER_TOKENS)] = _NEVER
    first, last = np.unravel_index(int(scores.argmax()), scores.shape)
    return int(first), int(last), float(scores[first, last])
