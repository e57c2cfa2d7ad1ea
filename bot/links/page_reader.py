"""The link of a page -> the document that it is, as far as its site wants to be read."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import LinkError
from bot.fetching.listings import listed_pages
from bot.fetching.robots import Robots
from bot.fetching.types import UNCONDITIONAL
from bot.links.file_names import file_name
from bot.links.host_turns import HostTurns
from bot.state.catalog.entries import NOTHING, LinkCheck

if TYPE_CHECKING:
    from bot.documents.documents import Documents
    from bot.fetching.fetcher import Fetcher
    from bot.fetching.types import Conditions, Fetched, NotModified
    from bot.state.catalog.entries import Amount, CatalogEntry
    from index import Document

PAUSE = 1.0
"""Seconds for which a host is left alone after each page."""
_ENCODINGS = dict.fromkeys(("iso-8859-1", "latin1", "us-ascii"), "cp1252")
"""Encodings that servers name and browsers take for another one (https://encoding.spec.whatwg.org)."""


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page that was read, and what was understood of it."""

    document: Document
    """With the page's own URL."""
    content: bytes = field(repr=False)
    text: str
    """Digest of its text, as in `Article.digest`."""
    source: str
    """Where it was found, to be read again there."""
    check: LinkCheck


class PageReader:
    """Reads pages: none that `robots.txt` forbids, one at a time of each host, with a pause after each.

    Raises, from every method:
        LinkError: the link is not read, or cannot be; `words_key` says why.

    """

    def __init__(self, fetcher: Fetcher, documents: Documents, *, pause: float = PAUSE) -> None:
        self._fetcher = fetcher
        self._documents = documents
        self._hosts = HostTurns(pause)

    def robots(self) -> Robots:
        """Return what asks sites for their rules, for one run."""
        return Robots(self._fetcher)

    def check(self, link: str) -> str:
        """Read a link as somebody typed it; returns the URL that is asked for."""
        return self._fetcher.check(link)

    async def fetch(
        self, link: str, robots: Robots, *, conditions: Conditions = UNCONDITIONAL
    ) -> Fetched | NotModified:
        """Fetch a page, or a feed or sitemap."""
        url = self.check(link)
        async with self._hosts.turn(url):
            await robots.check(url)
            fetched = await self._fetcher.fetch(url, conditions=conditions)
            if fetched.url != url:
                await robots.check(fetched.url)
        return fetched

    async def listed(self, fetched: Fetched, *, most: int) -> tuple[str, ...]:
        """List the first pages of a feed or sitemap."""
        async with self._hosts.turn(fetched.url):
            return await listed_pages(fetched, self._fetcher, most=most)

    async def understand(
        self,
        server: int,
        fetched: Fetched,
        *,
        beside: Amount = NOTHING,
        replacing: CatalogEntry | None = None,
    ) -> LinkedPage:
        """Understand a page that was fetched; the arguments, and other errors, are those of `Documents`."""
        if fetched.is_listing:
            raise LinkError("link-lists-many")
        name, content, url = file_name(fetched.url, fetched.content_type), fetched.content, fetched.url
        document = await self._documents.extract(
            server,
            name,
            content,
            url=url,
            encoding=_ENCODINGS.get(fetched.charset or "", fetched.charset),
            beside=beside,
            replacing=replacing,
        )
        text = await asyncio.to_thread(lambda: document.article().digest)
        now, said = datetime.datetime.now(datetime.UTC), fetched.conditions
        return LinkedPage(document, content, text, url, LinkCheck(now, said.etag, said.last_modified))
