"""A link as it was typed, or as a server redirects to it -> the URL that may be asked for."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING

from yarl import URL

from bot.errors import LinkError

if TYPE_CHECKING:
    from bot.fetching.addresses import Allowed

_SCHEMES = {"http", "https"}
_PORTS = {80, 443}
"""Where pages are published. At other ports are databases and consoles, which a link must not find."""
_LONGEST = 2048
_NAME = re.compile(r"[a-z0-9._-]+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
"""Last part of a host that would be read as an address, however it is written; no name ends so."""


def checked_url(text: str, allowed: Allowed) -> URL:
    """Read a link.

    Returns:
        The URL, without the fragment, as it will be asked for.

    Raises:
        LinkError: it is none, or one that is not asked for: of another scheme or port, with credentials in
            it, or to an address that is not allowed. Names are resolved and checked later.

    """
    text = text.strip()
    try:
        url = URL(text).with_fragment(None)
        host, port = url.raw_host, url.port
    except ValueError:
        raise LinkError("link-malformed", url=text) from None
    if url.scheme and url.scheme not in _SCHEMES:
        raise LinkError("link-scheme", scheme=url.scheme)
    if not url.scheme or not host or len(text) > _LONGEST:
        raise LinkError("link-malformed", url=text)
    if url.raw_user is not None or url.raw_password is not None:
        raise LinkError("link-credentials")
    if port not in _PORTS:
        raise LinkError("link-port", port=str(port))
    _check_host(host, allowed)
    return url


def redirected_url(url: URL, location: str, allowed: Allowed) -> URL:
    """Read where a server redirects to, which may be relative to where it was asked.

    Raises:
        LinkError: as from `checked_url`, and when it leads from https to http.

    """
    try:
        target = str(url.join(URL(location)))
    except ValueError:
        raise LinkError("link-malformed", url=location) from None
    checked = checked_url(target, allowed)
    if url.scheme == "https" and checked.scheme == "http":
        raise LinkError("link-downgrade", host=host_of(url))
    return checked


def host_of(url: URL) -> str:
    """Return the host as it is shown to people."""
    return url.host or ""


def _check_host(host: str, allowed: Allowed) -> None:
    name = host.rstrip(".")
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        if not _NAME.fullmatch(name):
            raise LinkError("link-malformed", url=host) from None
        if _NUMBER.fullmatch(name.rpartition(".")[2]):
            raise LinkError("link-private", host=host) from None
        return
    if not allowed(address):
        raise LinkError("link-private", host=host)
