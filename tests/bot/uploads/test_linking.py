"""Adding pages by their links, as a manager does it where the host allows it, and where it does not."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import TYPE_CHECKING

import pytest
import simcord

from bot.access.rate_limits import RateLimiter
from bot.fetching.fetcher import Fetcher
from bot.fetching.types import READABLE, UNCONDITIONAL
from bot.i18n.words import LANGUAGES, words_for
from bot.interactions.services import Services
from bot.links.links import Links
from bot.state.catalog.entries import LinkCheck
from bot.ui.markdown import escape
from bot.uploads.card import Outcome, outcome_card, preview_card, reading_card
from index import Document
from tests.bot.doubles import article_of
from tests.bot.fetching.site import open_site, redirect
from tests.bot.links.served import NEWS, feed, page
from tests.bot.uploads.building import GUIDE, HeldPublishing, add, card, control, say, shown, stored
from tests.bot.uploads.test_cards import problems
from tests.bot.world import texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simcord import Env, InteractionResult, MemberActor

    from bot.fetching.types import Conditions, Fetched, NotModified
    from bot.library.worker import LibraryWorker
    from bot.state.repository import Repository
    from tests.bot.fetching.site import Site
    from tests.bot.world import World

DRUMS, MILLS = "Drums are loud. They were made in Nara.", "Mills are old. They stand at the river."


class HeldFetcher(Fetcher):
    """Waits before it fetches, if it is told to."""

    env: Env | None = None

    def __init__(self, site: Site) -> None:
        super().__init__(allowed=site.is_this, resolver=site)
        self.go = asyncio.Event()
        self.go.set()

    async def fetch(
        self, url: str, *, conditions: Conditions = UNCONDITIONAL, types: frozenset[str] | None = READABLE
    ) -> Fetched | NotModified:
        if not self.go.is_set():
            assert self.env is not None
            await self.env.external_wait(self.go.wait(), reason="a server is slow")
        return await super().fetch(url, conditions=conditions, types=types)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as site:
        yield site


@pytest.fixture
def fetcher(site: Site) -> HeldFetcher:
    return HeldFetcher(site)


@pytest.fixture
def services(services: Services, fetcher: HeldFetcher) -> Services:
    links = Links.of(fetcher, services.documents, services.repository, pause=0)
    return dataclasses.replace(services, links=links)


async def give(
    world: World, person: MemberActor, *links: str, files: tuple[tuple[str, bytes], ...] = ()
) -> InteractionResult:
    """Give links by the panel's form; returns the preview."""
    opened = await person.slash(world.channel, "library")
    form = await person.click(card(opened), custom_id=control(card(opened), "add"))
    return await person.submit_modal(form, {"files": list(files), "links": "\n".join(links)})


async def confirm(person: MemberActor, preview: InteractionResult) -> None:
    await person.click(card(preview), custom_id=control(card(preview), "confirm"))


async def test_a_page_is_added_by_its_link(world: World, grace: MemberActor, site: Site) -> None:
    site.pages |= {"/": redirect("/drums"), "/drums": page(DRUMS, ETag='"1"')}
    preview = await give(world, grace, f"{NEWS}/")
    title, described = shown(preview)
    assert title == f"### {say('library-preview')}"
    assert described.split("\n") == [
        "**Drums are loud**",
        "-# drums\\.html · 2 sentences · English",
        f"-# {escape(NEWS)}\\/drums",
        "> Drums are loud\\.",
        "> They were made in Nara\\.",
    ]
    assert await stored(world) == ()
    await confirm(grace, preview)
    assert shown(preview) == ["Added\\: **Drums are loud**", say("library-ready")]
    (entry,) = await stored(world)
    assert (entry.url, entry.source, entry.etag) == (f"{NEWS}/drums", f"{NEWS}/drums", '"1"')
    assert (entry.added_by, entry.version) == (grace.id, 1)
    panel = "\n".join(shown(await grace.slash(world.channel, "library")))
    assert f"last read <t:{int(entry.checked_at.timestamp())}:R>" in panel  # type: ignore[union-attr] # a link
    assert f"[{say('library-source')}]({NEWS}/drums)" in panel


async def test_links_and_files_come_together_and_what_is_refused_is_named(
    world: World, grace: MemberActor, site: Site
) -> None:
    site.pages["/drums"] = page(DRUMS)
    links = (f"{NEWS}/drums", f"{NEWS}/none", "http://169.254.169.254/latest")
    preview = await give(world, grace, *links, files=(GUIDE,))
    assert [text.split("\n")[0] for text in shown(preview)[1:3]] == ["**Drums are loud**", "**Guide**"]
    assert shown(preview)[3:] == [
        escape(f"{NEWS}/none: {words_for('en').say('link-status', host='news.test', status='404')}"),
        escape(
            f"http://169.254.169.254/latest: {words_for('en').say('link-private', host='169.254.169.254')}"
        ),
    ]
    await confirm(grace, preview)
    drums, guide = await stored(world)
    assert (drums.source, guide.source) == (f"{NEWS}/drums", None)


async def test_a_feed_brings_its_pages(world: World, grace: MemberActor, site: Site) -> None:
    site.pages |= {"/feed": feed("/1", "/2", "/3"), "/1": page(DRUMS), "/3": page(MILLS)}
    preview = await give(world, grace, f"{NEWS}/feed")
    assert [text.split("\n")[0] for text in shown(preview)[1:3]] == [
        "**Drums are loud**",
        "**Mills are old**",
    ]
    assert shown(preview)[3].startswith(escape(f"{NEWS}/2: news.test answers with error 404"))
    await confirm(grace, preview)
    assert [entry.source for entry in await stored(world)] == [f"{NEWS}/1", f"{NEWS}/3"]
    again = await give(world, grace, f"{NEWS}/1")
    assert shown(again) == [
        f"### {say('library-preview-none')}",
        escape(f"{NEWS}/1: {words_for('en').say('link-known')}"),
    ]


async def test_how_far_it_is_is_shown(
    world: World, grace: MemberActor, site: Site, fetcher: HeldFetcher
) -> None:
    site.pages["/drums"] = page(DRUMS)
    fetcher.env = world.env
    fetcher.go.clear()
    preview = await give(world, grace, f"{NEWS}/drums", f"{NEWS}/mills")
    await world.env.advance_time(5)
    assert shown(preview) == [say("library-links-reading"), "░░░░░░░░░░ page 1 of 2"]
    fetcher.go.set()
    await world.env.settle()
    assert shown(preview)[1].startswith("**Drums are loud**")


async def test_who_stops_the_bot_does_not_wait_for_slow_servers(
    world: World, grace: MemberActor, fetcher: HeldFetcher
) -> None:
    fetcher.env = world.env
    fetcher.go.clear()
    preview = await give(world, grace, f"{NEWS}/drums")
    async with asyncio.timeout(60):
        await world.services.delivery.all_sent()
    fetcher.go.set()
    await world.env.settle()
    assert shown(preview)[0] == f"### {say('library-preview-none')}"


async def test_the_database_is_away(world: World, grace: MemberActor, fetcher: HeldFetcher) -> None:
    fetcher.env = world.env
    opened = await grace.slash(world.channel, "library")
    form = await grace.click(card(opened), custom_id=control(card(opened), "add"))
    await world.services.repository.close()
    assert shown(await grace.submit_modal(form, {"links": f"{NEWS}/drums"})) == [say("away")]


async def test_nothing_and_too_much(world: World, grace: MemberActor, site: Site) -> None:
    assert shown(await give(world, grace)) == [say("library-nothing-given")]
    links = [f"{NEWS}/{each}" for each in range(6)]
    assert shown(await give(world, grace, *links)) == [say("library-too-many-links", limit=5)]
    assert site.asked == []


async def replace_form(world: World, person: MemberActor) -> InteractionResult:
    (entry,) = await stored(world)
    panel = await person.slash(world.channel, "library")
    await person.click(card(panel), custom_id=f"library:open:0:{entry.id:x}")
    return await person.click(card(panel), custom_id=control(card(panel), "replace"))


async def test_a_document_that_came_by_link_is_read_again_on_request(
    world: World, grace: MemberActor, site: Site
) -> None:
    site.pages["/drums"] = page(DRUMS)
    await confirm(grace, await give(world, grace, f"{NEWS}/drums"))
    form = await replace_form(world, grace)
    assert f"{NEWS}/drums" in str(form.modal)
    unchanged = await grace.submit_modal(form, {"links": f"{NEWS}/drums"})
    assert shown(unchanged)[1] == escape(f"{NEWS}/drums: {words_for('en').say('link-same')}")
    site.pages["/drums"] = page(MILLS)
    preview = await grace.submit_modal(await replace_form(world, grace), {"links": f"{NEWS}/drums"})
    assert shown(preview)[1] == "It takes the place of “Drums are loud”\\."
    await confirm(grace, preview)
    (entry,) = await stored(world)
    assert (entry.version, entry.source, entry.title) == (2, f"{NEWS}/drums", "Drums are loud")


async def test_a_file_takes_the_place_of_a_page(world: World, grace: MemberActor, site: Site) -> None:
    site.pages["/drums"] = page(DRUMS)
    await confirm(grace, await give(world, grace, f"{NEWS}/drums"))
    form = await replace_form(world, grace)
    await confirm(grace, await grace.submit_modal(form, {"files": [GUIDE], "links": f"{NEWS}/drums"}))
    (entry,) = await stored(world)
    assert (entry.version, entry.source, entry.name, entry.checked_at) == (2, None, "guide.md", None)


async def test_a_page_takes_the_place_of_a_file(world: World, grace: MemberActor, site: Site) -> None:
    site.pages |= {"/drums": page(DRUMS), "/feed": feed("/drums")}
    await add(world, grace, GUIDE)
    two = await grace.submit_modal(await replace_form(world, grace), {"links": f"{NEWS}/a {NEWS}/b"})
    assert shown(two) == [say("library-too-many-links", limit=1)]
    many = await grace.submit_modal(await replace_form(world, grace), {"links": f"{NEWS}/feed"})
    assert shown(many)[1] == escape(f"{NEWS}/feed: {words_for('en').say('link-lists-many')}")
    await confirm(
        grace, await grace.submit_modal(await replace_form(world, grace), {"links": f"{NEWS}/drums"})
    )
    (entry,) = await stored(world)
    assert (entry.version, entry.source, entry.title) == (2, f"{NEWS}/drums", "Drums are loud")


async def test_a_page_that_cannot_be_read_any_more_is_said_in_the_panel(
    world: World, grace: MemberActor, site: Site
) -> None:
    site.pages["/drums"] = page(DRUMS)
    await confirm(grace, await give(world, grace, f"{NEWS}/drums"))
    (entry,) = await stored(world)
    assert entry.checked_at is not None
    check = dataclasses.replace(LinkCheck(entry.checked_at), problem="news.test is gone")
    await world.services.repository.note_check(entry, check)
    panel = "\n".join(shown(await grace.slash(world.channel, "library")))
    assert f"last tried <t:{int(entry.checked_at.timestamp())}:R>" in panel
    assert "cannot be read\\: news\\.test is gone" in panel


async def test_help_and_privacy_say_it(world: World, grace: MemberActor) -> None:
    assert say("help-library-links") in "\n".join(shown(await grace.slash(world.channel, "help")))
    assert say("privacy-links") in "\n".join(shown(await grace.slash(world.channel, "privacy")))


class TestWhereLinksAreOff:
    @pytest.fixture
    def services(self, worker: LibraryWorker, repository: Repository, publishing: HeldPublishing) -> Services:
        limiter = RateLimiter(user_rate=1000, server_rate=1000, addition_rate=20)
        return Services.of(worker, repository, limiter, publishing=publishing)

    async def test_forms_ask_for_files_alone(self, world: World, grace: MemberActor, site: Site) -> None:
        opened = await grace.slash(world.channel, "library")
        form = await grace.click(card(opened), custom_id=control(card(opened), "add"))
        with pytest.raises(simcord.SetupError):
            await grace.submit_modal(form, {"files": [GUIDE], "links": f"{NEWS}/drums"})
        with pytest.raises(simcord.SetupError):
            await grace.submit_modal(form, {"files": []})
        assert site.asked == []

    async def test_help_and_privacy_do_not_speak_of_them(self, world: World, grace: MemberActor) -> None:
        helped = "\n".join(shown(await grace.slash(world.channel, "help")))
        assert say("help-library") in helped
        assert say("help-library-links") not in helped
        assert say("privacy-links") not in "\n".join(shown(await grace.slash(world.channel, "privacy")))


WORST = "😀*" * 200
LONG = "https://news.example/" + "*" * 2000


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hundred_pages_fit(language: str) -> None:
    words = words_for(language)
    article = dataclasses.replace(article_of(WORST), title=WORST, url=LONG)
    documents = [Document.of(article)] * 100
    view = preview_card(documents, [f"{LONG[:100]}: {WORST}"] * 100, words, draft="ab")
    assert problems(view) == []
    more = escape(words.say("library-more", count=90))
    assert texts(view.to_components()).count(more) == 2  # type: ignore[no-untyped-call] # discord.py left it out
    assert problems(outcome_card(Outcome((WORST,) * 100, (WORST,) * 100), words, ending=WORST[:200])) == []
    assert problems(outcome_card(Outcome((), (WORST,) * 100), words)) == []
    assert problems(reading_card(99, 100, words)) == []
