"""Host name -> addresses, each of them checked; the connection is made to these and to no others."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver

from bot.errors import LinkError

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult

    from bot.fetching.addresses import Allowed


class CheckedResolver(AbstractResolver):
    """Resolves names by another resolver, and refuses those with an address that is not allowed.

    A name with one such address among others is refused whole: no honest one has both.
    """

    def __init__(self, resolver: AbstractResolver, allowed: Allowed) -> None:
        self._resolver = resolver
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Resolve a name.

        Raises:
            LinkError: there is no such name, or one of its addresses is not allowed.

        """
        try:
            found = await self._resolver.resolve(host, port, family)
        except (OSError, ValueError):  # ValueError: no name at all, such as one that is too long
            raise LinkError("link-unresolved", host=host) from None
        if not found:
            raise LinkError("link-unresolved", host=host)
        if not all(self._allowed(ipaddress.ip_address(each["host"])) for each in found):
            raise LinkError("link-private", host=host)
        return found

    async def close(self) -> None:
        """Close the other resolver."""
        await self._resolver.close()
