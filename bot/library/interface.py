"""What the worker needs of a library, and of whoever waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

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


class Waiter(Protocol):
    """Waits for computing, as whoever runs the event loop wants it done."""

    async def __call__(self, work: Awaitable[_T], /) -> _T:
        """Wait, and return what the work does."""


async def wait_for(work: Awaitable[_T], /) -> _T:
    """Wait plainly."""
    return await work
