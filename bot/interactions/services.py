"""What the cogs and buttons of a running bot work with, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.access.reach import Reach, SharedWith
from bot.documents.documents import Documents
from bot.documents.quota import Quota
from bot.interactions.delivery import Delivery
from bot.interactions.settings_writer import SettingsWriter
from bot.interactions.unanswered import Unanswered
from bot.links.links import Links
from bot.metrics import Metrics
from bot.storage.contents import ContentStore

if TYPE_CHECKING:
    from bot.access.origin import Origin
    from bot.access.rate_limits import RateLimiter
    from bot.fetching.fetcher import Fetcher
    from bot.interactions.token_cipher import TokenCipher
    from bot.library.worker import LibraryWorker
    from bot.publishing.interface import Publishing
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
    settings_writer: SettingsWriter
    documents: Documents
    publishing: Publishing | None
    """None where nobody builds servers' libraries."""
    links: Links | None
    """None where the host lets nobody add pages by their links."""

    @classmethod
    def of(
        cls,
        worker: LibraryWorker,
        repository: Repository,
        rate_limiter: RateLimiter,
        *,
        cipher: TokenCipher | None = None,
        shared_with: SharedWith = SharedWith(),  # noqa: B008 - it is frozen
        storage: ContentStore | None = None,
        quota: Quota = Quota(),  # noqa: B008 - likewise
        publishing: Publishing | None = None,
        fetcher: Fetcher | None = None,
    ) -> Services:
        """Put them together with what they need besides.

        Without a cipher no restart tells of itself, without a storage documents stay in memory, and without
        a fetcher no link is read.
        """
        metrics, unanswered = Metrics(), Unanswered(repository, cipher)
        delivery = Delivery(metrics)
        documents = Documents(repository, storage or ContentStore.in_memory(), rate_limiter, quota)
        return cls(
            worker,
            repository,
            rate_limiter,
            metrics,
            delivery,
            unanswered,
            shared_with,
            SettingsWriter(repository),
            documents,
            publishing,
            None if fetcher is None else Links.of(fetcher, documents, repository),
        )

    async def reach(self, origin: Origin, settings: ServerSettings, *, aloud: bool = False) -> Reach:
        """Find out what may be read by somebody in a place, by others too if it is read aloud.

        While nobody can know which documents and aliases a server has, it is asked as if it had none.
        """
        server = None if origin.brought else origin.server
        entries = await self.repository.catalog(server) or ()
        aliases = await self.repository.aliases(server) or {}
        host = self.shared_with.includes(server)
        return Reach(origin, settings, entries, aliases, host=host, aloud=aloud)
