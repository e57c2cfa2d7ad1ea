"""The only place where computing meets the event loop: one bounded door, with a deadline.

Questions wait in one line; one worker takes as many as are waiting, up to a batch, and has the library answer
them in one thread. While the library loads, questions already wait in the line.
"""

from __future__ import annotations

import asyncio
import functools
import itertools
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from bot.errors import BusyError, ClosingError, TooLateError, WarmingUpError
from index import clean_question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future
    from typing import Any

    from index import Answer

_T = TypeVar("_T")
_Waiting: TypeAlias = "asyncio.Future[Answer]"


class Answering(Protocol):
    """What the desk needs of a library."""

    def ask_all(self, questions: Sequence[str]) -> Sequence[Answer]:
        """Answer questions, in order; blocks."""


class Desk:
    """Takes questions on the event loop and has them answered off it; made and used on one loop.

    `load` is called once, in the desk's own thread, and may take long. `queue_size` counts questions that
    wait, not those being answered; `deadline` is in seconds, from question to answer.
    """

    def __init__(
        self, load: Callable[[], Answering], *, queue_size: int, batch_size: int, deadline: float
    ) -> None:
        self._load = load
        self._queue_size = queue_size
        self._batch_size = batch_size
        self._deadline = deadline
        # A dict, not an asyncio.Queue: a question whose asker has gone leaves the line at once, so that the
        # line is full only of questions that somebody still waits for.
        self._line: dict[_Waiting, str] = {}
        self._answering: Sequence[_Waiting] = ()
        self._arrived = asyncio.Event()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="verbatim-desk")
        self._computation: Future[Any] | None = None
        self._library: Answering | None = None
        self._closing = False
        self._worker: asyncio.Task[None] | None = None

    def open(self) -> asyncio.Task[None]:
        """Start loading the library, then answering; the task ends only if loading fails, with its error."""
        self._worker = asyncio.create_task(self._work(), name="verbatim-desk")
        return self._worker

    def admit(self, question: str) -> str:
        """Check that a question can be taken at this moment, and clean it.

        Raises:
            QuestionError: the question cannot be asked.
            ClosingError: the desk takes no more questions.
            BusyError: too many questions are waiting.

        """
        question = clean_question(question)
        if self._closing:
            raise ClosingError
        if len(self._line) >= self._queue_size:
            raise BusyError
        return question

    async def ask(self, question: str) -> Answer:
        """Answer a question, as soon as its turn comes.

        Raises:
            QuestionError, BusyError: as from `admit`.
            ClosingError: as from `admit`, or the desk closed before the answer.
            WarmingUpError: the deadline passed while the library was loading.
            TooLateError: the deadline passed.
            Exception: whatever the library failed with.

        """
        question = self.admit(question)
        waiting: _Waiting = asyncio.get_running_loop().create_future()
        self._line[waiting] = question
        self._arrived.set()
        try:
            async with asyncio.timeout(self._deadline) as bound:
                return await waiting
        except TimeoutError:
            if not bound.expired():
                raise  # the library's own
            raise (WarmingUpError() if self._library is None else TooLateError()) from None
        finally:
            self._line.pop(waiting, None)

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
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])
        self._thread.shutdown(wait=False, cancel_futures=True)

    @property
    def computing(self) -> bool:
        """Whether the thread is at work; after `close` it then only keeps Python from ending."""
        return self._computation is not None and not self._computation.done()

    async def _work(self) -> None:
        library = self._library = await self._compute(self._load)
        while True:
            await self._arrived.wait()
            batch = dict(itertools.islice(self._line.items(), self._batch_size))
            for waiting in batch:
                del self._line[waiting]
            if not self._line:
                self._arrived.clear()
            self._answering = tuple(batch)
            await self._answer(library, batch)
            self._answering = ()

    async def _answer(self, library: Answering, batch: Mapping[_Waiting, str]) -> None:
        """Answer a batch; if it fails, each question by itself, so that one cannot fail its neighbours."""
        batch = {waiting: question for waiting, question in batch.items() if not waiting.done()}
        if not batch:
            return
        try:
            answers = await self._compute(functools.partial(library.ask_all, tuple(batch.values())))
            answered = list(zip(batch, answers, strict=True))
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told, not this loop
            if len(batch) > 1:
                for waiting, question in batch.items():
                    await self._answer(library, {waiting: question})
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
