"""What the bot has done since it started, for its owner: in memory, without texts or people."""

from __future__ import annotations

import datetime
import math
from collections import Counter, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index import Verdict

_LATEST, _FAILURES = 1000, 5


class Metrics:
    """Counts answers and failures; times are in seconds."""

    def __init__(self) -> None:
        self.started = datetime.datetime.now(datetime.UTC)
        self.verdicts: Counter[Verdict] = Counter()
        self.failures: deque[str] = deque(maxlen=_FAILURES)
        """References of the latest unexpected failures, oldest first."""
        self._seconds: deque[float] = deque(maxlen=_LATEST)

    def answered(self, verdict: Verdict, seconds: float) -> None:
        """Count an answer, which took so long from question to answer."""
        self.verdicts[verdict] += 1
        self._seconds.append(seconds)

    def failed(self, reference: str) -> None:
        """Remember an unexpected failure."""
        self.failures.append(reference)

    def percentile(self, percent: int) -> float | None:
        """Return the least time within which that share of the latest 1,000 answers came; None without any.

        That is the nearest rank: the time of one of them, and never between two.
        """
        ordered = sorted(self._seconds)
        rank = math.ceil(percent * len(ordered) / 100)  # not percent / 100 * ...: 0.07 * 100 is above 7
        return ordered[max(1, rank) - 1] if ordered else None
