"""Links that a manager gives -> the pages that they lead to, of a feed or sitemap all that it lists."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.errors import FullError, LinkError, RateLimitError, RefusedError
from bot.fetching.types import Fetched
from bot.state.catalog.entries import Amount

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.documents.documents import Documents
    from bot.fetching.robots import Robots
    from bot.links.page_reader import LinkedPage, PageReader
    from bot.state.catalog.entries import CatalogEntry
    from bot.state.repository import Repository

MOST_SECONDS = 12 * 60.0
"""How long links may be read together: Discord lets a message be changed for a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class LinkRefusal:
    """Why something was not read."""

    link: str | None
    """None where the reason concerns no link alone."""
    error: RefusedError


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """What came of links, in their order; nothing of it is kept yet."""

    pages: tuple[LinkedPage, ...] = ()
    refusals: tuple[LinkRefusal, ...] = ()


@dataclass(slots=True)
class _Run:
    """Links that are being read."""

    server: int
    stored: Amount
    """What the server has already."""
    known: set[str]
    """Where that was read, and what is read now."""
    robots: Robots
    until: float
    pages: list[LinkedPage] = field(default_factory=list)
    refusals: list[LinkRefusal] = field(default_factory=list)

    @property
    def read(self) -> Amount:
        """How much the pages are that are read."""
        size = sum(len(page.content) for page in self.pages)
        return Amount(len(self.pages), size, sum(len(page.document.sentences) for page in self.pages))

    def refuse(self, link: str | None, error: RefusedError) -> None:
        self.refusals.append(LinkRefusal(link, error))


class LinkReader:
    """Reads links for servers' libraries, each page counted as an addition.

    Args:
        clock: says what time it is, in seconds.
        sleep: waits so many seconds.

    """

    def __init__(
        self,
        pages: PageReader,
        documents: Documents,
        repository: Repository,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._pages = pages
        self._documents = documents
        self._repository = repository
        self._clock = clock
        self._sleep = sleep

    async def read(
        self, server: int, links: Sequence[str], progress: Callable[[int, int], None]
    ) -> LinkOutcome:
        """Read links, and the pages that they list, one after the other.

        Pages wait where more would be added in a minute than may be. What the library has no room for is not
        read, nor what is in it already, nor what is left after 12 minutes.

        Args:
            server: whose library they are for.
            links: as they were typed.
            progress: is told how many pages are done, and of how many.

        Raises:
            AwayError: the database is away.
            StorageAwayError: the storage is.

        """
        entries = await self._repository.stored_catalog(server)
        known = {entry.source for entry in entries if entry.source is not None}
        robots, until = self._pages.robots(), self._clock() + MOST_SECONDS
        run = _Run(server, Amount.of(entries), known, robots, until)
        waiting = deque((link, False) for link in dict.fromkeys(links))
        done = 0
        while waiting:
            progress(done, done + len(waiting))
            if not await self._admitted(run):
                run.refuse(None, RefusedError("link-pages-late", count=len(waiting)))
                break
            link, listed = waiting.popleft()
            try:
                pages = await self._read(link, run, listed=listed)
            except FullError as error:
                run.refuse(link, error)
                if waiting:
                    run.refuse(None, RefusedError("link-pages-left", count=len(waiting)))
                break
            except RefusedError as error:
                run.refuse(link, error)
            else:
                waiting.extendleft((page, True) for page in reversed(pages))
            done += 1
        return LinkOutcome(tuple(run.pages), tuple(run.refusals))

    async def read_instead(self, link: str, entry: CatalogEntry) -> LinkOutcome:
        """Read the page that is to take the place of a document, which may be its own link again.

        Then it keeps its title; where its text is the same still, that is noted, and is a refusal. Errors
        as from `read`.
        """
        try:
            self._documents.admit(entry.server)
            fetched = await self._pages.fetch(link, self._pages.robots())
            assert isinstance(fetched, Fetched)  # noqa: S101 - there was no condition
            page = await self._pages.understand(entry.server, fetched, replacing=entry)
            if entry.source not in {self._pages.check(link), page.source}:
                return LinkOutcome((page,))
            if page.text == entry.text:
                await self._repository.note_check(entry, page.check)
                raise LinkError("link-same")
        except RefusedError as error:
            return LinkOutcome(refusals=(LinkRefusal(link, error),))
        titled = page.document.model_copy(update={"title": entry.title})
        return LinkOutcome((replace(page, document=titled),))

    async def _admitted(self, run: _Run) -> bool:
        """Count a page, as soon as there may be one more; False where there is no time left for it."""
        while self._clock() < run.until:
            try:
                self._documents.admit(run.server)
            except RateLimitError as error:
                await self._sleep(error.seconds)
            else:
                return True
        return False

    async def _read(self, link: str, run: _Run, *, listed: bool) -> Sequence[str]:
        """Read a page; of a feed or sitemap that nobody listed, return the pages instead."""
        amount = run.stored.together(run.read)
        self._documents.quota.check(amount, amount.plus(size=0))  # before anything is fetched
        if self._pages.check(link) in run.known:
            raise LinkError("link-known")
        fetched = await self._pages.fetch(link, run.robots)
        assert isinstance(fetched, Fetched)  # noqa: S101 - there was no condition
        if fetched.is_listing and not listed:
            return await self._listed(link, fetched, run)
        if fetched.url in run.known:
            raise LinkError("link-known")
        page = await self._pages.understand(run.server, fetched, beside=run.read)
        run.known.add(page.source)
        run.pages.append(page)
        return ()

    async def _listed(self, link: str, fetched: Fetched, run: _Run) -> Sequence[str]:
        """List the pages that are not in the library, as many as it has room for."""
        room = self._documents.quota.most.documents - run.stored.together(run.read).documents
        listed = await self._pages.listed(fetched, most=room + len(run.known) + 1)
        new = [page for page in listed if page not in run.known]
        if not new:
            raise LinkError("link-lists-known")
        if len(new) > room:
            run.refuse(link, LinkError("link-pages-no-room", count=room))
        return new[:room]
