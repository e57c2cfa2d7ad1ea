"""Links lead to documents: pages that say what they are, feeds and sitemaps to all of theirs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.documents.quota import MIB, Quota
from bot.links.host_turns import HostTurns
from bot.state.catalog.entries import Amount, LinkCheck
from tests.bot.fetching.site import redirect, response
from tests.bot.links.served import HOME, NEWS, Clock, Served, feed, page, said, say
from tests.bot.state.kept import SERVER

if TYPE_CHECKING:
    from bot.state.repository import Repository
    from tests.bot.fetching.site import Site

DRUMS = "Drums are loud. They were made in Nara."


async def test_a_page_becomes_a_document_at_its_own_address(served: Served) -> None:
    served.site.pages |= {"/": redirect("/drums"), "/drums": page(DRUMS, ETag='"1"')}
    outcome = await served.read(f" {HOME}#top ".strip())
    assert outcome.refusals == ()
    (read,) = outcome.pages
    assert (read.document.name, read.document.title) == ("drums.html", "Drums are loud")
    assert (read.document.text.strip(), len(read.document.sentences)) == (DRUMS, 2)
    assert read.document.url == read.source == f"{NEWS}/drums"
    assert read.check == LinkCheck(read.check.checked_at, etag='"1"')
    assert await served.repository.stored_catalog(SERVER) == ()


async def test_other_files_are_what_their_server_says(served: Served) -> None:
    text = "Die Trommel heißt Öl. Sie ist alt.".encode("iso8859_15")
    served.site.pages |= {
        "/notes": response(b"# Notes\n\nIt is so.", type_="text/markdown"),
        "/trommel": response(text, type_="text/plain; charset=ISO-8859-15"),
    }
    notes, trommel = (await served.read(f"{NEWS}/notes", f"{NEWS}/trommel")).pages
    assert (notes.document.name, notes.document.title) == ("notes.md", "Notes")
    assert (trommel.document.name, trommel.document.text) == ("trommel.txt", text.decode("iso8859_15"))
    assert trommel.document.oddities == ()


async def test_a_feed_gives_its_pages_and_says_which_it_could_not_read(served: Served) -> None:
    served.site.pages |= {
        "/feed": feed("/1", "/2", "/3", "/feed", "/1"),
        "/1": page("One drum. It is loud."),
        "/3": page("Three drums. They are louder."),
    }
    told: list[tuple[int, int]] = []
    outcome = await served.reader.read(SERVER, [f"{NEWS}/feed"], lambda *at: told.append(at))
    assert [read.source for read in outcome.pages] == [f"{NEWS}/1", f"{NEWS}/3"]
    assert said(outcome) == [
        (f"{NEWS}/2", say("link-status", host="news.test", status="404")),
        (f"{NEWS}/feed", say("link-lists-many")),
    ]
    assert told == [(0, 1), (1, 5), (2, 5), (3, 5), (4, 5)]


async def test_what_is_refused_is_not_asked_for(served: Served) -> None:
    served.site.pages["/robots.txt"] = response(b"User-agent: *\nDisallow: /a", type_="text/plain")
    outcome = await served.read(f"{NEWS}/a", "http://10.0.0.1/", "news", "ftp://news.test/")
    assert said(outcome) == [
        (f"{NEWS}/a", say("link-robots", host="news.test")),
        ("http://10.0.0.1/", say("link-private", host="10.0.0.1")),
        ("news", say("link-malformed", url="news")),
        ("ftp://news.test/", say("link-scheme", scheme="ftp")),
    ]
    assert served.asked == []


async def test_what_a_redirect_leads_to_is_not_taken_where_it_may_not_be_read(served: Served) -> None:
    served.site.pages |= {
        "/robots.txt": response(b"User-agent: *\nDisallow: /b", type_="text/plain"),
        "/a": redirect("/b"),
        "/b": page(DRUMS),
    }
    assert said(await served.read(f"{NEWS}/a")) == [(f"{NEWS}/a", say("link-robots", host="news.test"))]


async def test_a_file_that_cannot_be_understood_is_said(served: Served) -> None:
    served.site.pages["/a.pdf"] = response(b"%PDF-1.7 no more", type_="application/pdf")
    assert said(await served.read(f"{NEWS}/a.pdf")) == [
        (f"{NEWS}/a.pdf", say("unreadable-damaged", name="a.pdf"))
    ]


async def test_what_is_in_the_library_is_not_read_again(served: Served) -> None:
    served.site.pages |= {"/1": page(DRUMS), "/feed": feed("/1", "/2"), "/old": redirect("/1")}
    await served.add(f"{NEWS}/1")
    served.site.pages["/2"] = page("Two drums. They are louder.")
    outcome = await served.read(f"{NEWS}/1", f"{NEWS}/old", f"{NEWS}/feed")
    assert [read.source for read in outcome.pages] == [f"{NEWS}/2"]
    assert said(outcome) == [(f"{NEWS}/1", say("link-known")), (f"{NEWS}/old", say("link-known"))]
    served.site.pages["/feed"] = feed("/1")
    assert said(await served.read(f"{NEWS}/feed")) == [(f"{NEWS}/feed", say("link-lists-known"))]


async def test_a_feed_is_read_as_far_as_there_is_room_for_documents(
    site: Site, repository: Repository
) -> None:
    served = Served.of(site, repository, quota=Quota(Amount(documents=2, size=MIB, sentences=100)))
    site.pages |= {"/feed": feed("/1", "/2", "/3"), "/1": page("One. It is."), "/2": page("Two. They are.")}
    outcome = await served.read(f"{NEWS}/feed")
    assert [read.source for read in outcome.pages] == [f"{NEWS}/1", f"{NEWS}/2"]
    assert said(outcome) == [(f"{NEWS}/feed", say("link-pages-no-room", count=2))]
    assert served.asked == ["/feed", "/1", "/2"]
    await served.add(f"{NEWS}/feed")
    assert said(await served.read(f"{NEWS}/feed")) == [
        (f"{NEWS}/feed", say("library-documents-full", limit=2))
    ]
    assert served.asked == ["/feed", "/1", "/2"] * 2


async def test_the_quota_of_sentences_is_reached_in_the_middle_of_a_feed(
    site: Site, repository: Repository
) -> None:
    served = Served.of(site, repository, quota=Quota(Amount(documents=9, size=MIB, sentences=3)))
    site.pages["/feed"] = feed("/1", "/2", "/3", "/4")
    site.pages |= {path: page(DRUMS) for path in ("/1", "/2", "/3", "/4")}
    outcome = await served.read(f"{NEWS}/feed")
    assert [read.source for read in outcome.pages] == [f"{NEWS}/1"]
    assert said(outcome) == [
        (f"{NEWS}/2", say("library-sentences-full", limit=3)),
        (None, say("link-pages-left", count=2)),
    ]
    assert served.asked == ["/feed", "/1", "/2"]


async def test_pages_wait_where_too_many_would_be_added_in_a_minute(
    site: Site, repository: Repository
) -> None:
    served = Served.of(site, repository, rate=2)
    site.pages |= {"/feed": feed("/1", "/2", "/3")} | {f"/{each}": page(DRUMS) for each in (1, 2, 3)}
    outcome = await served.read(f"{NEWS}/feed")
    assert (len(outcome.pages), outcome.refusals) == (3, ())
    assert served.clock.now == 60


async def test_what_would_take_too_long_is_left_out(site: Site, repository: Repository) -> None:
    served = Served.of(site, repository, rate=1)
    paths = [f"/{each}" for each in range(15)]
    site.pages["/feed"] = feed(*paths)  # a minute for it, and one for each page; none of them is there
    outcome = await served.read(f"{NEWS}/feed")
    assert len(outcome.refusals) == 12
    assert said(outcome)[-1] == (None, say("link-pages-late", count=4))
    assert served.asked == ["/feed", *paths[:11]]


async def test_a_page_takes_the_place_of_a_document(served: Served, repository: Repository) -> None:
    served.site.pages |= {"/1": page(DRUMS), "/2": page("Two drums. They are louder."), "/feed": feed("/1")}
    await served.add(f"{NEWS}/1")
    (entry,) = await repository.stored_catalog(SERVER)
    entry = await served.documents.rename(entry, "All about drums")
    same = await served.reader.read_instead(f"{NEWS}/1", entry)
    assert (same.pages, said(same)) == ((), [(f"{NEWS}/1", say("link-same"))])
    (noted,) = await repository.stored_catalog(SERVER)
    assert entry.checked_at is not None
    assert noted.checked_at is not None
    assert noted.checked_at > entry.checked_at
    listed = await served.reader.read_instead(f"{NEWS}/feed", entry)
    assert said(listed) == [(f"{NEWS}/feed", say("link-lists-many"))]
    (other,) = (await served.reader.read_instead(f"{NEWS}/2", entry)).pages
    assert (other.document.title, other.source) == ("Two drums", f"{NEWS}/2")
    served.site.pages["/1"] = page("Drums are quiet. They were made in Seoul.")
    (again,) = (await served.reader.read_instead(f"{NEWS}/1", entry)).pages
    assert (again.document.title, again.source) == ("All about drums", f"{NEWS}/1")


async def test_one_reader_at_a_time_for_each_host() -> None:
    turns, order = HostTurns(0), []

    async def read(url: str, name: str) -> None:
        async with turns.turn(url):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    await asyncio.gather(
        read("http://a.test/1", "one"), read("https://a.test/2", "two"), read("http://b.test/", "other")
    )
    assert [each for each in order if "other" not in each] == [
        "one begins",
        "one ends",
        "two begins",
        "two ends",
    ]
    assert order.index("other begins") < order.index("one ends")


async def test_a_host_is_left_alone_for_a_while() -> None:
    clock = Clock()
    turns, begun = HostTurns(2, clock=clock, sleep=clock.sleep), []
    for url in ("http://a.test/1", "http://a.test/2", "http://b.test/", "http://a.test/3"):
        async with turns.turn(url):
            begun.append(clock.now)
            await clock.sleep(5)
    assert begun == [0, 7, 12, 17]
