"""Feeds (RSS, Atom) and sitemaps -> the pages that they list: the only door to defusedxml."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from yarl import URL

from bot.errors import LinkError
from bot.fetching.types import LISTINGS, Fetched
from bot.fetching.unpacking import unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.fetching.fetcher import Fetcher

_MOST_SITEMAPS = 20
"""Of one index."""
_PIECE = 2**16
_DEEPEST = 100
"""Elements in one another; no feed needs as many."""
_LONGEST = 2048
_ENTRIES = {"rss": "item", "RDF": "item", "feed": "entry", "urlset": "url", "sitemapindex": "sitemap"}
"""What each kind of document, known by its outermost element, calls its entries."""
_LINKS = {"item": "link", "entry": "link", "url": "loc", "sitemap": "loc"}
"""What an entry calls its link."""
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap lists, each once, in its order."""

    pages: tuple[str, ...]
    sitemaps: tuple[str, ...] = ()
    """Other sitemaps, which list further pages."""


async def listed_pages(fetched: Fetched, fetcher: Fetcher, *, most: int) -> tuple[str, ...]:
    """List the first pages of a feed or sitemap, and of the sitemaps that it lists, one level deep.

    A sitemap that cannot be fetched or read is passed over if another one lists pages. Whether a page may
    be read says `Robots`.

    Args:
        fetched: the feed or sitemap.
        fetcher: fetches the sitemaps that it lists.
        most: how many pages are wanted at most.

    Raises:
        LinkError: it is no feed or sitemap, or lists no page.

    """
    listing = await asyncio.to_thread(read_listing, fetched.content, fetched.url, most=most)
    pages = dict.fromkeys(listing.pages)
    refusal = LinkError("link-lists-nothing")
    for url in listing.sitemaps[:_MOST_SITEMAPS]:
        if len(pages) >= most:
            break
        try:
            found = await fetcher.fetch(url, types=LISTINGS)
            if isinstance(found, Fetched):
                inner = await asyncio.to_thread(read_listing, found.content, found.url, most=most)
                pages |= dict.fromkeys(inner.pages)
        except LinkError as error:
            refusal = error
    if not pages:
        raise refusal
    return tuple(pages)[:most]


def read_listing(content: bytes, url: str, *, most: int) -> Listing:
    """Read a feed or sitemap, as far as the first `most` pages; entities are not expanded.

    Args:
        content: its bytes, which may be packed with gzip.
        url: where it stands, which its links may be relative to.
        most: how many pages and how many sitemaps are wanted at most.

    Raises:
        LinkError: it is none.

    """
    from defusedxml import DefusedXmlException  # noqa: TID251 - this is its door
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: TID251

    links = _Links(URL(url))
    parser = DefusedXMLParser(target=links)
    try:
        text = unpacked(content) if content.startswith(_GZIP) else content
        for start in range(0, len(text), _PIECE):
            parser.feed(text[start : start + _PIECE])
            if max(len(links.pages), len(links.sitemaps)) >= most:
                break
        else:
            parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError, zlib.error) as error:
        raise LinkError("link-lists-malformed") from error
    return Listing(tuple(links.pages)[:most], tuple(links.sitemaps)[:most])


class _Links:
    """Takes the links out of a document while it is parsed, so that nothing else of it is held."""

    def __init__(self, base: URL) -> None:
        self.pages: dict[str, None] = {}
        self.sitemaps: dict[str, None] = {}
        self._base = base
        self._open: list[tuple[str, str]] = []
        """Namespace and name of each element that is open."""
        self._entry = ""
        """What this kind of document calls its entries."""
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition("}")
        if not self._open:
            self._entry = _ENTRIES.get(name, "")
        if not self._entry or len(self._open) == _DEEPEST:
            raise ValueError(f"<{name}> is not expected there")
        self._open.append((space, name))
        self._text.clear()
        if attributes.get("rel", "alternate") == "alternate":  # as Atom does; others write it as text
            self._text.append(attributes.get("href", ""))

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, _tag: str) -> None:
        space, name = self._open.pop()
        # Of one namespace: an entry may have links of other kinds in it, such as to a picture.
        if name == _LINKS.get(self._entry) and self._open[-1:] == [(space, self._entry)]:
            self._list("".join(self._text).strip())
        self._text.clear()

    def close(self) -> None:
        pass

    def _list(self, address: str) -> None:
        try:
            url = self._base.join(URL(address)).with_fragment(None)
        except ValueError:
            return
        if address and url.scheme in {"http", "https"} and len(address) <= _LONGEST:
            (self.sitemaps if self._entry == "sitemap" else self.pages)[str(url)] = None
