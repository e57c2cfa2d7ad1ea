"""All that the bot does with links, where the host allows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from bot.links.link_reader import LinkReader
from bot.links.page_reader import PAUSE, PageReader
from bot.links.refresher import LinkRefresher

if TYPE_CHECKING:
    from bot.documents.documents import Documents
    from bot.fetching.fetcher import Fetcher
    from bot.state.repository import Repository


@dataclass(frozen=True, slots=True)
class Links:
    """The parts; both leave a host alone for a while after each page."""

    reader: LinkReader
    refresher: LinkRefresher

    @classmethod
    def of(
        cls, fetcher: Fetcher, documents: Documents, repository: Repository, *, pause: float = PAUSE
    ) -> Self:
        """Put them together; `pause` is how many seconds that is."""
        pages = PageReader(fetcher, documents, pause=pause)
        return cls(LinkReader(pages, documents, repository), LinkRefresher(pages, documents, repository))
