"""The only place where computing meets the event loop: one bounded door, with a deadline.

What is asked waits in one line, shared fairly; one thread takes as much as may be answered together. While
the library loads, questions already wait in the line.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import ClosingError, TooLateError, WarmingUpError
from bot.library.batches import compute
from bot.library.catalog import ArticleCatalog
from bot.library.interface import wait_for
from bot.library.thread import ComputingThread
from bot.library.tickets import QuestionTicket, WorkTicket
from bot.library.waiting_room import WaitingRoom

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable, Sequence

    from bot.library.interface import Answering, Waiter
    from bot.library.tickets import Ticket
    from index import Answer, Query

_T = TypeVar("_T")

QUESTION_SECONDS = 0.4
"""What a question takes on two cores, with the readers."""


class LibraryWorker:
    """Takes questions on the event loop and has them answered off it; made and used on one loop.

    `load` is called once, in the worker's own thread, and may take long. `queue_size` counts questions that
    wait, not those being answered; `deadline` is in seconds, from question to answer. `question_seconds` is
    what a question is thought to take before any was measured. `wait` does each wait, `clock` says what
    time it is, in seconds; the event loop's own may differ from task to task on a simulated Discord.
    """

    def __init__(
        self,
        load: Callable[[], Answering],
        *,
        queue_size: int,
        batch_size: int,
        deadline: float,
        question_seconds: float = QUESTION_SECONDS,
        wait: Waiter = wait_for,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._load = load
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
        self._library: Answering | None = None
        self._catalog: ArticleCatalog | None = None
        self._loaded = asyncio.Event()
        self._closing = False
        self._task: asyncio.Task[None] | None = None

    def open(self) -> asyncio.Task[None]:
        """Start loading the library, then answering; the task ends only if loading fails, with its error."""
        self._task = asyncio.create_task(self._work(), name="verbatim-library")
        return self._task

    def admit(
        self,
        query: Callable[[ArticleCatalog], Query],
        *,
        lane: Hashable,
        withdrawn: Callable[[], bool] = bool,
    ) -> QuestionTicket:
        """Let a question wait from now on, if it can be answered in time.

        Args:
            query: says what is asked of the articles there are by then; what it raises, `answer` raises.
            lane: whom the question counts for; those who ask little come first.
            withdrawn: whether nobody wants the answer any more.

        Raises:
            ClosingError: the worker takes no more questions.
            BusyError: too many questions are waiting.

        """
        ticket = QuestionTicket(lane, *self._promise(), query, withdrawn)
        self._enter(ticket)
        return ticket

    async def answer(self, ticket: QuestionTicket) -> Answer:
        """Wait for the answer to an admitted question.

        Raises:
            BusyError: it had to make room for others.
            ClosingError: the worker closed before the answer.
            WarmingUpError: the deadline passed while the library was loading.
            TooLateError: the deadline passed, or the question was withdrawn.
            Exception: whatever the library, or the ticket's query, failed with.

        """
        return await self._in_time(ticket.result, ticket.until)

    async def use(self, work: Callable[[Answering], _T], *, lane: Hashable) -> _T:
        """Have the library do something else off the loop, between two batches; errors as from both above."""
        ticket = WorkTicket(lane, *self._promise(), work)
        self._enter(ticket)
        with ticket:
            done: _T = await self._in_time(ticket.result, ticket.until)
            return done

    async def catalog(self) -> ArticleCatalog:
        """Return the articles, as soon as they are loaded; errors as from `answer`."""
        if self._catalog is None:
            if self._closing:
                raise ClosingError
            await self._in_time(self._loaded.wait(), self._promise()[0])
        assert self._catalog is not None  # noqa: S101 - set before the event is
        return self._catalog

    @property
    def loaded_catalog(self) -> ArticleCatalog | None:
        """The articles, if they are loaded."""
        return self._catalog

    @property
    def loaded_library(self) -> Answering | None:
        """The library, if it is loaded, for what it is: what it computes belongs into `use`."""
        return self._library

    @property
    def waiting(self) -> int:
        """How many questions wait."""
        return len(self._room)

    async def replace(self, load: Callable[[], Answering]) -> None:
        """Load another library in the place of this one, which goes on answering until then.

        Raises:
            Exception: whatever loading failed with; then nothing is replaced.

        """
        library = await self._thread.run(load)
        await self._prepare(library)
        self._hold(library)

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
            raise (WarmingUpError() if self._library is None else TooLateError()) from None

    async def _work(self) -> None:
        self._hold(await self._thread.run(self._load))
        assert self._library is not None  # noqa: S101 - both are held from now on
        assert self._catalog is not None  # noqa: S101
        await self._prepare(self._library)
        while True:
            await self._arrived.wait()
            self._computed = batch = self._room.next_batch()
            if batch:
                started = self._clock()
                await compute(batch, self._library, self._catalog, self._thread)
                self._room.done(batch, self._clock() - started)
            else:
                self._arrived.clear()
            self._computed = ()

    def _hold(self, library: Answering) -> None:
        self._library, self._catalog = library, ArticleCatalog(library.articles)
        self._loaded.set()

    async def _prepare(self, library: Answering) -> None:
        """Find names and phrases, a second for each MiB, before the first look-up wants them."""
        await self._thread.run(lambda: library.phrases("", limit=1, articles=None))
