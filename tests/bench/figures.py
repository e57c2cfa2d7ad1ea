"""The figures of one scenario, and the line that shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tests.loopback.crowd import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.bot import BotProcess
    from tests.loopback.crowd import Sent


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, of which there may be none."""

    median: float | None
    p95: float | None
    most: float | None

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Times:
        """Take the percentiles."""
        if not seconds:
            return cls(None, None, None)
        median, p95 = np.percentile(seconds, [50, 95])
        return cls(float(median), float(p95), max(seconds))


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured in one scenario."""

    name: str
    sent: int
    sending: float
    """Seconds from the first to the last that was sent."""
    in_time: int
    """How many were acknowledged within three seconds."""
    acknowledged: Times
    outcomes: dict[str, int]
    last: float | None
    """Seconds to the last that was answered, or told why not."""
    generator: float
    """The share of one core that the crowd itself took meanwhile: near 1, it would be what is measured."""
    bystander_asked: int
    bystander_answered: int
    bystander_acknowledged: Times
    bystander_took: Times
    """From question to answer, of those that were answered."""
    before: float
    peak: float
    after: float
    """Resident memory of the bot, in MB."""
    away: int
    """Lines of its log that say that the database is away."""
    errors: int

    @classmethod
    def of(
        cls, name: str, crowd: Sequence[Sent], bystander: Sequence[Sent], bot: BotProcess, *, generator: float
    ) -> Figures:
        """Sum up."""
        outcomes = Counter(str(each.outcome) for each in crowd)
        return cls(
            name,
            len(crowd),
            crowd[-1].at - crowd[0].at if crowd else 0.0,
            sum(each.in_time for each in crowd),
            _acknowledged(crowd),
            dict(outcomes),
            max(_took(crowd), default=None),
            generator,
            len(bystander),
            sum(map(_answered, bystander)),
            _acknowledged(bystander),
            Times.of(_took([each for each in bystander if _answered(each)])),
            bot.before,
            bot.peak,
            bot.now,
            bot.count("going on without the database"),
            bot.count(" ERROR "),
        )


def _answered(sent: Sent) -> bool:
    return sent.outcome is Outcome.ANSWERED


def _took(sent: Sequence[Sent]) -> list[float]:
    return [each.took for each in sent if each.took is not None]


def _acknowledged(sent: Sequence[Sent]) -> Times:
    return Times.of([each.acknowledged - each.at for each in sent if each.acknowledged is not None])


_HEAD = (
    "scenario",
    "sent",
    "in s",
    "ack<3s",
    "ack p50/max",
    *(str(each) for each in Outcome),
    "last",
    "bystander",
    "ack p50/p95",
    "answer p50/p95",
    "ratio",
    "MB before/peak/after",
    "away",
    "errors",
    "crowd's CPU",
)
_WIDTHS = (36, 5, 5, 6, 11, 8, 5, 8, 5, 8, 6, 10, 5, 9, 11, 14, 5, 20, 4, 6, 11)


def printed(figures: Figures | None, idle: Figures | None) -> str:
    """Write a line of the table, or its head; times in seconds, `ratio` of the p95 to the idle one."""
    if figures is None:
        return _line(_HEAD)
    took, alone = figures.bystander_took.p95, idle.bystander_took.p95 if idle else None
    crowd = (
        str(figures.sent),
        _seconds(figures.sending),
        str(figures.in_time),
        f"{_seconds(figures.acknowledged.median)}/{_seconds(figures.acknowledged.most)}",
        *(str(figures.outcomes.get(each, 0)) for each in Outcome),
        _seconds(figures.last),
    )
    return _line(
        (
            figures.name,
            *(crowd if figures.sent else ("",) * len(crowd)),
            f"{figures.bystander_answered} of {figures.bystander_asked}",
            _pair(figures.bystander_acknowledged),
            _pair(figures.bystander_took),
            f"{took / alone:.1f}" if took and alone else "-",
            f"{figures.before:.0f}/{figures.peak:.0f}/{figures.after:.0f}",
            str(figures.away),
            str(figures.errors),
            f"{figures.generator:.0%}",
        )
    )


def _line(cells: Sequence[str]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def _pair(times: Times) -> str:
    return f"{_seconds(times.median)}/{_seconds(times.p95)}"


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
