"""Which links are to be read again, and what has changed. Pure.

Each is due about a day after it was read; in which minute differs from one to the next, so that links that
were added together are not read together for ever.
"""

from __future__ import annotations

import datetime
import enum
import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.fetching.types import UNCONDITIONAL, Conditions, Fetched, NotModified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.errors import LinkError

DAY = datetime.timedelta(days=1)
_JITTER = 0.1
"""Share of the time between two readings by which it is longer or shorter."""
SOONEST = DAY * (1 - _JITTER)
"""How long after it was read a link is due at the earliest."""


@dataclass(frozen=True, slots=True)
class WatchedLink:
    """A link that is read again and again."""

    id: int
    owner: int
    """Whose it is, such as a server's; the owners take turns."""
    url: str
    checked_at: datetime.datetime | None = None
    """When it was read last, whatever came of it; with a time zone."""
    conditions: Conditions = UNCONDITIONAL
    """Of the version that there is."""
    digest: str | None = None
    """SHA-256 of that version's bytes."""


class Change(enum.StrEnum):
    """What reading a link again has shown."""

    SAME = "same"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of reading a link again."""

    link: WatchedLink
    """As it is to be kept."""
    change: Change
    fetched: Fetched | None = None
    """The new version, where it has changed."""
    refusal: LinkError | None = None
    """Why it could not be read; then the old version stays."""


def due(
    links: Iterable[WatchedLink], now: datetime.datetime, *, every: datetime.timedelta = DAY
) -> list[WatchedLink]:
    """Return the links that are to be read now, one of each owner's by turns, the longest overdue first."""
    waiting = sorted(
        (moment, link.id, link) for link in links if (moment := due_at(link, every=every)) <= now
    )
    turns: Counter[int] = Counter()
    order = []
    for moment, id_, link in waiting:
        order.append((turns[link.owner], moment, id_, link))
        turns[link.owner] += 1
    return [link for *_, link in sorted(order, key=lambda turn: turn[:3])]


def due_at(link: WatchedLink, *, every: datetime.timedelta = DAY) -> datetime.datetime:
    """Return from when on a link is to be read; a new one at once."""
    if link.checked_at is None:
        return datetime.datetime.min.replace(tzinfo=datetime.UTC)
    seal = hashlib.sha256(f"{link.id} {link.checked_at.isoformat()}".encode()).digest()
    share = int.from_bytes(seal[:4]) / 2**32  # from 0 to 1
    return link.checked_at + every * (1 + _JITTER * (2 * share - 1))


def refreshed(
    link: WatchedLink, outcome: Fetched | NotModified | LinkError, now: datetime.datetime
) -> Refreshed:
    """Say what has changed, by what came of fetching a link; bytes that are the same are no change."""
    checked = replace(link, checked_at=now)
    match outcome:
        case NotModified():
            return Refreshed(checked, Change.SAME)
        case Fetched():
            current = replace(checked, conditions=outcome.conditions, digest=outcome.digest)
            if outcome.digest == link.digest:
                return Refreshed(current, Change.SAME)
            return Refreshed(current, Change.CHANGED, fetched=outcome)
        case _:
            return Refreshed(checked, Change.FAILED, refusal=outcome)
