"""How the bot is doing at this moment, for its owner."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.interface import SHARED
from index import Verdict, __version__

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    import discord

    from bot.documents.ownership import ForeignStorage
    from bot.interactions.services import Services
    from bot.library.worker import LibraryWorker

_DIGEST = 12
_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the library holds, and what it works with."""

    articles: int
    sentences: int
    index: str
    """The beginning of the digest of the articles."""
    model: str
    reader: str | None
    """The beginning of its digest; None where search alone decides."""


@dataclass(frozen=True, slots=True)
class Status:
    """All that is shown; times are in seconds, None where there is none yet."""

    version: str
    since: datetime.datetime
    servers: int
    holdings: Holdings | None
    """None while the library loads."""
    verdicts: Mapping[Verdict, int]
    half: float | None
    """Within which half of the latest answers came."""
    most: float | None
    """Within which 95 % of them came."""
    waiting: int
    latency: float | None
    """From the bot to Discord and back."""
    memory: int | None
    """Bytes; None where the system does not say."""
    away: bool
    """Whether the database is."""
    foreign: ForeignStorage | None
    """What was found where the storage of documents is another database's."""
    failures: tuple[str, ...]
    """References of the latest, oldest first."""


def status_of(services: Services, bot: discord.Client) -> Status:
    """Look how the bot is doing."""
    metrics = services.metrics
    return Status(
        version=__version__,
        since=metrics.started,
        servers=len(bot.guilds),
        holdings=_holdings(services.worker),
        verdicts={verdict: metrics.verdicts[verdict] for verdict in Verdict},
        half=metrics.percentile(50),
        most=metrics.percentile(95),
        waiting=services.worker.waiting,
        latency=bot.latency if math.isfinite(bot.latency) else None,
        memory=_memory(),
        away=services.repository.away,
        foreign=services.documents.foreign_storage,
        failures=tuple(metrics.failures),
    )


def _holdings(worker: LibraryWorker) -> Holdings | None:
    held = worker.held(SHARED)
    if held is None:
        return None
    library, catalog = held.library, held.catalog
    return Holdings(
        articles=len(catalog.articles),
        sentences=sum(len(article.sentences) for article in catalog.articles),
        index=catalog.snapshot[:_DIGEST],
        model=library.model_name,
        reader=library.reader_digest[:_DIGEST] if library.reader_digest is not None else None,
    )


def _memory() -> int | None:
    """Return the bytes of memory that the process has at the moment; only Linux says so."""
    if not _STATM.exists():
        return None
    _, resident, *_ = _STATM.read_text("ascii").split()
    return int(resident) * os.sysconf("SC_PAGE_SIZE")
