"""The libraries of servers and of the host's folder: opened when they are asked, and held within a budget."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from bot.library.catalog import ArticleCatalog
from bot.library.interface import SHARED, Held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.interface import Answering, Selection
    from index import Article

log = logging.getLogger(__name__)


class Part(Protocol):
    """An opened snapshot, of which libraries are made."""

    @property
    def articles(self) -> Sequence[Article]:
        """What it holds, in its order."""

    @property
    def size(self) -> int:
        """Bytes of memory that it takes, about."""


_P = TypeVar("_P", bound=Part)


class Snapshots(Protocol[_P]):
    """Where the parts come from; everything blocks."""

    def load(self) -> None:
        """Load the models."""

    def open(self, server: int | None) -> _P | None:
        """Open the snapshot of a server's documents, or of the host's folder; None if there is none yet."""

    def join(self, parts: Sequence[_P]) -> Answering:
        """Make one library of parts."""


class OpenLibraries(Generic[_P]):
    """Libraries, made of parts that several of them may share.

    That of the host's folder stays open. Of the servers', those that were asked least lately are closed when
    all together take more than the budget, in bytes. A part that is closed or renewed lives on for whoever
    still computes with it.
    """

    def __init__(self, snapshots: Snapshots[_P], *, budget: int) -> None:
        self._snapshots = snapshots
        self._budget = budget
        self._lock = threading.Lock()
        """Held for moments, as the event loop waits for it."""
        self._parts: OrderedDict[int | None, _P] = OrderedDict()
        """By server, None for the host's folder; the one that was asked least lately comes first."""
        self._libraries: dict[Selection, Held] = {}

    def load(self) -> None:
        """Load the models and the library of the host's folder, with its names and phrases.

        Those take a second for each MiB, which the first look-up should not have to wait for.
        """
        self._snapshots.load()
        self.open(SHARED).library.phrases("", limit=1, articles=None)
        gc.collect()
        gc.freeze()  # Python need not look through all that stays for garbage again, which took 0.4 s

    def open(self, selection: Selection) -> Held:
        """Open a library; one without any part holds no article."""
        opened = self.held(selection)
        if opened is not None:
            return opened
        parts = [part for server in _parts_of(selection) if (part := self._part(server)) is not None]
        held = self._joined(parts)
        with self._lock:
            self._libraries[selection] = held
            self._close_the_oldest(keep=selection)
        return held

    def held(self, selection: Selection) -> Held | None:
        """Return a library if it is open; it counts as asked."""
        with self._lock:
            for server in _parts_of(selection):
                if server in self._parts:
                    self._parts.move_to_end(server)
            return self._libraries.get(selection)

    def renew(self, server: int | None) -> None:
        """Have the newest snapshot answer from now on, of a server, or None for the host's folder; blocks.

        Where it cannot be opened the old one goes on answering.

        Raises:
            SnapshotError: it cannot be opened.

        """
        with self._lock:
            using = [selection for selection in self._libraries if server in _parts_of(selection)]
        if not using:
            with self._lock:
                self._parts.pop(server, None)
            return
        part = self._snapshots.open(server)
        renewed = {}
        for selection in using:
            parts = [
                one
                for other in _parts_of(selection)
                if (one := part if other == server else self._part(other)) is not None
            ]
            renewed[selection] = self._joined(parts)
        with self._lock:
            self._put(server, part)
            self._libraries.update(renewed)
            self._close_the_oldest(keep=using[-1])

    @property
    def size(self) -> int:
        """Bytes that the open parts take, about."""
        with self._lock:
            return self._size

    @property
    def _size(self) -> int:
        return sum(part.size for part in self._parts.values())

    def _part(self, server: int | None) -> _P | None:
        with self._lock:
            part = self._parts.get(server)
        if part is None:
            started = time.perf_counter()
            part = self._snapshots.open(server)
            log.debug("opened the library of %s in %.2f s", server, time.perf_counter() - started)
            with self._lock:
                self._put(server, part)
        return part

    def _put(self, server: int | None, part: _P | None) -> None:
        if part is None:
            self._parts.pop(server, None)
        else:
            self._parts[server] = part
            self._parts.move_to_end(server)

    def _joined(self, parts: Sequence[_P]) -> Held:
        """Make a library of parts; of none, one of which nothing may be read."""
        if not parts and (shared := self._part(None)) is not None:
            return Held(self._snapshots.join([shared]), ArticleCatalog((), whole=False))
        articles = [article for part in parts for article in part.articles]
        return Held(self._snapshots.join(parts), ArticleCatalog(articles))

    def _close_the_oldest(self, *, keep: Selection) -> None:
        """Close what was asked least lately, until the rest is within the budget."""
        kept = {None, *_parts_of(keep)}
        for server in [server for server in self._parts if server not in kept]:
            if self._size <= self._budget:
                return
            del self._parts[server]
            for selection in [each for each in self._libraries if server in _parts_of(each)]:
                del self._libraries[selection]


def _parts_of(selection: Selection) -> tuple[int | None, ...]:
    own = () if selection.server is None else (selection.server,)
    return (*own, None) if selection.shared else own
