"""Feeds and sitemaps -> the pages that they list."""

from __future__ import annotations

import gzip

import pytest

from bot.errors import LinkError
from bot.fetching.listings import Listing, listed_pages, read_listing
from bot.fetching.types import Fetched
from tests.bot.fetching.site import Site, response

BASE = "https://news.test/feeds/all.xml"
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def read(text: str | bytes, *, most: int = 100) -> Listing:
    return read_listing(text if isinstance(text, bytes) else text.encode(), BASE, most=most)


def sitemap(*paths: str) -> bytes:
    urls = "".join(f"<url><loc>http://news.test{path}</loc></url>" for path in paths)
    return f"<urlset {SITEMAP}>{urls}</urlset>".encode()


def index(*paths: str) -> bytes:
    inner = "".join(f"<sitemap><loc>http://news.test{path}</loc></sitemap>" for path in paths)
    return f"<sitemapindex {SITEMAP}>{inner}</sitemapindex>".encode()


@pytest.mark.parametrize(
    "text",
    [
        # RSS 2.0, with other namespaces
        """<?xml version="1.0"?><rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"
        xmlns:m="http://search.yahoo.com/mrss/"><channel><link>https://news.test/</link>
        <a:link rel="self" href="https://news.test/feeds/all.xml"/>
        <image><url>https://news.test/i.png</url><link>https://news.test/</link></image>
        <item><title>One</title><a:link rel="self" href="https://news.test/self"/>
        <m:group><link>https://news.test/inner</link></m:group>
        <link> https://news.test/1?a=b&amp;c=d#e </link></item>
        <item><link><![CDATA[/2]]></link></item><item><link>https://news.test/2</link></item>
        <item><title>None</title></item><item><link/></item><item><link>http://[</link></item>
        <item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item>
        </channel></rss>""",
        # RSS 1.0
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><link>https://news.test/</link></channel>
        <item><link>https://news.test/1?a=b&amp;c=d</link></item>
        <item><link>https://news.test/2</link></item></rdf:RDF>""",
        # RSS 0.91, with its document type
        """<?xml version="1.0"?>
        <!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">
        <rss version="0.91"><channel><item><link>https://news.test/1?a=b&amp;c=d</link></item>
        <item><link>https://news.test/2</link></item></channel></rss>""",
        # Atom
        """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.test/"/>
        <entry><link rel="edit" href="/edit"/><link rel="alternate" href="/1?a=b&amp;c=d"/>
        <source><link href="https://other.test/"/></source>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><link href="/no"/></div></content>
        </entry>
        <entry><link href="../2"/><link rel="enclosure" href="/2.mp3"/></entry></feed>""",
        # a sitemap, with pictures
        f"""<urlset {SITEMAP} xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>https://news.test/1?a=b&amp;c=d</loc><i:image><i:loc>https://news.test/i.png</i:loc></i:image></url>
        <url><lastmod>2026-11-28</lastmod><loc>
        https://news.test/2
        </loc></url></urlset>""",
    ],
    ids=["rss 2.0", "rss 1.0", "rss 0.91", "atom", "sitemap"],
)
def test_the_pages_that_are_listed(text: str) -> None:
    assert read(text) == Listing(("https://news.test/1?a=b&c=d", "https://news.test/2"))


def test_an_index_of_sitemaps() -> None:
    assert read(index("/a.xml", "/b.xml")) == Listing(
        (), ("http://news.test/a.xml", "http://news.test/b.xml")
    )


def test_a_packed_sitemap() -> None:
    assert read(gzip.compress(sitemap("/a"))) == read(sitemap("/a"))


def test_an_encoding_of_its_own() -> None:
    text = (
        '<?xml version="1.0" encoding="iso-8859-1"?><rss><item><link>https://news.test/ü</link></item></rss>'
    )
    assert read(text.encode("iso-8859-1")).pages == ("https://news.test/%C3%BC",)


def test_no_more_pages_than_are_wanted() -> None:
    paths = [f"/{number}" for number in range(20_000)]
    assert read(sitemap(*paths), most=3).pages == tuple(f"http://news.test/{n}" for n in range(3))


def test_what_comes_after_the_pages_that_are_wanted_is_not_read() -> None:
    whole = sitemap(*(f"/{number}" for number in range(20_000)))
    assert len(read(whole[: len(whole) // 2], most=5).pages) == 5


BILLION_LAUGHS = "<!DOCTYPE rss [<!ENTITY a0 'ha'>{}]><rss><item><link>&a30;</link></item></rss>".format(
    "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};'>" for n in range(1, 31))
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Not XML",
        "<html><body><item><link>https://news.test/</link></item></body></html>",
        "<rss><item><link>https://news.test/</link>",
        "<rss><item></rss>",
        "<?xml version='1.0' encoding='no-such'?><rss/>",
        "<?xml version='1.0' encoding='utf-7'?><rss/>",
        BILLION_LAUGHS,
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><item><link>&a;</link></item></rss>",
        "<!DOCTYPE rss [<!ENTITY % a SYSTEM 'http://127.0.0.1/'>%a;]><rss/>",
        "<rss>" + "<a>" * 1_000_000,
        b"\x1f\x8b\x08not packed",
        gzip.compress(b"<rss/>")[:-10],
    ],
    ids=range(13),
)
def test_what_is_no_feed(text: str | bytes) -> None:
    with pytest.raises(LinkError) as caught:
        read(text)
    assert caught.value.words_key == "link-lists-malformed"


def test_a_packed_sitemap_that_is_too_big() -> None:
    with pytest.raises(LinkError) as caught:
        read(gzip.compress(b"<rss>" + b" " * 11 * 2**20))
    assert caught.value.words_key == "link-too-big"


async def listed(site: Site, content: bytes, *, most: int = 100) -> tuple[str, ...]:
    fetched = Fetched("http://news.test/sitemap.xml", content, "application/xml")
    return await listed_pages(fetched, site.fetcher(), most=most)


async def test_the_pages_of_an_index_come_in_order_and_once(site: Site) -> None:
    site.pages["/a.xml"] = response(sitemap("/1", "/2"), type_="application/xml")
    site.pages["/b.xml.gz"] = response(gzip.compress(sitemap("/2", "/3")), type_="application/gzip")
    assert await listed(site, index("/a.xml", "/b.xml.gz")) == tuple(
        f"http://news.test/{n}" for n in (1, 2, 3)
    )


async def test_no_sitemap_is_fetched_once_there_are_enough_pages(site: Site) -> None:
    site.pages["/a.xml"] = response(sitemap("/1", "/2"), type_="text/xml")
    assert await listed(site, index("/a.xml", "/b.xml"), most=1) == ("http://news.test/1",)
    assert [request.path for request in site.asked] == ["/a.xml"]


async def test_a_sitemap_that_is_not_there_is_passed_over(site: Site) -> None:
    site.pages["/b.xml"] = response(sitemap("/1"), type_="text/xml")
    assert await listed(site, index("/a.xml", "/b.xml")) == ("http://news.test/1",)


async def test_an_index_of_itself(site: Site) -> None:
    site.pages["/a.xml"] = response(index("/a.xml", "/a.xml"), type_="text/xml")
    with pytest.raises(LinkError) as caught:
        await listed(site, index("/a.xml"))
    assert caught.value.words_key == "link-lists-nothing"
    assert len(site.asked) == 1


async def test_at_most_twenty_sitemaps_of_an_index_are_fetched(site: Site) -> None:
    with pytest.raises(LinkError) as caught:
        await listed(site, index(*(f"/{number}.xml" for number in range(100))))
    assert caught.value.words_key == "link-status"
    assert len(site.asked) == 20


async def test_a_sitemap_leads_to_no_private_address(site: Site) -> None:
    inner = index("/a.xml").replace(b"news.test", b"127.0.0.2")
    with pytest.raises(LinkError) as caught:
        await listed(site, inner)
    assert caught.value.words_key == "link-private"
