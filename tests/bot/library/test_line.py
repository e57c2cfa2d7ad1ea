"""Whose turn it is, by a clock of the test's own."""

from __future__ import annotations

from dataclasses import dataclass

from bot.library.line import FADING, FairLine
from tests.bot.access.test_rate_limits import Clock


@dataclass(frozen=True, eq=False)
class Waiting:
    lane: str


class Line:
    """A line whose lanes have one sign, for each that waits."""

    def __init__(self, lanes: str = "") -> None:
        self.clock = Clock()
        self.line: FairLine[Waiting] = FairLine(self.clock)
        self.join(lanes)

    def join(self, lanes: str) -> list[Waiting]:
        joined = [Waiting(lane) for lane in lanes]
        for waiting in joined:
            self.line.demand(waiting.lane)
            self.line.join(waiting)
        return joined

    def served(self, count: int | None = None) -> str:
        """Serve so many, or all; give their lanes."""
        lanes = ""
        while count != 0 and (waiting := self.line.first()) is not None:
            self.line.serve(waiting)
            lanes += waiting.lane
            count = None if count is None else count - 1
        return lanes


def test_one_lane_is_first_come_first_served() -> None:
    line = Line()
    first, second = line.join("aa")
    assert line.line.first() is first
    line.line.serve(first)
    assert line.line.first() is second


def test_lanes_that_ask_alike_take_turns() -> None:
    assert Line("aaabbbccc").served() == "abcabcabc"


def test_who_asks_little_comes_before_a_crowd() -> None:
    line = Line("a" * 16)
    assert line.served(2) == "aa"
    line.join("b")
    line.join("c")
    assert line.served(4) == "bcaa"


def test_many_crowds_do_not_hold_up_who_asks_little() -> None:
    crowds = "defghijklmnop"
    line = Line(crowds * 16)
    for _ in range(5):
        line.join("a")
        assert line.served(1) == "a"
    assert line.served(13) == crowds


def test_what_was_turned_away_fades() -> None:
    line = Line()
    for _ in range(16):
        line.line.demand("a")
    line.join("ab")
    assert line.served() == "ba"
    line.clock.now += 3 * FADING
    line.join("ab" * 3)
    assert line.served() in {"ababab", "bababa"}


def test_who_waits_for_each_answer_comes_before_a_crowd_however_often() -> None:
    line = Line()
    for _ in range(30):
        line.join("a")
        assert line.served() == "a"
    line.join("bbcc")
    line.join("a")
    assert line.served(1) == "a"


def test_who_leaves_is_not_served() -> None:
    line = Line()
    joined = line.join("ab")
    assert line.line.leave(joined[0])
    assert not line.line.leave(joined[0])
    assert len(line.line) == 1
    assert line.served() == "b"
    assert line.line.first() is None


def test_the_newest_of_the_largest_crowd_makes_room() -> None:
    line = Line("bb")
    crowd = line.join("aaaa")
    line.line.demand("c")
    assert line.line.last_before("c") is crowd[-1]
    line.line.demand("a")
    assert line.line.last_before("a") is None


def test_who_asks_much_makes_room_even_if_only_one_waits() -> None:
    line = Line()
    for _ in range(4):
        line.line.demand("a")
    (waiting,) = line.join("a")
    line.line.demand("b")
    assert line.line.last_before("b") is waiting


def test_nobody_makes_room_for_who_asks_about_as_much() -> None:
    line = Line("ab")
    line.line.demand("a")
    assert line.line.last_before("a") is None
    assert line.line.last_before("b") is None
    line.line.demand("c")
    assert line.line.last_before("c") is None


def test_lanes_of_long_ago_are_forgotten() -> None:
    line = Line()
    for number in range(1000):
        line.line.demand(f"lane {number}")
        line.clock.now += 1
    assert line.line.lanes < 100
