"""How far long work has come, as plain lines: they read as well in a log as on a screen."""

from __future__ import annotations

import time

from index.cli.exits import say

_SECONDS = 15.0
"""Between two lines."""


class Progress:
    """Says how far work has come, and about how long it still takes."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._first, self._last = 0, -1
        self._start = self._said = time.monotonic()

    def __call__(self, done: int, total: int, note: str = "") -> None:
        """Tell of it; a line is said once in a while, and at the end."""
        now = time.monotonic()
        if self._last < 0 or done < self._last:  # begun, perhaps in the middle, or begun anew
            self._first, self._start = done, now
        self._last = done
        if now - self._said < _SECONDS and done < total:
            return
        self._said = now
        pace = (now - self._start) / max(1, done - self._first)
        left = f", {pace * (total - done) / 60:.1f} minutes to go" if done < total else ""
        say(f"{self._doing} {done} of {total}{left}{note and ', '}{note}")
