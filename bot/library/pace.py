"""How long the library takes for one question, as measured lately."""

from __future__ import annotations

_TRUST = 3
"""As so many measured ones counts what is thought before any is."""
_WEIGHT = 0.1
"""Of each newly measured one, at least: a moving average of about the last twenty."""


class Pace:
    """Seconds that one takes, on average of the last ones.

    Args:
        seconds: what is thought before anything is measured.

    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._measured = _TRUST

    def measured(self, count: int, seconds: float) -> None:
        """Note that so many took so long together."""
        for _ in range(count):
            self._measured += 1
            weight = max(_WEIGHT, 1 / self._measured)
            self.seconds += weight * (seconds / count - self.seconds)
