"""What a site's `robots.txt` asks of programs that read it (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

from yarl import URL

from bot.errors import LinkError
from bot.fetching.fetcher import AGENT
from bot.fetching.types import Fetched
from bot.fetching.urls import host_of

if TYPE_CHECKING:
    from bot.fetching.fetcher import Fetcher

_MOST_BYTES = 500 * 1024
"""As much as has to be read of it."""


class Robots:
    """Says which pages may be read; each site's rules are fetched once, so it is made anew for each run.

    Python's parser takes a `*` within a path for that sign (before 3.15), and of several rules the first
    that fits.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[tuple[str, str | None, int | None], RobotFileParser] = {}

    async def check(self, url: str) -> None:
        """Check that a page may be read.

        Raises:
            LinkError: its site asks programs not to read it, or does not say for the moment: who cannot
                reach the rules has to take everything for forbidden.

        """
        page = URL(url)
        site = page.scheme, page.host, page.port
        if site not in self._rules:
            self._rules[site] = await self._fetch(page.origin())
        if not self._rules[site].can_fetch(AGENT, url):
            raise LinkError("link-robots", host=host_of(page))

    async def _fetch(self, origin: URL) -> RobotFileParser:
        rules = RobotFileParser()
        rules.parse((await self._text(str(origin / "robots.txt"))).splitlines())
        return rules

    async def _text(self, url: str) -> str:
        try:
            fetched = await self._fetcher.fetch(url, types=None)
        except LinkError as error:
            if str(error.values.get("status", "")).startswith("4"):
                return ""  # there are no rules
            raise
        content = fetched.content if isinstance(fetched, Fetched) else b""
        return content[:_MOST_BYTES].decode("utf-8-sig", "replace")
