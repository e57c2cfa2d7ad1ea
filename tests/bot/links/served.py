"""Pages of a server on loopback, and libraries that they are read for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.access.rate_limits import RateLimiter
from bot.documents.documents import Documents
from bot.documents.quota import Quota
from bot.i18n.words import words_for
from bot.interactions.failures import explain
from bot.links.link_reader import LinkReader
from bot.links.page_reader import PageReader
from bot.storage.contents import ContentStore
from tests.bot.fetching.site import response
from tests.bot.state.kept import SERVER

if TYPE_CHECKING:
    from bot.links.link_reader import LinkOutcome
    from bot.state.repository import Repository
    from tests.bot.fetching.site import Site

NEWS = "http://news.test"
HOME = "http://news.test/"


def page(words: str, **headers: str) -> bytes:
    """Answer with a page of which these words are the main text."""
    title = words.split(".", maxsplit=1)[0]
    body = f"<html><head><title>{title}</title></head><body><p>{words}</p></body></html>"
    return response(body.encode(), **headers)


def feed(*paths: str) -> bytes:
    items = "".join(f"<item><link>{NEWS}{path}</link></item>" for path in paths)
    text = f"<rss version='2.0'><channel>{items}</channel></rss>"
    return response(text.encode(), type_="application/rss+xml")


class Clock:
    """A time that passes where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Served:
    """A server's library, and what reads links for it."""

    site: Site
    repository: Repository
    documents: Documents
    pages: PageReader
    clock: Clock

    @classmethod
    def of(cls, site: Site, repository: Repository, *, rate: int = 100, quota: Quota = Quota()) -> Served:  # noqa: B008 - it is frozen
        clock = Clock()
        limiter = RateLimiter(user_rate=1, server_rate=1, addition_rate=rate, clock=clock)
        documents = Documents(repository, ContentStore.in_memory(), limiter, quota)
        return cls(site, repository, documents, PageReader(site.fetcher(), documents, pause=0), clock)

    @property
    def reader(self) -> LinkReader:
        return LinkReader(
            self.pages, self.documents, self.repository, clock=self.clock, sleep=self.clock.sleep
        )

    @property
    def asked(self) -> list[str]:
        """The paths that the server was asked for, but for its rules."""
        return [request.path for request in self.site.asked if request.path != "/robots.txt"]

    async def read(self, *links: str) -> LinkOutcome:
        return await self.reader.read(SERVER, links, lambda *_: None)

    async def add(self, *links: str) -> None:
        """Add what links lead to."""
        for each in (await self.read(*links)).pages:
            await self.documents.add(
                SERVER, 7, each.document, each.content, source=each.source, check=each.check
            )


def said(outcome: LinkOutcome) -> list[tuple[str | None, str]]:
    """List the links that were not read, with the reasons that people are told."""
    return [(each.link, explain(each.error, words_for("en")).sentence) for each in outcome.refusals]


def say(key: str, **values: str | int) -> str:
    return words_for("en").say(key, **values)
