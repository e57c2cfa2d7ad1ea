"""The real parts together: a file is given, understood, stored, built by a process of its own, and asked."""

from __future__ import annotations

import asyncio
import datetime
import logging
from typing import TYPE_CHECKING

import pytest

from bot.access.origin import Origin
from bot.access.rate_limits import RateLimiter
from bot.app.config import Settings
from bot.app.libraries import Libraries
from bot.interactions.services import Services
from bot.links.link_reader import LinkReader
from bot.links.page_reader import PageReader
from bot.links.refresher import LinkRefresher
from bot.state.records import ServerSettings
from bot.state.repository import Repository
from bot.storage.contents import ContentStore
from index import Query, Verdict, build
from tests.bot.fetching.site import open_site
from tests.bot.links.served import NEWS, page
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from index import Answer, Encoder

OURS, THEIRS = 11, 22
GUIDE = b"""# The chess club

## Fees

Adults pay twelve euros a month. Children under ten pay nothing.

## Place

We meet in the old mill behind the church.
"""
QUESTION = "how much do adults pay"


class Bot:
    def __init__(self, folder: Path, repository: Repository) -> None:
        settings = Settings(
            _env_file=None,
            articles=SEEDS,
            index=folder / "index",
            libraries=folder / "libraries",
            reader="off",
        )
        contents = ContentStore.open(str(folder / "contents"))
        self.libraries = Libraries(settings, repository, contents)
        limits = RateLimiter(user_rate=100, server_rate=100)
        self.services = Services.of(self.libraries.worker, repository, limits, storage=contents)

    async def ask(self, question: str, server: int) -> Answer:
        worker = self.libraries.worker
        reach = await self.services.reach(Origin(user=1, channel=2, server=server), ServerSettings())
        ticket = worker.admit(lambda catalog: Query(question, catalog.names()), reach=reach)
        return await worker.answer(ticket)

    async def published(self, server: int) -> None:
        await asyncio.sleep(0)
        await self.libraries.publisher.wait(server)
        assert self.libraries.publisher.problem(server) is None


@pytest.fixture
async def bot(tmp_path: Path, encoder: Encoder) -> AsyncIterator[Bot]:
    build(SEEDS, tmp_path / "index", encoder=encoder)
    async with Repository(f"sqlite:///{tmp_path / 'state.db'}") as repository:
        bot = Bot(tmp_path, repository)
        bot.libraries.worker.open()
        async with bot.libraries.kept():
            yield bot
        await bot.libraries.worker.close(5)


@pytest.mark.slow
async def test_a_document_is_answered_from_in_its_server_alone(bot: Bot) -> None:
    documents = bot.services.documents
    document = await documents.preview(OURS, "club.md", GUIDE)
    entry = await documents.add(OURS, 1, document, GUIDE)
    await bot.published(OURS)

    quote = (await bot.ask(QUESTION, OURS)).quotes[0]
    assert quote.text == "Adults pay twelve euros a month."
    assert quote.article.name == entry.article_name
    assert quote.article.path(quote.sentence - 1) == ("The chess club", "Fees")
    both = await bot.ask("Where were the talks held?", OURS)
    assert both.quotes[0].article.name in {path.name for path in SEEDS.iterdir()}
    elsewhere = await bot.ask(QUESTION, THEIRS)
    assert elsewhere.verdict is not Verdict.ANSWERED
    assert all(quote.article.name != entry.article_name for quote in elsewhere.quotes)

    newer = GUIDE.replace(b"twelve", b"fifteen")
    entry = await documents.replace(entry, 1, await documents.preview(OURS, "club.md", newer), newer)
    await bot.published(OURS)
    assert (await bot.ask(QUESTION, OURS)).quotes[0].text == "Adults pay fifteen euros a month."

    await documents.remove(OURS, entry.id)
    gone = await bot.ask(QUESTION, OURS)
    assert all(quote.article.name != entry.article_name for quote in gone.quotes)


@pytest.mark.slow
async def test_a_page_is_answered_from_and_again_once_it_has_changed(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    documents, repository = bot.services.documents, bot.services.repository
    async with open_site() as site:
        pages = PageReader(site.fetcher(), documents, pause=0)
        site.pages["/club"] = page("Adults pay twelve euros a month. Children under ten pay nothing.")
        read = await LinkReader(pages, documents, repository).read(OURS, [f"{NEWS}/club"], lambda *_: None)
        (club,) = read.pages
        await documents.add(OURS, 1, club.document, club.content, source=club.source, check=club.check)
        await bot.published(OURS)
        quote = (await bot.ask(QUESTION, OURS)).quotes[0]
        assert (quote.text, quote.article.url) == ("Adults pay twelve euros a month.", f"{NEWS}/club")

        site.pages["/club"] = page("Adults pay fifteen euros a month. Children under ten pay nothing.")
        tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=2)
        await LinkRefresher(pages, documents, repository, now=lambda: tomorrow).refresh()
        await bot.published(OURS)
        assert (await bot.ask(QUESTION, OURS)).quotes[0].text == "Adults pay fifteen euros a month."
    built = [record.message for record in caplog.records if "is built" in record.message]
    # Two sentences and both together, then the one that has changed and both together.
    assert [message.rpartition(", ")[2] for message in built] == ["embedded now 3", "embedded now 2"]
