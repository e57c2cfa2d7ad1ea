"""Who waits for the library, lane by lane, so that a crowd in one server makes nobody else wait long.

A lane is a server, or a person in direct messages. Lanes that asked about as much lately take turns; one that
asked twice as much comes later. What a lane got in full no longer counts, so that whoever waits for an answer
before asking again hardly notices how much others ask.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

FADING = 30.0
"""Seconds after which what was asked counts for 1 / e of what it did."""


class Waiting(Protocol):
    """Something that waits."""

    @property
    def lane(self) -> Hashable:
        """Whom it counts for."""


_W = TypeVar("_W", bound=Waiting)


@dataclass(slots=True)
class _Demand:
    """How much a lane asked lately."""

    amount: float = 0.0
    at: float = 0.0
    met: int = 0
    """How much it has got of it since nothing of it waited."""
    turn: int = 0
    """When it was served last, as a number that grows."""

    def now(self, now: float) -> float:
        return self.amount * math.exp((self.at - now) / FADING)


class FairLine(Generic[_W]):
    """What waits; first come, first served within a lane."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lanes: dict[Hashable, deque[_W]] = {}
        """Those in which something waits."""
        self._demands: dict[Hashable, _Demand] = {}
        """In the order in which they asked last."""
        self._turns = itertools.count(1)
        self._counts: Counter[type[Waiting]] = Counter()

    def __len__(self) -> int:
        """Count what waits."""
        return self._counts.total()

    def count(self, kind: type[Waiting]) -> int:
        """Count what waits of a kind."""
        return self._counts[kind]

    @property
    def lanes(self) -> int:
        """How many lanes are remembered."""
        return len(self._demands)

    def __iter__(self) -> Iterator[_W]:
        """Go through what waits, lane by lane."""
        return itertools.chain.from_iterable(self._lanes.values())

    def join(self, waiting: _W) -> None:
        """Come last in one's lane."""
        self._lanes.setdefault(waiting.lane, deque()).append(waiting)
        self._counts[type(waiting)] += 1

    def leave(self, waiting: _W) -> bool:
        """Wait no more; False if it did not."""
        lane = self._lanes.get(waiting.lane, deque())
        try:
            lane.remove(waiting)
        except ValueError:
            return False
        self._counts[type(waiting)] -= 1
        if not lane:
            del self._lanes[waiting.lane]
        return True

    def demand(self, lane: Hashable) -> None:
        """Count that a lane asks, whether it may wait or not."""
        now = self._clock()
        demand = self._demands.pop(lane, _Demand())
        demand.amount, demand.at = demand.now(now) + 1, now
        self._demands[lane] = demand
        while (oldest := next(iter(self._demands))) not in self._lanes:
            if self._demands[oldest].now(now) >= 0.5:
                break
            del self._demands[oldest]

    def first(self) -> _W | None:
        """Return whose turn it is."""
        if not self._lanes:
            return None
        now = self._clock()
        lane = min(self._lanes, key=lambda lane: (self._rank(lane, now), self._demands[lane].turn))
        return self._lanes[lane][0]

    def serve(self, waiting: _W) -> None:
        """Take something out of the line as its lane's turn."""
        self.leave(waiting)
        demand = self._demands[waiting.lane]
        demand.turn = next(self._turns)
        demand.met += 1
        if waiting.lane not in self._lanes:
            now = self._clock()
            demand.amount, demand.at, demand.met = max(0.0, demand.now(now) - demand.met), now, 0

    def last_before(self, lane: Hashable) -> _W | None:
        """Return who has to make room for one more of a lane: the newest of the lane that asks most.

        None if that is the lane itself, or one that does not ask much more.
        """
        last = self.last()
        if last is None:
            return None
        now = self._clock()
        mine, most = self._rank(lane, now), self._rank(last.lane, now)
        fewer = mine <= most and len(self._lanes.get(lane, ())) + 1 < len(self._lanes[last.lane])
        return last if fewer or mine + 1 < most else None

    def last(self) -> _W | None:
        """Return the newest of the lane that asks most."""
        if not self._lanes:
            return None
        now = self._clock()
        most = max(self._lanes, key=lambda lane: (self._rank(lane, now), len(self._lanes[lane])))
        return self._lanes[most][-1]

    def _rank(self, lane: Hashable, now: float) -> int:
        return math.floor(math.log2(max(1.0, self._demands[lane].now(now))))
