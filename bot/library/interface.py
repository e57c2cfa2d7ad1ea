"""What the worker needs of a library, and of whoever waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Hashable, Sequence

    from bot.library.catalog import ArticleCatalog
    from index import Answer, Article, Match, Query

_T = TypeVar("_T")


class Answering(Protocol):
    """What the bot needs of a library; everything blocks."""

    @property
    def articles(self) -> Sequence[Article]:
        """What it holds, in its order."""

    @property
    def model_name(self) -> str:
        """What the model that embeds is called."""

    @property
    def reader_digest(self) -> str | None:
        """The reader's digest; None without one."""

    def ask_all(self, queries: Sequence[Query], *, top: int) -> Sequence[Answer]:
        """Answer questions, in order, each with at most `top` quotes."""

    def lookup(self, text: str, *, articles: frozenset[str] | None) -> Sequence[Match]:
        """Find every sentence that holds words exactly as written."""

    def phrases(self, beginning: str, *, limit: int, articles: frozenset[str] | None) -> Sequence[str]:
        """Complete names and phrases that stand in the articles."""

    def group(self, questions: Sequence[str]) -> Sequence[Sequence[int]]:
        """Group questions that ask alike, by their places."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which libraries answer, as one; at least one does."""

    server: int | None = None
    """Whose own library does."""
    shared: bool = True
    """Whether that of the host's folder does."""


SHARED = Selection()
"""That of the host's folder alone."""


@dataclass(frozen=True, slots=True)
class Held:
    """A library that is open, and what it holds."""

    library: Answering
    catalog: ArticleCatalog


class Libraries(Protocol):
    """The libraries there are. What blocks is called in one thread, the other things on the event loop."""

    def load(self) -> None:
        """Make all ready that no question should have to wait for; blocks, and is called once."""

    def open(self, selection: Selection) -> Held:
        """Open a library; blocks. Another one may be held for the same selection later."""

    def held(self, selection: Selection) -> Held | None:
        """Return the library that answers from now on, if it is open."""

    def renew(self, server: int | None) -> None:
        """Have what was built last answer, of a server, or None for the host's folder; blocks."""


class Reaching(Protocol):
    """Whoever wants something of a library."""

    @property
    def lane(self) -> Hashable:
        """Whom what is computed counts for; see `bot.library.line`."""

    @property
    def selection(self) -> Selection:
        """Which library is meant."""

    def within(self, catalog: ArticleCatalog) -> ArticleCatalog:
        """Leave out of it what they may not read."""


class Waiter(Protocol):
    """Waits for computing, as whoever runs the event loop wants it done."""

    async def __call__(self, work: Awaitable[_T], /) -> _T:
        """Wait, and return what the work does."""


async def wait_for(work: Awaitable[_T], /) -> _T:
    """Wait plainly."""
    return await work
