"""What the cogs and buttons of a running bot work with, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.access.reach import Reach, SharedWith
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
    shared_with: SharedWith

    @classmethod
    def of(
        cls,
        worker: LibraryWorker,
        repository: Repository,
        rate_limiter: RateLimiter,
        *,
        cipher: TokenCipher | None = None,
        shared_with: SharedWith = SharedWith(),  # noqa: B008 - it is frozen
    ) -> Services:
        """Put them together with what they need besides; without a cipher no restart tells of itself."""
        metrics, unanswered = Metrics(), Unanswered(repository, cipher)
        delivery = Delivery(metrics)
        return cls(worker, repository, rate_limiter, metrics, delivery, unanswered, shared_with)

    async def reach(self, origin: Origin, settings: ServerSettings, *, aloud: bool = False) -> Reach:
        """Find out what may be read by somebody in a place, by others too if it is read aloud.

        While nobody can know which documents a server has, it is asked as if it had none.
        """
        server = None if origin.brought else origin.server
        entries = await self.repository.catalog(server) or ()
        return Reach(origin, settings, entries, host=self.shared_with.includes(server), aloud=aloud)
