"""What the cogs and buttons of a running bot work with, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.access.reach import Reach
from bot.interactions.delivery import Delivery
from bot.interactions.unanswered import Unanswered
from bot.metrics import Metrics

if TYPE_CHECKING:
    from bot.access.origin import Origin
    from bot.access.rate_limits import RateLimiter
    from bot.interactions.token_cipher import TokenCipher
    from bot.library.worker import LibraryWorker
    from bot.state.records import ServerSettings
    from bot.state.repository import Repository


@dataclass(frozen=True, slots=True)
class Services:
    """The parts, one of each."""

    worker: LibraryWorker
    repository: Repository
    rate_limiter: RateLimiter
    metrics: Metrics
    delivery: Delivery
    unanswered: Unanswered

    @classmethod
    def of(
        cls,
        worker: LibraryWorker,
        repository: Repository,
        rate_limiter: RateLimiter,
        *,
        cipher: TokenCipher | None = None,
    ) -> Services:
        """Put them together with what they need besides; without a cipher no restart tells of itself."""
        metrics, unanswered = Metrics(), Unanswered(repository, cipher)
        return cls(worker, repository, rate_limiter, metrics, Delivery(metrics), unanswered)

    async def reach(self, origin: Origin, settings: ServerSettings) -> Reach:
        """Find out what may be read by somebody in a place."""
        return Reach(origin, settings)
