"""The only place where computing meets the event loop: one bounded door, with a deadline.

Questions wait in one line; one worker takes as many as are waiting, up to a batch, and has the library answer
them in one thread. While the library loads, questions already wait in the line.
"""

from __future__ import annotations

import asyncio
import functools
import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from bot.errors import BusyError, ClosingError, TooLateError, WarmingUpError
from bot.library.catalog import ArticleCatalog
from bot.library.interface import wait_for
from index import Query, clean_question

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from concurrent.futures import Future
    from typing import Any

    from bot.library.interface import Answering, Waiter
    from index import Answer

_T = TypeVar("_T")
_Waiting: TypeAlias = "asyncio.Future[Answer]"


PASSAGES = 5
"""Quotes of an answer, at most."""


class LibraryWorker:
    """Takes questions on the event loop and has them answered off it; made and used on one loop.

    `load` is called once, in the worker's own thread, and may take long. `queue_size` counts questions that
    wait, not those being answered; `deadline` is in seconds, from question to answer. `wait` does each wait.
    """

    def __init__(
        self,
        load: Callable[[], Answering],
        *,
        queue_size: int,
        batch_size: int,
        deadline: float,
        wait: Waiter = wait_for,
    ) -> None:
        self._load = load
        self._queue_size = queue_size
        self._batch_size = batch_size
        self._deadline = deadline
        self._wait = wait
        # A dict, not an asyncio.Queue: a question whose asker has gone leaves the line at once, so that the
        # line is full only of questions that somebody still waits for.
        self._line: dict[_Waiting, Query] = {}
        self._answering: Sequence[_Waiting] = ()
        self._arrived = asyncio.Event()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="verbatim-library")
        self._computation: Future[Any] | None = None
        self._library: Answering | None = None
        self._catalog: ArticleCatalog | None = None
        self._loaded = asyncio.Event()
        self._closing = False
        self._task: asyncio.Task[None] | None = None

    def open(self) -> asyncio.Task[None]:
        """Start loading the library, then answering; the task ends only if loading fails, with its error."""
        self._task = asyncio.create_task(self._work(), name="verbatim-library")
        return self._task

    def accept(self, question: str) -> str:
        """Check that a question can be taken at this moment, and clean it.

        Raises:
            QuestionError: the question cannot be asked.
            ClosingError: the worker takes no more questions.
            BusyError: too many questions are waiting.

        """
        question = clean_question(question)
        if self._closing:
            raise ClosingError
        if len(self._line) >= self._queue_size:
            raise BusyError
        return question

    async def ask(self, query: Query) -> Answer:
        """Answer a question, as soon as its turn comes.

        Raises:
            QuestionError, BusyError: as from `accept`.
            ClosingError: as from `accept`, or the worker closed before the answer.
            WarmingUpError: the deadline passed while the library was loading.
            TooLateError: the deadline passed.
            Exception: whatever the library failed with.

        """
        query = replace(query, text=self.accept(query.text))
        waiting: _Waiting = asyncio.get_running_loop().create_future()
        self._line[waiting] = query
        self._arrived.set()
        try:
            return await self._in_time(waiting)
        finally:
            self._line.pop(waiting, None)

    async def catalog(self) -> ArticleCatalog:
        """Return the articles, as soon as they are loaded; errors as from `ask`."""
        if self._catalog is None:
            if self._closing:
                raise ClosingError
            await self._in_time(self._loaded.wait())
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

    async def use(self, work: Callable[[Answering], _T]) -> _T:
        """Have the library do something else off the loop, between two batches; errors as from `ask`."""
        if self._closing:
            raise ClosingError
        await self.catalog()
        assert self._library is not None  # noqa: S101 - the catalog is its
        return await self._in_time(self._compute(functools.partial(work, self._library)))

    @property
    def waiting(self) -> int:
        """How many questions wait."""
        return len(self._line)

    async def replace(self, load: Callable[[], Answering]) -> None:
        """Load another library in the place of this one, which goes on answering until then.

        Raises:
            Exception: whatever loading failed with; then nothing is replaced.

        """
        library = await self._compute(load)
        await self._prepare(library)
        self._hold(library)

    async def _prepare(self, library: Answering) -> None:
        """Find names and phrases, a second for each MiB, before the first look-up wants them."""
        await self._compute(lambda: library.phrases("", limit=1, articles=None))

    def _hold(self, library: Answering) -> None:
        self._library, self._catalog = library, ArticleCatalog(library.articles)
        self._loaded.set()

    async def _in_time(self, work: Awaitable[_T]) -> _T:
        return await self._wait(self._bounded(work))

    async def _bounded(self, work: Awaitable[_T]) -> _T:
        try:
            async with asyncio.timeout(self._deadline) as bound:
                return await work
        except TimeoutError:
            if not bound.expired():
                raise  # the library's own
            raise (WarmingUpError() if self._library is None else TooLateError()) from None

    async def close(self, timeout: float) -> None:  # noqa: ASYNC109 - the bound is part of what closing means
        """Take no more questions, answer those that wait within `timeout` seconds, and tell the rest.

        A computation that does not end cannot be interrupted: see `computing`.
        """
        self._closing = True
        held = [*self._answering, *self._line]
        if held:
            await asyncio.wait(held, timeout=timeout)
        for waiting in held:
            if not waiting.done():
                waiting.set_exception(ClosingError())
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._thread.shutdown(wait=False, cancel_futures=True)

    @property
    def computing(self) -> bool:
        """Whether the thread is at work; after `close` it then only keeps Python from ending."""
        return self._computation is not None and not self._computation.done()

    async def _work(self) -> None:
        library = await self._compute(self._load)
        self._hold(library)
        await self._prepare(library)
        while True:
            await self._arrived.wait()
            batch = dict(itertools.islice(self._line.items(), self._batch_size))
            for waiting in batch:
                del self._line[waiting]
            if not self._line:
                self._arrived.clear()
            self._answering = tuple(batch)
            await self._answer(self._library or library, batch)
            self._answering = ()

    async def _answer(self, library: Answering, batch: Mapping[_Waiting, Query]) -> None:
        """Answer a batch; if it fails, each question by itself, so that one cannot fail its neighbours."""
        batch = {waiting: query for waiting, query in batch.items() if not waiting.done()}
        if not batch:
            return
        try:
            answers = await self._compute(
                functools.partial(library.ask_all, tuple(batch.values()), top=PASSAGES)
            )
            answered = list(zip(batch, answers, strict=True))
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told, not this loop
            if len(batch) > 1:
                for waiting, query in batch.items():
                    await self._answer(library, {waiting: query})
            else:
                for waiting in batch:
                    if not waiting.done():
                        waiting.set_exception(error)
            return
        for waiting, answer in answered:
            if not waiting.done():
                waiting.set_result(answer)

    async def _compute(self, work: Callable[[], _T]) -> _T:
        self._computation = computation = self._thread.submit(work)
        return await asyncio.wrap_future(computation)
