"""What is to be computed for somebody, and its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from index import Answer

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Hashable

    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Answering, Reaching
    from index import Query

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True, eq=False)
class Ticket(Generic[_R]):
    """A place in the line; whoever leaves the `with` block that it is used in gives it up."""

    reach: Reaching
    """Who wants it."""
    until: float
    """When nobody waits any more, by the worker's clock."""
    result: asyncio.Future[_R]

    @property
    def lane(self) -> Hashable:
        """Whom it counts for."""
        return self.reach.lane

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it."""
        return not self.result.done()

    def fail(self, error: Exception) -> None:
        """Tell whoever waits why there is no result."""
        if not self.result.done():
            self.result.set_exception(error)
            self.result.exception()  # whoever waits raises it; nobody does where it comes before they wait

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.result.cancel()


@dataclass(frozen=True, slots=True, eq=False)
class QuestionTicket(Ticket[Answer]):
    """A question; several are answered together."""

    query: Callable[[ArticleCatalog], Query]
    """What is asked of the articles that may be read; what it raises is the result."""
    withdrawn: Callable[[], bool]

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return not self.result.done() and not self.withdrawn()


@dataclass(frozen=True, slots=True, eq=False)
class WorkTicket(Ticket[_R]):
    """Something else that the library does; it is done by itself."""

    work: Callable[[Answering, ArticleCatalog], _R]
    """Called with the library, and with what of it may be read."""
