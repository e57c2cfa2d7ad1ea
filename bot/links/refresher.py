"""Documents that came by links -> read again about once a day; what has changed is their next version."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
import secrets
from typing import TYPE_CHECKING

from bot.errors import AwayError, NotNowError, RefusedError, StorageAwayError
from bot.fetching.refreshing import SOONEST, WatchedLink, due, refreshed
from bot.fetching.types import Conditions
from bot.i18n.words import words_for
from bot.state.catalog.entries import LinkCheck

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from bot.documents.documents import Documents
    from bot.fetching.robots import Robots
    from bot.links.page_reader import PageReader
    from bot.state.catalog.entries import CatalogEntry
    from bot.state.repository import Repository

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
"""Between two looks at which links are due."""
_AT_A_TIME = 2
"""Links that are read beside each other, of different hosts."""
_REASON = 500
"""Characters of a reason that are kept."""


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class LinkRefresher:
    """Reads links again when they are due; all that it knows is in the catalogue. Used on one loop.

    Where several processes share a database, each reads what no other one has read until then.

    Args:
        now: says what time it is, in UTC.

    """

    def __init__(
        self,
        pages: PageReader,
        documents: Documents,
        repository: Repository,
        *,
        now: Callable[[], datetime.datetime] = _now,
    ) -> None:
        self._pages = pages
        self._documents = documents
        self._repository = repository
        self._now = now
        self._late = False
        """Whether the log says already that links cannot be read for now."""

    @contextlib.asynccontextmanager
    async def kept(self, *, look_seconds: float = LOOK_SECONDS) -> AsyncIterator[None]:
        """Read what is due as long as the block runs; what is left then is due at the next start."""
        task = asyncio.create_task(self._work(look_seconds), name="verbatim-links")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})

    async def refresh(self) -> None:
        """Read all links that are due; where the database or the storage is away, they stay due."""
        try:
            now = self._now()
            entries = await self._repository.links_checked_before(now - SOONEST)
            waiting, robots = iter(due(map(_watched, entries), now)), self._pages.robots()
            async with asyncio.TaskGroup() as group:
                for _ in range(_AT_A_TIME):
                    group.create_task(self._take(waiting, robots))
        except* (AwayError, StorageAwayError) as errors:
            reasons = {str(error.__cause__ or error) for error in errors.exceptions}
            level = logging.DEBUG if self._late else logging.WARNING
            log.log(level, "links are read again later: %s", "; ".join(sorted(reasons)))
            self._late = True
        else:
            self._late = False

    async def _work(self, look_seconds: float) -> None:
        while True:
            await asyncio.sleep(look_seconds)
            try:
                await self.refresh()
            except Exception:
                log.exception("links cannot be read again")

    async def _take(self, waiting: Iterable[WatchedLink], robots: Robots) -> None:
        for link in waiting:
            entry = await self._still_due(link)
            if entry is not None:
                await self._refresh(entry, robots)

    async def _still_due(self, link: WatchedLink) -> CatalogEntry | None:
        """Return the document of a link, if nobody has removed, replaced or read it meanwhile."""
        entries = await self._repository.stored_catalog(link.owner)
        return next((entry for entry in entries if _watched(entry) == link), None)

    async def _refresh(self, entry: CatalogEntry, robots: Robots) -> None:
        """Read a link, and note what came of it; the version that there is stays where it cannot be read."""
        try:
            check = await self._read(entry, robots)
        except RefusedError as error:
            check = await self._failed(entry, error)
        except NotNowError:
            raise
        except Exception:
            reference = secrets.token_hex(3)
            log.exception("a link cannot be read again (reference %s)", reference)
            check = await self._failed(entry, RefusedError("went-wrong", reference=reference))
        if check is not None:
            await self._repository.note_check(entry, check)

    async def _read(self, entry: CatalogEntry, robots: Robots) -> LinkCheck | None:
        """Read a link; None where there is a next version, with which that is noted."""
        link = _watched(entry)
        fetched = await self._pages.fetch(link.url, robots, conditions=link.conditions)
        came = refreshed(link, fetched, self._now())
        check = LinkCheck(self._now(), came.link.conditions.etag, came.link.conditions.last_modified)
        if came.fetched is None:
            return check
        page = await self._pages.understand(entry.server, came.fetched, replacing=entry)
        if page.text == entry.text:  # only what is not shown has changed, as in many pages each time
            return check
        document = page.document.model_copy(update={"title": entry.title})  # which managers may have chosen
        await self._documents.replace(
            entry, entry.added_by, document, page.content, source=entry.source, check=check
        )
        log.info("the link of the document %x has changed: version %d", entry.id, entry.version + 1)
        return None

    async def _failed(self, entry: CatalogEntry, error: RefusedError) -> LinkCheck:
        settings = await self._repository.settings(entry.server)
        reason = words_for(settings.language).say(error.words_key, **error.values)
        return LinkCheck(self._now(), problem=reason[:_REASON])


def _watched(entry: CatalogEntry) -> WatchedLink:
    conditions = Conditions(entry.etag, entry.last_modified)
    return WatchedLink(
        entry.id, entry.server, entry.source or "", entry.checked_at, conditions, entry.original
    )
