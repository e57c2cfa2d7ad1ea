"""An article's address -> a link that opens it at the quoted words."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

MAX_URL = 512
"""The longest address that Discord's link buttons take."""

_WHOLE_UP_TO = 80  # characters of a quote that are named whole; of a longer one only its ends
_WORDS = 6  # at each end of a longer quote
_KEEP = "!$&'()*+,;=:@/?%-._~"  # what an address may hold unencoded, and what is encoded already


def source_link(url: str | None, words: str) -> str | None:
    """Link to words of a published article by a text fragment, which browsers scroll to and highlight.

    Without the fragment if it would make the link too long; None if the address cannot be linked to.
    The form is that of https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=words`, or
    `#:~:text=first words,last words`, after the address's own fragment.
    """
    address = _well_formed(url) if url else None
    if address is None:
        return None
    joint = "" if "#" in address else "#"
    link = f"{address}{joint}:~:text={_named(words)}"
    if len(link) <= MAX_URL:
        return link
    return address if len(address) <= MAX_URL else None


def page_link(url: str | None) -> str | None:
    """Link to a published article; None if the address cannot be linked to."""
    address = _well_formed(url) if url else None
    return address if address is not None and len(address) <= MAX_URL else None


def _well_formed(url: str) -> str | None:
    """Encode what an address may not hold; None unless it is an http or https address with a host."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = "" if parts.port is None else f":{parts.port}"
        path, query, fragment = (
            quote(part, safe=_KEEP).replace("(", "%28").replace(")", "%29")
            for part in (parts.path, parts.query, parts.fragment.partition(":~:")[0])
        )
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or quote(host, safe=".-_") != host:
        return None
    return urlunsplit((parts.scheme, host + port, path, query, fragment))


def _named(words: str) -> str:
    """Encode the words to look for: whole when short, else first and last words."""
    each = words.split()
    whole = " ".join(each)
    if len(whole) <= _WHOLE_UP_TO or len(each) <= 2 * _WORDS:
        return _encoded(whole)
    return f"{_encoded(' '.join(each[:_WORDS]))},{_encoded(' '.join(each[-_WORDS:]))}"


def _encoded(text: str) -> str:
    # `quote` leaves the hyphen, which a text fragment uses to mark its prefix and suffix.
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")
