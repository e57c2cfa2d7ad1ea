"""What is counted for the bot's owner."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from bot.metrics import Metrics
from index import Verdict

if TYPE_CHECKING:
    from tests.bot.world import World


def metrics_of(times: list[float]) -> Metrics:
    metrics = Metrics()
    for seconds in times:
        metrics.answered(Verdict.ANSWERED, seconds)
    return metrics


@pytest.mark.parametrize(
    ("times", "half", "most"),
    [
        ([3.0], 3.0, 3.0),
        ([2.0, 1.0], 1.0, 2.0),
        ([3.0, 1.0, 2.0], 2.0, 3.0),
        ([float(i) for i in range(20, 0, -1)], 10.0, 19.0),
        ([float(i) for i in range(1, 101)], 50.0, 95.0),
    ],
)
def test_the_time_within_which_answers_came(times: list[float], half: float, most: float) -> None:
    metrics = metrics_of(times)
    assert metrics.percentile(50) == half
    assert metrics.percentile(95) == most
    assert metrics.percentile(0) == min(times)
    assert metrics.percentile(100) == max(times)


@pytest.mark.parametrize("count", [1, 2, 7, 99, 100, 101, 1000])
def test_at_least_so_many_came_within_that_time_and_no_shorter_one_would_do(count: int) -> None:
    metrics = metrics_of([float(i) for i in range(count, 0, -1)])
    for percent in range(1, 101):
        assert metrics.percentile(percent) == math.ceil(Fraction(percent, 100) * count)


def test_only_the_latest_thousand_count() -> None:
    metrics = metrics_of([99.0] * 5 + [1.0] * 1000)
    assert metrics.percentile(100) == 1.0
    assert metrics.verdicts[Verdict.ANSWERED] == 1005


def test_before_any_answer() -> None:
    metrics = Metrics()
    assert metrics.percentile(50) is None
    assert metrics.verdicts[Verdict.NOT_FOUND] == 0


def test_the_latest_failures() -> None:
    metrics = Metrics()
    for number in range(7):
        metrics.failed(f"00000{number}")
    assert list(metrics.failures) == ["000002", "000003", "000004", "000005", "000006"]


async def test_neither_texts_nor_people_are_in_them(world: World) -> None:
    world.library.failures["bad secret?"] = RuntimeError("inner secret")
    await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    await world.ada.slash(world.channel, "ask", question="whoever danced?")
    await world.ada.slash(world.channel, "ask", question="bad secret?")
    metrics = world.services.metrics
    assert metrics.verdicts == {Verdict.ANSWERED: 1, Verdict.NOT_FOUND: 1}
    held = repr(
        {key: list(value) if hasattr(value, "__iter__") else value for key, value in vars(metrics).items()}
    )
    for private in ("secret", "hometown", "danced", "ada", "Ada", str(world.ada.id), str(world.server.id)):
        assert private not in held
    (reference,) = metrics.failures
    assert reference in held
