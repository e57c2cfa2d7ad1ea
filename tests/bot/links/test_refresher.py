"""Links are read again each day: what has changed is the next version, and nothing else is."""

from __future__ import annotations

import asyncio
import datetime
from typing import TYPE_CHECKING

import pytest

from bot.documents.quota import MIB, Quota
from bot.errors import StorageError
from bot.i18n.words import words_for
from bot.links.page_reader import PageReader
from bot.links.refresher import LinkRefresher
from bot.state.catalog.entries import Amount, LinkCheck
from bot.state.records import ServerSettings
from bot.storage.contents import ContentStore
from tests.bot.fetching.site import redirect, response
from tests.bot.links.served import NEWS, Served, feed, page, say
from tests.bot.state.kept import SERVER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.fetching.robots import Robots
    from bot.fetching.types import Conditions, Fetched, NotModified
    from bot.state.catalog.entries import CatalogEntry
    from bot.state.repository import Repository
    from tests.bot.fetching.site import Request, Site

DAY = datetime.timedelta(days=1)
DRUMS, SECOND = "Drums are loud. They were made in Nara.", "Drums are loud. They were made in Seoul."
LINK = f"{NEWS}/drums"
NOT_MODIFIED = response(status="304 Not Modified", type_=None)


class Days:
    """Reads links on the days after they were added."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.now = datetime.datetime.now(datetime.UTC)
        self.refresher = LinkRefresher(
            served.pages, served.documents, served.repository, now=lambda: self.now
        )

    async def pass_(self, days: float = 1.5) -> None:
        self.now += days * DAY
        await self.refresher.refresh()

    async def entry(self) -> CatalogEntry:
        (entry,) = await self.served.repository.stored_catalog(SERVER)
        return entry


@pytest.fixture
async def days(served: Served) -> Days:
    served.site.pages["/drums"] = page(DRUMS, ETag='"1"', Last_Modified="Sat, 28 Nov 2026 15:00:00 GMT")
    await served.add(LINK)
    served.site.asked.clear()
    return Days(served)


async def test_what_has_not_changed_is_asked_for_once_a_day_and_stays(days: Days) -> None:
    before = await days.entry()
    days.served.site.pages["/drums"] = NOT_MODIFIED
    await days.pass_(0.5)
    assert days.served.site.asked == []
    await days.pass_()
    (asked,) = (request for request in days.served.site.asked if request.path == "/drums")
    assert asked.headers["If-None-Match"] == '"1"'
    assert asked.headers["If-Modified-Since"] == "Sat, 28 Nov 2026 15:00:00 GMT"
    assert await days.entry() == before.checked(LinkCheck(days.now, before.etag, before.last_modified))
    await days.refresher.refresh()
    assert days.served.asked == ["/drums"]


async def test_what_has_changed_is_the_next_version(days: Days) -> None:
    before = await days.served.documents.rename(await days.entry(), "All about drums")
    days.served.site.pages["/drums"] = page(SECOND, ETag='"2"')
    await days.pass_()
    after = await days.entry()
    assert (after.id, after.version, after.title, after.source) == (before.id, 2, "All about drums", LINK)
    assert (after.checked_at, after.etag, after.last_modified) == (days.now, '"2"', None)
    assert (after.added_by, after.article_name) == (before.added_by, before.article_name)
    assert (await days.served.documents.document(after)).text.strip() == SECOND
    days.served.site.pages["/drums"] = NOT_MODIFIED
    await days.pass_()
    assert days.served.site.asked[-1].headers["If-None-Match"] == '"2"'
    assert (await days.entry()).version == 2


async def test_a_page_whose_words_are_the_same_is_no_other_version(days: Days) -> None:
    before = await days.entry()
    moment = f"<html><body><p>{DRUMS}</p><script>now = 2</script></body></html>"
    days.served.site.pages["/drums"] = response(moment.encode(), ETag='"2"')
    await days.pass_()
    after = await days.entry()
    assert (after.version, after.document, after.etag) == (1, before.document, '"2"')


@pytest.mark.parametrize(
    ("answer", "key", "values"),
    [
        (response(status="404 Not Found"), "link-status", {"host": "news.test", "status": "404"}),
        (redirect("http://10.0.0.1/"), "link-private", {"host": "10.0.0.1"}),
        (feed("/1"), "link-lists-many", {}),
        (response(b"<html><body></body></html>"), "unreadable-no-text", {"name": "drums.html"}),
    ],
    ids=["gone", "private", "feed", "no words"],
)
async def test_what_cannot_be_read_is_noted_and_the_old_version_stays(
    days: Days, answer: bytes, key: str, values: dict[str, str]
) -> None:
    before = await days.entry()
    days.served.site.pages["/drums"] = answer
    await days.served.repository.save_settings(SERVER, ServerSettings(language="de"))
    await days.pass_()
    after = await days.entry()
    assert (after.version, after.document, after.checked_at) == (1, before.document, days.now)
    assert after.problem == words_for("de").say(key, **values)
    days.served.site.pages["/drums"] = NOT_MODIFIED
    await days.pass_()
    assert days.served.site.asked[-1].headers["If-None-Match"] == '"1"'
    assert (await days.entry()).problem is None


async def test_a_site_that_does_not_want_it_any_more_is_not_read(days: Days) -> None:
    days.served.site.pages["/robots.txt"] = response(b"User-agent: *\nDisallow: /", type_="text/plain")
    await days.pass_()
    assert (await days.entry()).problem == say("link-robots", host="news.test")
    assert days.served.asked == []


async def replaced_by_a_file(served: Served, entry: CatalogEntry) -> None:
    content = b"It is a file now."
    document = await served.documents.preview(SERVER, "file.txt", content, replacing=entry)
    await served.documents.replace(entry, 8, document, content)


async def removed(served: Served, entry: CatalogEntry) -> None:
    await served.documents.remove(SERVER, entry.id)


@pytest.mark.parametrize("change", [replaced_by_a_file, removed])
async def test_what_was_removed_or_replaced_is_left_alone(
    days: Days, change: Callable[[Served, CatalogEntry], Awaitable[None]]
) -> None:
    await change(days.served, await days.entry())
    left = await days.served.repository.stored_catalog(SERVER)
    days.served.site.pages["/drums"] = page(SECOND)
    await days.pass_()
    assert await days.served.repository.stored_catalog(SERVER) == left
    assert days.served.asked == []


@pytest.mark.parametrize("change", [replaced_by_a_file, removed])
async def test_what_is_removed_or_replaced_while_it_is_read_is_left_alone(
    days: Days, change: Callable[[Served, CatalogEntry], Awaitable[None]]
) -> None:
    entry = await days.entry()
    left: list[tuple[CatalogEntry, ...]] = []

    async def change_and_answer(_: Request) -> AsyncIterator[bytes]:
        await change(days.served, entry)
        left.append(await days.served.repository.stored_catalog(SERVER))
        yield page(SECOND)

    days.served.site.streams["/drums"] = change_and_answer
    await days.pass_()
    assert [await days.served.repository.stored_catalog(SERVER)] == left


async def test_links_of_servers_that_the_bot_has_left_are_not_read(days: Days) -> None:
    await days.served.repository.note_presence([], days.now)
    await days.pass_()
    assert days.served.site.asked == []
    await days.served.repository.returned(SERVER)
    await days.refresher.refresh()
    assert days.served.asked == ["/drums"]


async def test_while_the_database_is_away_nothing_is_asked_for(
    days: Days, caplog: pytest.LogCaptureFixture
) -> None:
    await days.served.repository.close()
    await days.pass_()
    await days.pass_()
    assert days.served.site.asked == []
    assert [record.levelname for record in caplog.records if "links are read" in record.message] == [
        "WARNING"
    ]


async def test_while_the_storage_is_away_a_change_waits(
    days: Days, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = await days.entry()
    days.served.site.pages["/drums"] = page(SECOND)

    async def away(_: ContentStore, __: bytes) -> str:
        raise StorageError("the storage cannot be reached")

    with monkeypatch.context() as patch:
        patch.setattr(ContentStore, "put", away)
        await days.pass_()
    assert await days.entry() == before
    assert "links are read again later: the storage cannot be reached" in caplog.text
    await days.refresher.refresh()
    assert (await days.entry()).version == 2


async def test_what_nobody_foresaw_is_noted_and_does_not_hold_up_the_others(
    days: Days, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    days.served.site.pages["/other"] = page("Another drum. It is loud, too.")
    await days.served.add(f"{NEWS}/other")
    fetch = PageReader.fetch

    async def broken(
        pages: PageReader, link: str, robots: Robots, *, conditions: Conditions
    ) -> Fetched | NotModified:
        if link == LINK:
            raise ZeroDivisionError
        return await fetch(pages, link, robots, conditions=conditions)

    monkeypatch.setattr(PageReader, "fetch", broken)
    await days.pass_()
    drums, other = await days.served.repository.stored_catalog(SERVER)
    assert drums.problem is not None
    assert drums.problem.startswith("Something went wrong on my side (reference ")
    assert drums.checked_at == other.checked_at == days.now
    assert other.problem is None
    assert "ZeroDivisionError" in caplog.text


async def test_the_quota_is_full(site: Site, repository: Repository) -> None:
    served = Served.of(site, repository, quota=Quota(Amount(documents=9, size=MIB, sentences=2)))
    site.pages["/drums"] = page(DRUMS)
    await served.add(LINK)
    site.pages["/drums"] = page(f"{SECOND} Some were made in Osaka.")
    days = Days(served)
    await days.pass_()
    entry = await days.entry()
    assert (entry.version, entry.problem) == (1, say("library-sentences-full", limit=2))


async def test_it_goes_on_by_itself_until_it_is_stopped(days: Days) -> None:
    """What is due is in the catalogue, so that another process goes on where this one was stopped."""
    days.now += 2 * DAY
    begun = asyncio.Event()

    async def never(_: Request) -> AsyncIterator[bytes]:
        begun.set()
        await asyncio.sleep(3600)
        yield b""

    days.served.site.streams["/drums"] = never
    async with days.refresher.kept(look_seconds=0):
        await begun.wait()
    assert (await days.entry()).checked_at != days.now
    del days.served.site.streams["/drums"]
    days.served.site.pages["/drums"] = page(SECOND)
    heard = asyncio.Event()
    days.served.repository.watch_catalog(lambda _, __: heard.set())
    async with days.refresher.kept(look_seconds=0), asyncio.timeout(60):
        await heard.wait()
    assert (await days.entry()).version == 2
