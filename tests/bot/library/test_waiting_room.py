"""What may wait for the library, by a clock and a pace of the test's own."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import BusyError
from bot.library.interface import SHARED, Selection
from bot.library.tickets import QuestionTicket, Ticket, WorkTicket
from bot.library.waiting_room import WaitingRoom
from index import Query
from tests.bot.access.test_rate_limits import Clock

if TYPE_CHECKING:
    from bot.library.catalog import ArticleCatalog


@dataclass(frozen=True)
class Asker:
    """May read all of a library."""

    lane: str
    selection: Selection = SHARED

    def within(self, catalog: ArticleCatalog) -> ArticleCatalog:
        return catalog


class Room:
    """A room in which a question takes so many seconds."""

    def __init__(self, seconds: float, *, queue_size: int = 1000, batch_size: int = 8) -> None:
        self.clock = Clock()
        self.room = WaitingRoom(
            queue_size=queue_size,
            batch_size=batch_size,
            deadline=10.0,
            question_seconds=seconds,
            clock=self.clock,
        )

    def admit(self, lane: str) -> Ticket[Any]:
        result = asyncio.get_running_loop().create_future()
        until = self.clock() + 10.0
        ticket = QuestionTicket(Asker(lane), until, result, lambda _: Query("?"), bool)
        self.room.admit(ticket)
        return ticket

    def look_up(self, lane: str) -> Ticket[Any]:
        ticket = WorkTicket(
            Asker(lane), self.clock() + 10.0, asyncio.get_running_loop().create_future(), lambda *_: None
        )
        self.room.admit(ticket)
        return ticket

    def crowd(self, lane: str, count: int) -> tuple[int, int]:
        """Have so many come at once; return how many are admitted, and for how long the last one is not."""
        admitted, seconds = 0, 0
        for _ in range(count):
            try:
                self.admit(lane)
            except BusyError as busy:
                seconds = int(busy.values["seconds"])
            else:
                admitted += 1
        return admitted, seconds

    def pass_by(self, seconds: float) -> list[Ticket[Any]]:
        """Compute a batch, each question of which takes so long."""
        batch = self.room.next_batch()
        self.clock.now += seconds * len(batch)
        self.room.done(batch, seconds * len(batch))
        for ticket in batch:
            ticket.result.cancel()
        return batch


async def test_only_what_can_be_answered_in_time_is_admitted() -> None:
    room = Room(0.5)
    admitted, seconds = room.crowd("a", 1000)
    assert 14 <= admitted <= 18  # 0.8 of ten seconds
    assert 7 <= seconds <= 9
    done = 0.0
    while batch := room.pass_by(0.5):
        done += 0.5 * len(batch)
    assert done <= 8.5


async def test_what_is_computed_now_counts_until_it_should_be_done() -> None:
    room = Room(4.0)
    assert room.crowd("a", 5)[0] == 2
    assert len(room.room.next_batch()) == 1
    assert room.crowd("a", 5)[0] == 0
    room.clock.now += 4.0
    assert room.crowd("a", 5)[0] == 1


async def test_one_question_may_always_wait() -> None:
    room = Room(60.0)
    assert room.crowd("a", 5)[0] == 1


async def test_no_more_than_the_queue_holds() -> None:
    room = Room(0.01, queue_size=5)
    assert room.crowd("a", 9)[0] == 5
    assert len(room.room) == 5


@pytest.mark.parametrize(("seconds", "together"), [(2.0, 1), (0.2, 2), (0.01, 8)])
async def test_batches_are_as_large_as_is_quick(seconds: float, together: int) -> None:
    room = Room(seconds)
    room.crowd("a", 8)
    assert len(room.pass_by(seconds)) == together


async def test_other_servers_get_the_room_of_a_crowd() -> None:
    room = Room(1.0)
    crowd = [room.admit("a") for _ in range(8)]
    others = [room.admit(lane) for lane in "bcd"]
    with pytest.raises(BusyError):
        crowd[-1].result.result()
    assert sum(ticket.wanted for ticket in crowd) == 5
    assert [room.pass_by(1.0)[0] for _ in range(3)] == others


async def test_look_ups_take_little_room_and_are_done_alone() -> None:
    room = Room(1.0)
    room.crowd("a", 7)
    for _ in range(20):
        room.look_up("b")
    assert len(room.room) == 7
    first = [len(room.pass_by(0.01)) for _ in range(20)]
    assert first == [1] * 20


async def test_who_could_not_be_answered_in_time_after_all_is_told_so() -> None:
    room = Room(1.0)
    tickets = [room.admit("a") for _ in range(5)]
    room.pass_by(9.5)
    assert room.room.next_batch() == []
    for ticket in tickets[1:]:
        with pytest.raises(BusyError):
            ticket.result.result()


async def test_who_has_to_wait_longer_than_was_thought_is_told_so_at_once() -> None:
    room = Room(1.0)
    crowd = [room.admit("a") for _ in range(8)]
    assert room.pass_by(4.0) == crowd[:1]  # three seconds longer than thought, and the others may be, too
    assert room.room.next_batch() == [crowd[1]]
    assert [ticket.wanted for ticket in crowd[2:]] == [True] * 2 + [False] * 4
    assert crowd[1].wanted


async def test_a_machine_that_is_too_slow_goes_on_trying() -> None:
    room = Room(60.0)
    for _ in range(3):
        room.admit("a")
        assert len(room.pass_by(60.0)) == 1


async def test_who_gave_up_is_passed_over() -> None:
    room = Room(0.1)
    first, second, third = (room.admit("a") for _ in range(3))
    second.result.cancel()
    assert room.room.next_batch() == [first, third]
