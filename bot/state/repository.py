"""What the rest of the bot remembers by: a database, and memory while that is away.

No database that is away delays an answer by more than one short wait, or loses it. Reading gives what
memory knows then; only what a person asks for and could not be kept raises `AwayError`.
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
from typing import TYPE_CHECKING, Self

from bot.cache import BoundedCache
from bot.state.catalog.repository import CatalogRepository
from bot.state.chosen.repository import ChosenRepository
from bot.state.records import CAUTIOUS, UNANSWERED_KEPT, ServerSettings, Tally
from bot.state.resilient import Limits, ResilientStore
from bot.state.settings_memory import SettingsMemory
from bot.state.shared_reads import SharedReads

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.state.records import CountedVote, Forgotten, Gap, GapReason, Record, UnansweredQuestion
    from bot.state.resilient import Work
    from bot.state.store import Store

KEPT = datetime.timedelta(days=180)
LIBRARIES_KEPT = datetime.timedelta(days=30)
RECORDS = 2_000
"""How many of the latest answers memory holds."""


class Repository(CatalogRepository):
    """All that the bot keeps; opened and used on one loop."""

    def __init__(
        self,
        address: str,
        *,
        limits: Limits | None = None,
        keep: datetime.timedelta = KEPT,
        keep_libraries: datetime.timedelta = LIBRARIES_KEPT,
    ) -> None:
        self.keep = keep
        """How long answers and their votes are kept."""
        self.keep_libraries = keep_libraries
        """How long the documents of a server are kept that the bot has left."""
        self._settings = SettingsMemory(lambda server: self._store.call(lambda store: store.settings(server)))
        self._limits = limits or Limits()
        super().__init__(ResilientStore(address, self._limits, self._changed, self._restore))
        self.chosen = ChosenRepository(self._store)
        self._records: BoundedCache[int, Record] = BoundedCache(RECORDS)
        self._reading = SharedReads(self._stored_record)
        self._counting = SharedReads(self._stored_tally)
        self._started: set[asyncio.Task[None]] = set()

    @classmethod
    def in_memory(cls) -> Repository:
        """Keep everything in this process alone, for the preview and for tests."""
        return cls("sqlite://", limits=Limits(call=60.0))  # memory is never away, at most slow

    @property
    def away(self) -> bool:
        """Whether the database is away at the moment."""
        return self._store.away

    async def open(self) -> None:
        """Open the database; one that is away is tried again in the background, every 30 seconds."""
        await self._store.open()

    async def close(self) -> None:
        """Let go of the database."""
        if self._started:
            await asyncio.wait(self._started, timeout=self._limits.call)
        await self._store.close()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def settings(self, server: int | None) -> ServerSettings:
        """Return what a server has chosen, from memory; the defaults outside of servers.

        Only what was never read is waited for; `CAUTIOUS` where that cannot be. What another process changes
        is known here at once on PostgreSQL, and elsewhere within a minute.
        """
        if server is None:
            return ServerSettings()
        return await self._settings.get(server) or CAUTIOUS

    async def stored_settings(self, server: int) -> ServerSettings:
        """Return what a server has chosen, as it is stored at this moment; AwayError if that cannot be."""
        settings = await self._store.demand(lambda store: store.settings(server))
        self._settings.put(server, settings)
        return settings

    async def save_settings(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server has chosen; AwayError if that cannot be."""
        await self._store.demand(lambda store: store.save_settings(server, settings))
        self._settings.put(server, settings)

    async def add(self, record: Record) -> None:
        """Keep an answer."""
        self._records.put(record.id, record)
        await self._store.write(lambda store: store.add(record))

    async def sent(self, answer: int, *, channel: int, message: int) -> None:
        """Note which message shows an answer."""
        record = self._records.get(answer)
        if record is not None:
            self._records.put(answer, dataclasses.replace(record, channel=channel, message=message))
        await self._store.write(lambda store: store.sent(answer, channel=channel, message=message))

    async def replace(self, record: Record) -> None:
        """Keep an answer in the place of the one that its message showed, whose votes go with it."""
        self._records.revise(
            lambda old: None if record.message is not None and old.message == record.message else old
        )
        self._records.put(record.id, record)
        await self._store.write(lambda store: store.replace(record))

    async def record(self, answer: int) -> Record | None:
        """Return an answer by its id."""
        return self._records.get(answer) or await self._reading.get(answer)

    async def record_of_question(self, message: int) -> Record | None:
        """Return the answer to a message."""
        known = next((record for record in self._records if record.question_message == message), None)
        return known or await self._store.attempt(lambda store: store.record_of_question(message), None)

    async def claim_share(self, answer: int) -> bool:
        """Mark an answer as shared; True for the one caller who did. AwayError if that cannot be."""
        claimed = await self._store.demand(lambda store: store.claim_share(answer))
        record = self._records.get(answer)
        if claimed and record is not None:
            self._records.put(answer, dataclasses.replace(record, shared=True))
        return claimed

    async def vote(self, answer: int, user: int, *, up: bool) -> CountedVote:
        """Count a person's vote, in the place of an earlier one. AwayError if that cannot be."""
        try:
            return await self._store.demand(lambda store: store.vote(answer, user, up=up))
        finally:
            self._counting.renew(answer)

    async def tally(self, answer: int) -> Tally:
        """Count the votes on an answer; none are known while the database is away."""
        return await self._counting.get(answer)

    async def delete_messages(self, messages: Collection[int]) -> None:
        """Remove the answers that were shown by messages which are gone."""
        gone = frozenset(messages)
        self._records.revise(lambda record: None if record.message in gone else record)
        await self._store.write(lambda store: store.delete_messages(gone))

    async def add_gap(self, server: int, question: str, reason: GapReason) -> None:
        """Keep a question that was not answered well, if the database is there."""
        await self._store.attempt(lambda store: store.add_gap(server, question, reason), None)

    async def gaps(self, server: int) -> tuple[Gap, ...]:
        """Return the gaps of the last 30 days, the newest first; none are known without the database."""
        return await self._store.attempt(lambda store: store.gaps(server), ())

    async def clear_gaps(self, server: int) -> None:
        """Remove a server's gaps; AwayError if that cannot be."""
        await self._store.demand(lambda store: store.clear_gaps(server))

    async def delete_old(self, now: datetime.datetime) -> None:
        """Remove what was kept for long enough, if the database is there."""
        before = now - self.keep
        self._records.revise(lambda record: None if record.asked_at < before else record)
        await self._delete_departed(now - self.keep_libraries)
        await self._store.attempt(lambda store: store.delete_old_gaps(now), None)
        while await self._store.attempt(lambda store: store.delete_old_answers(before), known=False):
            pass  # some at a time, so that all else gets its turn in between

    def keep_unanswered(self, question: UnansweredQuestion) -> None:
        """Keep a question while it is answered, if the database is there; nobody waits for that."""
        self._start(lambda store: store.keep_unanswered(question))

    def drop_unanswered(self, question: int) -> None:
        """Remove a question that is answered, likewise."""
        self._start(lambda store: store.drop_unanswered(question))

    async def take_over_unanswered(self, now: datetime.datetime) -> tuple[UnansweredQuestion, ...]:
        """Take over the questions of the last quarter of an hour that processes left which have ended."""
        before = now - UNANSWERED_KEPT
        return await self._store.attempt(lambda store: store.take_over_unanswered(before), ())

    async def forget(self, user: int) -> Forgotten:
        """Remove a person: the votes, and who asked, added or chose what. AwayError if that cannot be."""
        forgotten = await self._store.demand(lambda store: store.forget(user))
        self._forget_adder(user)
        self.chosen.forget(user)
        self._records.revise(
            lambda record: (
                dataclasses.replace(record, asker=None, question_message=None)
                if record.asker == user
                else record
            )
        )
        return forgotten

    async def left(self, server: int) -> None:
        """Remove all of a server that the bot is no longer in; its documents stay for a while."""
        self._settings.drop(server)
        self._aliases.drop(server)
        self.chosen.drop(server)
        self._records.revise(lambda record: None if record.server == server else record)
        await self._store.write(lambda store: store.left(server))

    def _changed(self, server: int | None) -> None:
        """Hear that another process changed what is kept of a server; None if that may be so of any."""
        self._settings.changed(server)
        self._catalogs.changed(server)
        self._aliases.changed(server)
        self.chosen.changed(server)

    async def _restore(self, store: Store) -> None:
        """Write into a new database what memory knows of the one in whose place it is."""
        await store.restore_settings(self._settings.chosen)
        await self._restore_catalogs(store)
        await self.chosen.restore(store)
        adding = [store.add(record) for record in self._records]
        for failure in await asyncio.gather(*adding, return_exceptions=True):
            if isinstance(failure, BaseException) and not getattr(failure, "refused", False):
                raise failure

    async def _stored_record(self, answer: int) -> Record | None:
        return await self._store.attempt(lambda store: store.record(answer), None)

    async def _stored_tally(self, answer: int) -> Tally:
        return await self._store.attempt(lambda store: store.tally(answer), Tally(0, 0))

    def _start(self, work: Work[None]) -> None:
        task = asyncio.create_task(self._store.attempt(work, None))
        self._started.add(task)
        task.add_done_callback(self._started.discard)
