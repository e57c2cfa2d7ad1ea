"""Writes that come while a transaction runs are taken together into the next one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from bot.errors import StateError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

_V = TypeVar("_V")
_R = TypeVar("_R")

TOGETHER = 500
"""Writes in one transaction, at most."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[_V, _R]):
    """One kind of write."""

    what: str
    """What it does; follows "could not"."""
    do: Callable[[AsyncSession, Sequence[_V]], Awaitable[Sequence[_R]]]
    """Writes many values, in their order, and returns what each came to."""


def one_by_one(what: str, do: Callable[[AsyncSession, _V], Awaitable[_R]]) -> Kind[_V, _R]:
    """Make a kind of write that is done value by value; `what` follows "could not"."""

    async def do_all(session: AsyncSession, values: Sequence[_V]) -> list[_R]:
        return [await do(session, value) for value in values]

    return Kind(what, do_all)


Commit: TypeAlias = "Callable[[Sequence[tuple[Kind[Any, Any], Sequence[Any]]]], Awaitable[Sequence[Any]]]"
"""Does kinds of writes in one transaction, each on all its values; returns the results in their order."""


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    kind: Kind[Any, Any]
    value: Any
    done: asyncio.Future[Any] = field(default_factory=asyncio.Future)


class WriteQueue:
    """One line of writes, for one connection; used on one loop.

    Those in the line at one time are at once, as nobody has been told that one of them is done: those of a
    kind are done together, so that a thousand votes take a few statements.

    Args:
        kinds: in the order in which a transaction does them.
        commit: does them.

    """

    def __init__(self, kinds: Sequence[Kind[Any, Any]], commit: Commit) -> None:
        self._kinds = kinds
        self._commit = commit
        self._line: list[_Waiting] = []
        self._task: asyncio.Task[None] | None = None

    async def put(self, kind: Kind[_V, _R], value: _V) -> _R:
        """Write a value; a caller that goes away does not undo it.

        Raises:
            StateError: the database failed or refused this value; neighbours that it refuses fail alone.

        """
        waiting = _Waiting(kind, value)
        self._line.append(waiting)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work(), name="verbatim-writes")
        result: _R = await waiting.done
        return result

    async def settle(self, timeout: float) -> None:  # noqa: ASYNC109 - the bound is part of what it means
        """Let what is in the line be written, if that is done within `timeout` seconds."""
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=timeout)

    async def _work(self) -> None:
        while self._line:
            group, self._line = self._line[:TOGETHER], self._line[TOGETHER:]
            await self._write(sorted(group, key=lambda waiting: self._kinds.index(waiting.kind)))

    async def _write(self, group: Sequence[_Waiting]) -> None:
        """Write a group; where one of it is refused, its halves, so that one cannot fail its neighbours."""
        kinds = [
            (kind, [waiting.value for waiting in those])
            for kind, those in groupby(group, key=lambda waiting: waiting.kind)
        ]
        try:
            results = await self._commit(kinds)
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told, not this line
            if not isinstance(error, StateError) or not error.refused:
                group, self._line = [*group, *self._line], []  # nobody waits for a database that is away
            elif len(group) > 1:
                half = len(group) // 2
                await self._write(group[:half])
                await self._write(group[half:])
                return
            for waiting in group:
                if not waiting.done.done():
                    waiting.done.set_exception(error)
                    waiting.done.exception()  # a caller that has gone does not hear it
            return
        for waiting, result in zip(group, results, strict=True):
            if not waiting.done.done():
                waiting.done.set_result(result)
