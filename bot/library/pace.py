"""How long the library takes for one question, as measured lately."""

from __future__ import annotations

_WEIGHT = 0.1
"""Of each newly measured question, against all before it: a moving average of about the last twenty."""


class Pace:
    """Seconds that one takes, on average of the last ones.

    Args:
        seconds: what is thought before anything is measured.

    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def measured(self, count: int, seconds: float) -> None:
        """Note that so many took so long together."""
        kept = (1 - _WEIGHT) ** count
        self.seconds = kept * self.seconds + (1 - kept) * seconds / count
