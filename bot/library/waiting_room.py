"""How much may wait for the library: what can be done in time, fairly shared, as the measured pace has it."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING, Any

from bot.errors import BusyError, TooLateError
from bot.library.line import FairLine
from bot.library.pace import Pace
from bot.library.tickets import QuestionTicket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.library.tickets import Ticket

log = logging.getLogger(__name__)

_IN_TIME = 0.8
"""Of the deadline, as questions do not all take as long."""
_BATCH_SECONDS = 0.5
"""How long a batch may take, and so a newcomer wait for it, if it is more than one question."""
_WORK_SECONDS = 0.01
"""What anything else than a question is thought to take before it was measured."""


class WaitingRoom:
    """Admits tickets, and says whose turn it is.

    Args:
        queue_size: questions that may wait, at most.
        batch_size: questions that are answered together, at most.
        deadline: seconds from question to answer.
        question_seconds: what a question is thought to take before any was measured.
        clock: says what time it is, in seconds, as tickets say until when they are wanted.

    """

    def __init__(
        self,
        *,
        queue_size: int,
        batch_size: int,
        deadline: float,
        question_seconds: float,
        clock: Callable[[], float],
    ) -> None:
        self._queue_size = queue_size
        self._batch_size = batch_size
        self._budget = deadline * _IN_TIME
        self._clock = clock
        self._line: FairLine[Ticket[Any]] = FairLine(clock)
        self._asking, self._working = Pace(question_seconds), Pace(_WORK_SECONDS)
        self._free_at = 0.0
        """When what is computed now should be done."""
        self._turned_away = 0
        """How much there was no room for since the line was empty last."""

    def __len__(self) -> int:
        """Count the questions that wait."""
        return self._line.count(QuestionTicket)

    def __iter__(self) -> Iterator[Ticket[Any]]:
        """Go through what waits."""
        return iter(self._line)

    def admit(self, ticket: Ticket[Any]) -> None:
        """Let something wait, if it can be done in time; somebody who asks much may have to go for it.

        Raises:
            BusyError: there is no room; it says in how many seconds there is.

        """
        self._line.demand(ticket.lane)
        while not self._has_room(ticket):
            last = self._line.last_before(ticket.lane)
            if last is None:
                raise self._turned_away_now()
            self._turn_out(last)
        self._line.join(ticket)

    def leave(self, ticket: Ticket[Any]) -> None:
        """Let something wait no more."""
        self._line.leave(ticket)

    def next_batch(self) -> list[Ticket[Any]]:
        """Take out whose turn it is: a few questions of one library, or one thing else, or nothing."""
        batch: list[Ticket[Any]] = []
        while (ticket := self._line.first()) is not None and self._fits(ticket, batch):
            self._line.serve(ticket)
            if not ticket.wanted:
                ticket.fail(TooLateError())
            elif self._clock() + min(self._cost(ticket), self._budget / 2) > ticket.until:
                ticket.fail(self._turned_away_now())  # nobody would wait for its end
            else:
                batch.append(ticket)
        self._free_at = self._clock() + sum(map(self._cost, batch))
        while (last := self._line.last()) is not None and self._clock() + self._seconds > last.until:
            self._turn_out(last)  # what was thought to be done in time is not, as others came before
        if not batch and self._turned_away:
            log.info("nobody waits any more; questions that were turned away: %d", self._turned_away)
            self._turned_away = 0
        return batch

    def done(self, batch: list[Ticket[Any]], seconds: float) -> None:
        """Note how long a batch took."""
        if batch:
            pace = self._asking if isinstance(batch[0], QuestionTicket) else self._working
            pace.measured(len(batch), seconds)
        self._free_at = 0.0

    def _turn_out(self, ticket: Ticket[Any]) -> None:
        self.leave(ticket)
        ticket.fail(self._turned_away_now())

    def _turned_away_now(self) -> BusyError:
        """Make the error for one that there is no room for; say so in the log once a crowd."""
        self._turned_away += 1
        if self._turned_away == 1:
            log.warning(
                "more is asked than can be answered in time, so people are asked to come back:"
                " questions that wait: %d, time of each: %.2f s",
                len(self),
                self._asking.seconds,
            )
        return BusyError(seconds=max(1, math.ceil(self._seconds)))

    def _fits(self, ticket: Ticket[Any], batch: list[Ticket[Any]]) -> bool:
        if not batch:
            return True
        if not isinstance(ticket, QuestionTicket) or not isinstance(batch[0], QuestionTicket):
            return False
        if ticket.reach.selection != batch[0].reach.selection:
            return False
        together = min(self._batch_size, max(1, int(_BATCH_SECONDS / self._asking.seconds)))
        return len(batch) < together

    def _has_room(self, ticket: Ticket[Any]) -> bool:
        if isinstance(ticket, QuestionTicket) and len(self) >= self._queue_size:
            return False
        return self._seconds + self._cost(ticket) <= self._budget or not self._line

    @property
    def _seconds(self) -> float:
        """How long what waits and what is computed now will take."""
        questions, others = len(self), len(self._line) - len(self)
        waiting = questions * self._asking.seconds + others * self._working.seconds
        return waiting + max(0.0, self._free_at - self._clock())

    def _cost(self, ticket: Ticket[Any]) -> float:
        return (self._asking if isinstance(ticket, QuestionTicket) else self._working).seconds
