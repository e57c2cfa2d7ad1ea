"""Chosen answers as the rest of the bot knows them: from memory, changed in the database or not at all."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar

from bot.state.server_memory import ServerMemory

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.state.chosen.answers import ChosenAnswer, ChosenRefusal
    from bot.state.resilient import ResilientStore, Work
    from bot.state.store import Store

_T = TypeVar("_T")

_SERVERS = 2_000
"""How many servers' answers memory holds."""


class ChosenRepository:
    """What managers chose, a part of the `Repository`; used on one loop.

    Raises, from everything but `of`:
        AwayError: the database is away; nobody knows whether a change was made that it began with.

    """

    def __init__(self, store: ResilientStore) -> None:
        self._store = store
        self._memory = ServerMemory(self._read, limit=_SERVERS)

    async def of(self, server: int | None) -> tuple[ChosenAnswer, ...]:
        """Return what a server's managers chose, from memory, the earliest first; none outside of servers.

        None are known where nobody could read them yet. What other processes change is known here as with
        settings.
        """
        return () if server is None else await self._memory.get(server) or ()

    async def stored(self, server: int) -> tuple[ChosenAnswer, ...]:
        """Return the same as it is stored at this moment."""
        answers = await self._store.demand(lambda store: store.chosen.of(server))
        self._memory.put(server, answers)
        return answers

    async def servers(self) -> tuple[int, ...]:
        """Return the servers whose managers chose something."""
        return await self._store.demand(lambda store: store.chosen.servers())

    async def choose(self, answer: ChosenAnswer) -> ChosenRefusal | None:
        """Keep an answer in the place of an earlier one to the same words, which are a gap no more."""
        return await self._change(answer.server, lambda store: store.chosen.choose(answer))

    async def remove(self, server: int, ids: Collection[int]) -> tuple[ChosenAnswer, ...]:
        """Remove answers of a server; returns those that there were."""
        return await self._change(server, lambda store: store.chosen.remove(server, ids))

    async def remove_outvoted(self, server: int, chosen: int) -> ChosenAnswer | None:
        """Remove an answer if most votes are against it; returns it then."""
        removed = await self._store.demand(lambda store: store.chosen.remove_outvoted(chosen))
        if removed is not None:
            self._memory.drop(server)
        return removed

    def drop(self, server: int) -> None:
        """Know nothing of a server any more."""
        self._memory.drop(server)

    def changed(self, server: int | None) -> None:
        """Hear that another process changed what a server's managers chose; None if that may be any."""
        self._memory.changed(server)

    def forget(self, user: int) -> None:
        """Know no more that a person chose something."""
        for server, answers in self._memory.known.items():
            if any(answer.chosen_by == user for answer in answers):
                revised = (
                    dataclasses.replace(answer, chosen_by=None) if answer.chosen_by == user else answer
                    for answer in answers
                )
                self._memory.put(server, tuple(revised))

    async def restore(self, store: Store) -> None:
        """Write into a new database what memory knows of the one in whose place it is."""
        await store.chosen.restore({server: known for server, known in self._memory.known.items() if known})

    async def _read(self, server: int) -> tuple[ChosenAnswer, ...]:
        return await self._store.call(lambda store: store.chosen.of(server))

    async def _change(self, server: int, work: Work[_T]) -> _T:
        result = await self._store.demand(work)
        self._memory.drop(server)
        return result
