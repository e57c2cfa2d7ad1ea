"""URL -> what a public server has there: the only door to servers other than Discord's."""

from __future__ import annotations

import asyncio
import zlib
from typing import TYPE_CHECKING

import aiohttp
from aiohttp.resolver import ThreadedResolver

from bot.errors import LinkError
from bot.fetching.addresses import is_public
from bot.fetching.resolver import CheckedResolver
from bot.fetching.types import READABLE, UNCONDITIONAL, Conditions, Fetched, NotModified
from bot.fetching.unpacking import MOST_BYTES, MOST_MEBIBYTES, unpacked
from bot.fetching.urls import checked_url, host_of, redirected_url
from index import __version__

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from aiohttp.abc import AbstractResolver
    from yarl import URL

    from bot.fetching.addresses import Allowed

AGENT = "Verbatim"
"""What servers know the bot by, in their logs and in `robots.txt`."""
_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 5
_SECONDS = 20.0
_LONGEST_HEADER = 256


class Fetcher:
    """Fetches pages; each from public servers only, with no cookies and by no proxy.

    Args:
        allowed: says which addresses may be connected to.
        resolver: finds the addresses of names; None means the operating system.
        tls: says whose certificates are trusted; None means those that the operating system trusts.
        seconds: how long one page may take, redirects included.

    """

    def __init__(
        self,
        *,
        allowed: Allowed = is_public,
        resolver: AbstractResolver | None = None,
        tls: ssl.SSLContext | None = None,
        seconds: float = _SECONDS,
    ) -> None:
        self._allowed = allowed
        self._resolver = resolver
        self._tls = tls
        self._seconds = seconds

    def check(self, link: str) -> str:
        """Read a link as somebody typed it; returns the URL that is asked for.

        Raises:
            LinkError: it is none that is fetched; `words_key` says why.

        """
        return str(checked_url(link, self._allowed))

    async def fetch(
        self, url: str, *, conditions: Conditions = UNCONDITIONAL, types: frozenset[str] | None = READABLE
    ) -> Fetched | NotModified:
        """Fetch a page of at most 10 MiB, following at most five redirects.

        Args:
            url: where it is, http or https.
            conditions: of what is there already; if it is the same still, it is not sent again.
            types: the media types that are expected; None means any.

        Raises:
            LinkError: it is not fetched, or cannot be; `words_key` says why.

        """
        target = checked_url(url, self._allowed)
        try:
            async with asyncio.timeout(self._seconds):
                return await self._follow(target, conditions, types)
        except TimeoutError:
            raise LinkError("link-too-slow", host=host_of(target), seconds=round(self._seconds)) from None

    async def _follow(
        self, url: URL, conditions: Conditions, types: frozenset[str] | None
    ) -> Fetched | NotModified:
        async with self._session() as session:
            for _ in range(_MOST_REDIRECTS + 1):
                try:
                    async with session.get(
                        url, headers=dict(_conditional(conditions)), allow_redirects=False
                    ) as response:
                        if response.status not in _REDIRECTS:
                            return await _received(response, conditions, types)
                        location = response.headers.get("Location", "")
                except (aiohttp.ClientError, OSError, zlib.error) as error:
                    raise LinkError(_reason(error), host=host_of(url)) from error
                url = redirected_url(url, location, self._allowed)
        raise LinkError("link-redirects", count=_MOST_REDIRECTS)

    def _session(self) -> aiohttp.ClientSession:  # noqa: TID251 - this is its door
        resolver = CheckedResolver(self._resolver or ThreadedResolver(), self._allowed)
        return aiohttp.ClientSession(  # noqa: TID251
            # A connection for each request: none is used again for a name that was resolved anew.
            connector=aiohttp.TCPConnector(
                resolver=resolver, use_dns_cache=False, force_close=True, ssl=self._tls or True
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={
                "User-Agent": f"{AGENT}/{__version__}",
                "Accept": ", ".join([*sorted(READABLE), "*/*;q=0.1"]),
                "Accept-Encoding": "gzip",
            },
            timeout=aiohttp.ClientTimeout(total=None),
            auto_decompress=False,
            trust_env=False,
        )


async def _received(
    response: aiohttp.ClientResponse, conditions: Conditions, types: frozenset[str] | None
) -> Fetched | NotModified:
    """Read a response that is no redirect."""
    url, host = str(response.url), host_of(response.url)
    if response.status == 304 and conditions != UNCONDITIONAL:
        return NotModified(url)
    if response.status != 200:
        raise LinkError("link-status", host=host, status=str(response.status))
    if types is not None and response.content_type not in types:
        raise LinkError("link-type", type=response.content_type)
    content = await _content(response)
    match response.headers.get("Content-Encoding", "").lower():
        case "gzip" | "x-gzip":
            content = unpacked(content)
        case "" | "identity":
            pass
        case _:
            raise LinkError("link-broken", host=host)
    charset = response.charset.lower() if response.charset and response.charset.isascii() else None
    kept = Conditions(_kept(response, "ETag"), _kept(response, "Last-Modified"))
    return Fetched(url, content, response.content_type, charset, kept)


async def _content(response: aiohttp.ClientResponse) -> bytes:
    """Read the body piece by piece, as far as it may go."""
    content = bytearray()
    async for piece in response.content.iter_any():
        content += piece
        if len(content) > MOST_BYTES:
            raise LinkError("link-too-big", mebibytes=MOST_MEBIBYTES)
    return bytes(content)


def _conditional(conditions: Conditions) -> Iterator[tuple[str, str]]:
    if conditions.etag is not None:
        yield "If-None-Match", conditions.etag
    if conditions.last_modified is not None:
        yield "If-Modified-Since", conditions.last_modified


def _kept(response: aiohttp.ClientResponse, name: str) -> str | None:
    """Return a header that will be sent back, if it is one that can be."""
    value = response.headers.get(name)
    fits = value is not None and value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER
    return value if fits else None


def _reason(error: Exception) -> str:
    match error:
        case aiohttp.ClientSSLError():
            return "link-untrusted"
        case aiohttp.ClientPayloadError() | aiohttp.ClientResponseError() | zlib.error():
            return "link-broken"
        case _:
            return "link-unreachable"
