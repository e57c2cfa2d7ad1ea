"""What `robots.txt` asks for is done."""

from __future__ import annotations

import pytest

from bot.errors import LinkError
from bot.fetching.robots import Robots
from tests.bot.fetching.site import Site, redirect, response

RULES = b"""\xef\xbb\xbfUser-agent: Verbatim
Disallow: /private
Allow: /

User-agent: *
Disallow: /
"""


async def check(site: Site, url: str) -> str | None:
    try:
        await Robots(site.fetcher()).check(url)
    except LinkError as error:
        return error.words_key
    return None


@pytest.mark.parametrize(
    ("path", "key"), [("/", None), ("/a", None), ("/private", "link-robots"), ("/private/b?c", "link-robots")]
)
async def test_the_rules_for_this_bot(site: Site, path: str, key: str | None) -> None:
    site.pages["/robots.txt"] = response(RULES, type_="text/plain")
    assert await check(site, f"http://news.test{path}") == key


async def test_the_rules_for_all(site: Site) -> None:
    site.pages["/robots.txt"] = response(b"User-agent: *\nDisallow: /a", type_="application/octet-stream")
    assert await check(site, "http://news.test/a") == "link-robots"
    assert await check(site, "http://news.test/b") is None


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"])
async def test_a_site_without_rules_may_be_read(site: Site, status: str) -> None:
    site.pages["/robots.txt"] = response(status=status)
    assert await check(site, "http://news.test/") is None


async def test_a_page_instead_of_rules_forbids_nothing(site: Site) -> None:
    site.pages["/robots.txt"] = response(b"<html><p>Not found: /robots.txt</p></html>")
    assert await check(site, "http://news.test/") is None


async def test_a_site_that_cannot_say_its_rules_is_not_read(site: Site) -> None:
    site.pages["/robots.txt"] = response(status="503 Service Unavailable")
    assert await check(site, "http://news.test/") == "link-status"


async def test_rules_are_not_read_from_a_private_address(site: Site) -> None:
    site.pages["/robots.txt"] = redirect("http://127.0.0.2/robots.txt")
    assert await check(site, "http://news.test/") == "link-private"


async def test_rules_are_fetched_once_for_each_site(site: Site) -> None:
    site.pages["/robots.txt"] = response(RULES, type_="text/plain")
    robots = Robots(site.fetcher())
    for url in ("http://a.test/1", "http://a.test:80/2", "http://b.test/1"):
        await robots.check(url)
    assert [request.headers["Host"] for request in site.asked] == ["a.test", "b.test"]
