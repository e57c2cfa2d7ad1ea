"""The only place where computing meets the event loop: one bounded door, with a deadline.

What is asked waits in one line, shared fairly; one thread takes as much of one library as may be answered
together. While the libraries load, questions already wait in the line.
"""

from __future__ import annotations

import asyncio
import functools
import time
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import ClosingError, TooLateError, WarmingUpError
from bot.library.batches import compute
from bot.library.interface import wait_for
from bot.library.thread import ComputingThread
from bot.library.tickets import QuestionTicket, WorkTicket
from bot.library.waiting_room import WaitingRoom

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Answering, Held, Libraries, Reaching, Selection, Waiter
    from bot.library.tickets import Ticket
    from index import Query

_T = TypeVar("_T")

QUESTION_SECONDS = 0.4
"""What a question takes on two cores, with the readers."""


class LibraryWorker:
    """Takes questions on the event loop and has them answered off it; made and used on one loop.

    What of `libraries` blocks is called in the worker's own thread; loading may take long. `queue_size`
    counts questions that wait, not those being answered; `deadline` is in seconds, from question to answer.
    `question_seconds` is what a question is thought to take before any was measured. `wait` does each wait,
    `clock` says what time it is, in seconds; the event loop's own may differ from task to task on a simulated
    Discord.
    """

    def __init__(
        self,
        libraries: Libraries,
        *,
        queue_size: int,
        batch_size: int,
        deadline: float,
        question_seconds: float = QUESTION_SECONDS,
        wait: Waiter = wait_for,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._libraries = libraries
        self._deadline = deadline
        self._wait = wait
        self._clock = clock
        self._room = WaitingRoom(
            queue_size=queue_size,
            batch_size=batch_size,
            deadline=deadline,
            question_seconds=question_seconds,
            clock=clock,
        )
        self._computed: Sequence[Ticket[Any]] = ()
        """What is computed at this moment."""
        self._arrived = asyncio.Event()
        self._thread = ComputingThread()
        self._loaded = asyncio.Event()
        self._closing = False
        self._task: asyncio.Task[None] | None = None

    def open(self) -> asyncio.Task[None]:
        """Start loading, then answering; the task ends only if loading fails, with its error."""
        self._task = asyncio.create_task(self._work(), name="verbatim-library")
        return self._task

    def admit(
        self,
        query: Callable[[ArticleCatalog], Query],
        *,
        reach: Reaching,
        withdrawn: Callable[[], bool] = bool,
    ) -> QuestionTicket:
        """Let a question wait from now on, if it can be answered in time.

        Args:
            query: says what is asked of the articles that may be read by then; what it raises, `answer`
                raises.
            reach: who asks; those who ask little come first.
            withdrawn: whether nobody wants the answer any more.

        Raises:
            ClosingError: the worker takes no more questions.
            BusyError: too many questions are waiting.

        """
        ticket = QuestionTicket(reach, *self._promise(), query, withdrawn)
        self._enter(ticket)
        return ticket

    async def answer(self, ticket: Ticket[_T]) -> _T:
        """Wait for the answer to an admitted question, or for something else that was admitted.

        Raises:
            BusyError: it had to make room for others.
            ClosingError: the worker closed before the answer.
            WarmingUpError: the deadline passed while the library was loading.
            TooLateError: the deadline passed, or the question was withdrawn.
            Exception: whatever the library, or the ticket's query, failed with.

        """
        return await self._in_time(ticket.result, ticket.until)

    async def use(self, work: Callable[[Answering, ArticleCatalog], _T], *, reach: Reaching) -> _T:
        """Have a library do something else off the loop, between two batches; errors as from both above.

        `work` gets the library, and what of it may be read.
        """
        with self.admit_use(work, reach=reach) as ticket:
            return await self.answer(ticket)

    def admit_use(
        self, work: Callable[[Answering, ArticleCatalog], _T], *, reach: Reaching
    ) -> WorkTicket[_T]:
        """Let what `use` does wait from now on, if it can be done in time; errors as from `admit`."""
        ticket: WorkTicket[_T] = WorkTicket(reach, *self._promise(), work)
        self._enter(ticket)
        return ticket

    async def catalog(self, reach: Reaching) -> ArticleCatalog:
        """Return the articles that may be read, as soon as their library is open; errors as from `answer`."""
        held = self.held(reach.selection)
        if held is None:
            if self._closing:
                raise ClosingError
            held = await self._in_time(self._opened(reach.selection), self._promise()[0])
        return reach.within(held.catalog)

    def loaded_catalog(self, reach: Reaching) -> ArticleCatalog | None:
        """Return the articles that may be read, if their library is open."""
        held = self.held(reach.selection)
        return None if held is None else reach.within(held.catalog)

    def held(self, selection: Selection) -> Held | None:
        """Return a library if it is open, for what it is: what it computes belongs into `use`."""
        return self._libraries.held(selection) if self.loaded else None

    async def ready(self) -> None:
        """Wait until loading has ended."""
        await self._loaded.wait()

    async def renew(self, server: int | None) -> None:
        """Have what was built last answer from the next batch on, of a server, or None for the host's folder.

        Raises:
            SnapshotError: it cannot be opened; what answered before goes on answering.

        """
        await self._loaded.wait()
        await self._thread.run(functools.partial(self._libraries.renew, server))

    @property
    def loaded(self) -> bool:
        """Whether loading has ended, so that libraries can be opened."""
        return self._loaded.is_set()

    @property
    def waiting(self) -> int:
        """How many questions wait."""
        return len(self._room)

    async def close(self, timeout: float) -> None:  # noqa: ASYNC109 - the bound is part of what closing means
        """Take no more questions, answer those that wait within `timeout` seconds, and tell the rest.

        A computation that does not end cannot be interrupted: see `computing`.
        """
        self._closing = True
        held = [*self._computed, *self._room]
        if held:
            await asyncio.wait([ticket.result for ticket in held], timeout=timeout)
        for ticket in held:
            ticket.fail(ClosingError())
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._thread.close()

    @property
    def computing(self) -> bool:
        """Whether the thread is at work; after `close` it then only keeps Python from ending."""
        return self._thread.busy

    def _promise(self) -> tuple[float, asyncio.Future[Any]]:
        """Return until when somebody waits, and what they wait for."""
        return self._clock() + self._deadline, asyncio.get_running_loop().create_future()

    def _enter(self, ticket: Ticket[Any]) -> None:
        if self._closing:
            raise ClosingError
        self._room.admit(ticket)
        ticket.result.add_done_callback(lambda _: self._room.leave(ticket))  # whoever goes makes room
        self._arrived.set()

    async def _in_time(self, work: Awaitable[_T], until: float) -> _T:
        return await self._wait(self._bounded(work, until))

    async def _bounded(self, work: Awaitable[_T], until: float) -> _T:
        try:
            async with asyncio.timeout(until - self._clock()) as bound:
                return await work
        except TimeoutError:
            if not bound.expired():
                raise  # the library's own
            raise (TooLateError() if self.loaded else WarmingUpError()) from None

    async def _opened(self, selection: Selection) -> Held:
        await self._loaded.wait()
        held = self._libraries.held(selection)
        if held is None:
            held = await self._thread.run(functools.partial(self._libraries.open, selection))
        return held

    async def _work(self) -> None:
        await self._thread.run(self._libraries.load)
        self._loaded.set()
        while True:
            await self._arrived.wait()
            self._computed = batch = self._room.next_batch()
            if batch:
                await self._compute(batch)
            else:
                self._arrived.clear()
            self._computed = ()

    async def _compute(self, batch: list[Ticket[Any]]) -> None:
        """Have a batch computed, by the library that answers at this moment."""
        try:
            held = await self._opened(batch[0].reach.selection)
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told, not the worker
            for ticket in batch:
                ticket.fail(error)
            return
        started = self._clock()
        await compute(batch, held, self._thread)
        self._room.done(batch, self._clock() - started)
