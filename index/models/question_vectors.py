"""The vectors of questions that others are compared with again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from index.models.protocols import Encoder
    from index.types import Vectors

_KEPT = 20_000
"""Questions, at most; 30 MB of a model 384 wide."""


class QuestionVectors:
    """Embeds questions once; those that were asked for least lately go first. Safe to use from threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, questions: Sequence[str]) -> Vectors:
        """Return a row for each question; of one that is longer than the model reads, for its beginning."""
        with self._lock:
            new = [question for question in dict.fromkeys(questions) if question not in self._known]
            if new:
                windows = [self._encoder.windows(question)[0] for question in new]
                self._known.update(zip(new, self._encoder.encode(windows), strict=True))
            for question in questions:
                self._known.move_to_end(question)
            rows = np.stack([self._known[question] for question in questions])
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            return rows
