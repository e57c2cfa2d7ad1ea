"""What is fetched from a server that does as it should, and from one that does not."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import socket
import ssl
import zlib
from typing import TYPE_CHECKING

import pytest
import trustme

from bot.errors import LinkError
from bot.fetching.fetcher import Fetcher
from bot.fetching.types import Conditions, Fetched, NotModified
from index import __version__
from tests.bot.fetching.site import open_site, redirect, response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.bot.fetching.site import Request, Site

PAGE = b"<p>Nara was the capital.</p>"
MEBIBYTE = 2**20


async def refusal(fetcher: Fetcher, url: str = "http://news.test/") -> str:
    with pytest.raises(LinkError) as caught:
        await fetcher.fetch(url)
    return caught.value.words_key


async def test_a_page(site: Site) -> None:
    site.pages["/a?b=c"] = response(PAGE, type_="text/HTML; charset=ISO-8859-1", ETag='"1"')
    fetched = await site.fetcher().fetch("http://news.test/a?b=c#d")
    conditions = Conditions(etag='"1"')
    assert fetched == Fetched("http://news.test/a?b=c", PAGE, "text/html", "iso-8859-1", conditions)
    (request,) = site.asked
    assert request.headers["Host"] == "news.test"
    assert request.headers["User-Agent"] == f"Verbatim/{__version__}"
    assert not {"Cookie", "Referer", "Authorization"} & set(request.headers)


async def test_a_page_that_has_not_changed(site: Site) -> None:
    date = "Sat, 28 Nov 2026 15:00:00 GMT"
    site.pages["/"] = response(PAGE, ETag='W/"1"', Last_Modified=date)
    fetched = await site.fetcher().fetch("http://news.test/")
    assert isinstance(fetched, Fetched)
    assert fetched.conditions == Conditions('W/"1"', date)
    site.pages["/"] = response(status="304 Not Modified", type_=None)
    again = await site.fetcher().fetch("http://news.test/", conditions=fetched.conditions)
    assert again == NotModified("http://news.test/")
    assert site.asked[1].headers["If-None-Match"] == 'W/"1"'
    assert site.asked[1].headers["If-Modified-Since"] == date


async def test_what_cannot_be_sent_back_is_no_condition(site: Site) -> None:
    site.pages["/"] = response(PAGE, ETag='"ü"', Last_Modified="x" * 300)
    fetched = await site.fetcher().fetch("http://news.test/")
    assert isinstance(fetched, Fetched)
    assert fetched.conditions == Conditions()


async def test_not_modified_without_being_asked(site: Site) -> None:
    site.pages["/"] = response(status="304 Not Modified", type_=None)
    assert await refusal(site.fetcher()) == "link-status"


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip"])
async def test_a_packed_page(site: Site, encoding: str) -> None:
    site.pages["/"] = response(gzip.compress(PAGE), Content_Encoding=encoding)
    fetched = await site.fetcher().fetch("http://news.test/")
    assert isinstance(fetched, Fetched)
    assert fetched.content == PAGE


async def test_cookies_and_proxies_of_the_environment_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages |= {"/": response(status="302 Found", Location="/b", Set_Cookie="a=b"), "/b": response(PAGE)}
    await site.fetcher().fetch("http://news.test/")
    assert "Cookie" not in site.asked[1].headers


async def test_five_redirects_are_followed(site: Site) -> None:
    codes = ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
    for step, code in enumerate(codes):
        site.pages[f"/{step}"] = redirect(f"{step + 1}" if step % 2 else f"http://b.test/{step + 1}", code)
    site.pages["/5"] = response(PAGE)
    fetched = await site.fetcher().fetch("http://news.test/0")
    assert fetched == Fetched("http://b.test/5", PAGE, "text/html")
    assert len(site.looked_up) == 6


async def test_six_redirects_are_too_many(site: Site) -> None:
    for step in range(6):
        site.pages[f"/{step}"] = redirect(f"/{step + 1}")
    site.pages["/6"] = response(PAGE)
    assert await refusal(site.fetcher(), "http://news.test/0") == "link-redirects"
    assert len(site.asked) == 6


async def test_a_redirect_that_goes_round(site: Site) -> None:
    site.pages |= {"/": redirect("/b"), "/b": redirect("/")}
    assert await refusal(site.fetcher()) == "link-redirects"


@pytest.mark.parametrize(
    ("location", "key"),
    [
        ("http://localhost/", "link-private"),
        ("http://127.0.0.2/", "link-private"),
        ("http://0x7f.2/", "link-private"),
        ("http://2130706434/", "link-private"),
        ("http://[::ffff:127.0.0.2]/", "link-private"),
        ("http://169.254.169.254/latest/meta-data/", "link-private"),
        ("file:///etc/passwd", "link-scheme"),
        ("ftp://news.test/", "link-scheme"),
        ("http://news.test:8080/", "link-port"),
        ("http://ada:secret@news.test/", "link-credentials"),
        ("http://nowhere.invalid/", "link-unresolved"),
        ("http://[", "link-malformed"),
    ],
)
async def test_a_redirect_is_checked_as_a_link_is(site: Site, location: str, key: str) -> None:
    site.names["localhost"] = [["127.0.0.2"]]
    site.pages["/"] = redirect(location)
    assert await refusal(site.fetcher()) == key
    assert len(site.asked) == 1


async def test_a_redirect_to_nowhere(site: Site) -> None:
    site.pages["/"] = response(status="302 Found")
    assert await refusal(site.fetcher()) == "link-redirects"


async def test_strictly_no_name_leads_to_loopback(site: Site) -> None:
    site.pages["/"] = response(PAGE)
    assert await refusal(Fetcher(resolver=site)) == "link-private"
    assert await refusal(Fetcher(), "http://localhost/") == "link-private"
    assert site.asked == []


async def test_a_name_with_one_address_that_is_not_allowed_is_refused_whole(site: Site) -> None:
    site.names["news.test"] = [["127.0.0.1", "127.0.0.2"]]
    assert await refusal(site.fetcher()) == "link-private"
    assert site.asked == []


async def test_the_connection_is_to_the_address_that_was_checked(site: Site) -> None:
    site.names["news.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    site.pages["/"] = response(PAGE)
    await site.fetcher().fetch("http://news.test/")
    assert site.looked_up == ["news.test"]


async def test_a_name_that_leads_elsewhere_after_a_redirect(site: Site) -> None:
    site.names["news.test"] = [["127.0.0.1"], ["127.0.0.2"]]
    site.pages["/"] = redirect("/b")
    assert await refusal(site.fetcher()) == "link-private"
    assert site.looked_up == ["news.test", "news.test"]
    assert len(site.asked) == 1


@pytest.mark.parametrize("host", ["nowhere.invalid", f"{'a' * 64}.invalid", f"{'a.' * 130}invalid"])
async def test_a_name_that_there_is_not(host: str) -> None:
    assert await refusal(Fetcher(), f"http://{host}/") in {"link-unresolved", "link-malformed"}


async def test_ipv6() -> None:
    async with open_site(address="::1") as site:
        site.pages["/"] = response(PAGE)
        fetched = await site.fetcher().fetch("http://news.test/")
        assert isinstance(fetched, Fetched)
        assert await refusal(Fetcher(resolver=site)) == "link-private"


async def test_nobody_listens(site: Site) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        site.port = taken.getsockname()[1]
        assert await refusal(site.fetcher()) == "link-unreachable"


@contextlib.asynccontextmanager
async def secure_site() -> AsyncIterator[tuple[Site, ssl.SSLContext]]:
    """Run a server for `news.test` over TLS, and trust whoever made its certificate."""
    authority, own = trustme.CA(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("news.test").configure_cert(own)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    async with open_site(tls=own) as site:
        yield site, trusting


async def test_https() -> None:
    async with secure_site() as (site, trusting):
        site.pages |= {"/": redirect("/b"), "/b": response(PAGE)}
        fetched = await site.fetcher(tls=trusting).fetch("https://news.test/")
        assert fetched == Fetched("https://news.test/b", PAGE, "text/html")


async def test_https_leads_nowhere_less_safe() -> None:
    async with secure_site() as (site, trusting):
        site.pages["/"] = redirect("http://news.test/b")
        assert await refusal(site.fetcher(tls=trusting), "https://news.test/") == "link-downgrade"
        assert len(site.asked) == 1


async def test_a_certificate_that_nobody_vouches_for() -> None:
    async with secure_site() as (site, trusting):
        assert await refusal(site.fetcher(), "https://news.test/") == "link-untrusted"
        assert await refusal(site.fetcher(tls=trusting), "https://other.test/") == "link-untrusted"
        assert site.asked == []


@pytest.mark.parametrize(
    ("type_", "key"),
    [
        ("image/png", "link-type"),
        ("application/octet-stream", "link-type"),
        ("application/zip", "link-type"),
        ("application/json", "link-type"),
        ("video/mp4", "link-type"),
        ("text/html, image/png", "link-type"),
        (None, "link-type"),
    ],
)
async def test_a_type_that_is_not_read(site: Site, type_: str | None, key: str) -> None:
    site.pages["/"] = response(PAGE, type_=type_)
    assert await refusal(site.fetcher()) == key


@pytest.mark.parametrize("status", ["401 Unauthorized", "404 Not Found", "206 Partial", "500 Oh", "999 Odd"])
async def test_an_error_of_the_server(site: Site, status: str) -> None:
    site.pages["/"] = response(PAGE, status=status)
    with pytest.raises(LinkError) as caught:
        await site.fetcher().fetch("http://news.test/")
    assert caught.value.values == {"host": "news.test", "status": status[:3]}


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (b"", "link-unreachable"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "link-broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "link-broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "link-broken"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 50_000 + b"\r\n", "link-broken"),
        (b"HTTP/1.1 200 OK\r\na: " + b"b" * 100_000 + b"\r\n\r\n", "link-broken"),
        (response(PAGE, Content_Length="1000"), "link-broken"),
        (response(PAGE, Content_Length="3"), "link-broken"),
        (response(PAGE, Content_Encoding="gzip"), "link-broken"),
        (response(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip"), "link-broken"),
        (response(gzip.compress(PAGE) + PAGE, Content_Encoding="gzip"), "link-broken"),
        (response(PAGE, Content_Encoding="br"), "link-broken"),
        (response(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "link-broken"),
        (response(b"xyz\r\n", Transfer_Encoding="chunked"), "link-broken"),
    ],
    ids=range(14),
)
async def test_a_response_that_is_none(site: Site, sent: bytes, key: str) -> None:
    site.pages["/"] = sent
    assert await refusal(site.fetcher()) == key


async def test_a_connection_that_is_reset(site: Site) -> None:
    async def reset(request: Request) -> AsyncIterator[bytes]:
        if request.path == "/":
            yield response(PAGE, Content_Length="100000")
        raise ConnectionResetError

    site.streams |= {"/": reset, "/b": reset}
    assert await refusal(site.fetcher()) == "link-broken"
    assert await refusal(site.fetcher(), "http://news.test/b") == "link-unreachable"


async def test_a_body_without_end(site: Site) -> None:
    sent = 0

    async def endless(_: Request) -> AsyncIterator[bytes]:
        nonlocal sent
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        while True:
            sent += MEBIBYTE
            yield b"a" * MEBIBYTE

    site.streams["/"] = endless
    assert await refusal(site.fetcher()) == "link-too-big"
    assert sent < 30 * MEBIBYTE


async def test_ten_mebibytes_and_one_byte(site: Site) -> None:
    site.pages |= {"/10": response(b"a" * 10 * MEBIBYTE), "/11": response(b"a" * (10 * MEBIBYTE + 1))}
    fetched = await site.fetcher().fetch("http://news.test/10")
    assert isinstance(fetched, Fetched)
    assert len(fetched.content) == 10 * MEBIBYTE
    assert await refusal(site.fetcher(), "http://news.test/11") == "link-too-big"


async def test_a_small_package_with_much_in_it(site: Site) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(packer.compress(bytes(MEBIBYTE)) for _ in range(200)) + packer.flush()
    assert len(packed) < MEBIBYTE
    site.pages["/"] = response(packed, Content_Encoding="gzip")
    assert await refusal(site.fetcher()) == "link-too-big"


async def test_a_slow_drip(site: Site) -> None:
    async def drip(_: Request) -> AsyncIterator[bytes]:
        yield response(Content_Length="100000")
        while True:
            await asyncio.sleep(0.02)
            yield b"a"

    site.streams["/"] = drip
    assert await refusal(site.fetcher(seconds=0.3)) == "link-too-slow"


async def test_headers_that_never_come(site: Site) -> None:
    async def silent(_: Request) -> AsyncIterator[bytes]:
        await asyncio.sleep(3600)
        yield b""

    site.streams["/"] = silent
    assert await refusal(site.fetcher(seconds=0.3)) == "link-too-slow"


async def test_redirects_share_the_time(site: Site) -> None:
    async def slow(request: Request) -> AsyncIterator[bytes]:
        await asyncio.sleep(0.2)
        yield redirect(f"{request.path}")

    site.streams["/"] = slow
    assert await refusal(site.fetcher(seconds=0.5)) == "link-too-slow"
