"""What the cogs and buttons of a running bot work with, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.access.rate_limits import Cooldowns
from bot.interactions.delivery import Delivery
from bot.metrics import Metrics

if TYPE_CHECKING:
    from bot.library.worker import Desk
    from bot.state.repository import Keeping


@dataclass(frozen=True, slots=True)
class Services:
    """One of each."""

    desk: Desk
    keeping: Keeping
    cooldowns: Cooldowns
    metrics: Metrics
    delivery: Delivery

    @classmethod
    def of(cls, desk: Desk, keeping: Keeping, *, user_rate: int, server_rate: int) -> Services:
        """Put them together; rates are questions a minute."""
        cooldowns = Cooldowns(user_rate=user_rate, server_rate=server_rate)
        metrics = Metrics()
        return cls(desk, keeping, cooldowns, metrics, Delivery(metrics))
