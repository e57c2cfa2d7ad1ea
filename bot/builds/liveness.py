"""Whether a process that says nothing still works, or hangs: only Linux says how much it has computed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN, _OF_CHILDREN = slice(11, 13), slice(13, 15)
"""Of what /proc says of a process after its name, in clock ticks, as user and as system: proc_pid_stat(5)."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a process that says nothing is let be, in seconds."""

    still: float = 600.0
    """Without computing: one that gets only what others leave of the processor still gets some of it."""
    busy: float = 1_800.0
    """Of computing, without what it has other processes compute."""

    @property
    def look(self) -> float:
        """Seconds from one look at a process to the next."""
        return self.still / 10


class Watch:
    """Watches a process from the last thing that it said.

    Args:
        pid: the process.
        patience: how long it is let be.
        clock: seconds, from anywhere.

    """

    def __init__(self, pid: int, patience: Patience, clock: Callable[[], float]) -> None:
        self._pid = pid
        self._patience = patience
        self._clock = clock
        self._began = self._computed = _computed(pid)
        self._moved_at = clock()

    def why_hung(self) -> str | None:
        """Look at it now; say why it is taken to hang, in half a sentence, if it is."""
        now, computed = self._clock(), _computed(self._pid)
        if computed is None or self._began is None:
            return None
        if computed != self._computed:
            self._computed, self._moved_at = computed, now
        elif now - self._moved_at >= self._patience.still:
            return f"it said nothing and computed nothing for {self._patience.still:g} seconds"
        if computed.own - self._began.own >= self._patience.busy:
            return f"it said nothing while it computed for {self._patience.busy:g} seconds"
        return None


@dataclass(frozen=True, slots=True)
class _Computed:
    """How long a process has computed, in seconds."""

    own: float
    of_children: float
    """Of those that have ended."""


def _computed(pid: int) -> _Computed | None:
    """Return how long a process has computed; None where nobody says so, or it has ended."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text("ascii", errors="replace")
    except OSError:
        return None
    fields, ticks = said.rpartition(")")[2].split(), os.sysconf("SC_CLK_TCK")
    own, of_children = (sum(map(int, fields[each])) / ticks for each in (_OWN, _OF_CHILDREN))
    return _Computed(own, of_children)
