"""How long one takes, as measured."""

from __future__ import annotations

import pytest

from bot.library.pace import Pace


def test_what_is_thought_first_soon_counts_little() -> None:
    pace = Pace(1.0)
    pace.measured(1, 0.0)
    assert pace.seconds == pytest.approx(0.75)
    for _ in range(100):
        pace.measured(1, 0.1)
    assert pace.seconds == pytest.approx(0.1, rel=0.01)


def test_what_is_done_together_counts_for_each() -> None:
    together, apart = Pace(1.0), Pace(1.0)
    together.measured(4, 0.8)
    for _ in range(4):
        apart.measured(1, 0.2)
    assert together.seconds == pytest.approx(apart.seconds)


def test_the_latest_count_most() -> None:
    pace = Pace(1.0)
    for _ in range(200):
        pace.measured(1, 0.1)
    for _ in range(20):
        pace.measured(1, 2.0)
    assert pace.seconds > 1.5
