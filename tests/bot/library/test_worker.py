"""The desk by itself: bounded, batched, with a deadline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.errors import BusyError, ClosingError, TooLateError, WarmingUpError
from bot.library.worker import Desk
from index import Query, QuestionError
from tests.bot.doubles import WordLibrary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Answer
    from tests.bot.world import Loader

SHORT = 0.01  # seconds, for deadlines that are to pass


async def started(library: WordLibrary) -> None:
    await asyncio.to_thread(library.started.acquire)


async def waiting(desk: Desk, *questions: str) -> list[asyncio.Task[Answer]]:
    """Put questions into the line; they stand in it when this returns."""
    tasks = [asyncio.create_task(desk.ask(Query(question))) for question in questions]
    await asyncio.sleep(0)
    return tasks


async def test_what_waits_is_answered_as_one_batch(desk: Desk, library: WordLibrary) -> None:
    library.free.clear()
    first = await waiting(desk, "dream")
    await started(library)
    rest = await waiting(desk, "Nara", "gifts")
    library.free.set()
    answers = await asyncio.gather(*first, *rest)
    assert library.asked == [("dream",), ("Nara", "gifts")]
    assert [answer.question for answer in answers] == ["dream", "Nara", "gifts"]
    assert answers[1].quotes[0].sentence == 9


async def test_a_batch_has_a_size(loader: Loader, library: WordLibrary) -> None:
    loader.ready.clear()
    desk = Desk(loader, queue_size=9, batch_size=2, deadline=10)
    desk.open()
    tasks = await waiting(desk, "one", "two", "three")
    loader.ready.set()
    await asyncio.gather(*tasks)
    assert library.asked == [("one", "two"), ("three",)]
    await desk.close(1)


async def test_questions_are_cleaned_first(desk: Desk, library: WordLibrary) -> None:
    assert (await desk.ask(Query("  Na\u200bra "))).question == "Nara"
    with pytest.raises(QuestionError):
        await desk.ask(Query(" \u200b "))
    assert library.asked == [("Nara",)]


async def test_one_more_than_fits_is_refused(desk: Desk, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(desk, "one")
    await started(library)
    tasks += await waiting(desk, "two", "three")
    with pytest.raises(BusyError):
        await desk.ask(Query("four"))
    library.free.set()
    await asyncio.gather(*tasks)
    assert (await desk.ask(Query("five"))).question == "five"


async def test_whoever_leaves_makes_room_and_is_not_computed_for(desk: Desk, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(desk, "one")
    await started(library)
    tasks += await waiting(desk, "two", "three")
    tasks.pop(1).cancel()
    await asyncio.sleep(0)
    tasks += await waiting(desk, "four")
    library.free.set()
    await asyncio.gather(*tasks)
    assert library.asked == [("one",), ("three", "four")]


async def test_the_deadline_passes(loader: Loader, library: WordLibrary) -> None:
    desk = Desk(loader, queue_size=9, batch_size=9, deadline=SHORT)
    desk.open()
    library.free.clear()
    with pytest.raises(TooLateError):
        await desk.ask(Query("one"))
    assert desk.computing
    library.free.set()
    await desk.close(1)


async def test_the_deadline_passes_while_loading(loader: Loader) -> None:
    loader.ready.clear()
    desk = Desk(loader, queue_size=1, batch_size=9, deadline=SHORT)
    desk.open()
    for question in ("one", "two"):  # the first has left the line, so that the second is not refused
        with pytest.raises(WarmingUpError):
            await desk.ask(Query(question))
    loader.ready.set()
    await desk.close(1)


async def test_questions_wait_for_the_library(loader: Loader) -> None:
    loader.ready.clear()
    desk = Desk(loader, queue_size=9, batch_size=9, deadline=10)
    desk.open()
    tasks = await waiting(desk, "Nara")
    loader.ready.set()
    assert (await tasks[0]).quotes[0].sentence == 9
    await desk.close(1)


async def test_a_bad_question_does_not_fail_its_neighbours(desk: Desk, library: WordLibrary) -> None:
    library.failures["bad"] = KeyError("oh")
    library.free.clear()
    tasks = await waiting(desk, "first")
    await started(library)
    tasks += await waiting(desk, "bad", "Nara")
    library.free.set()
    first, bad, good = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(bad, KeyError)
    assert not isinstance(first, BaseException)
    assert not isinstance(good, BaseException)
    assert good.quotes[0].sentence == 9
    assert (await desk.ask(Query("dream"))).question == "dream"


async def test_a_timeout_of_the_library_is_not_the_desks(desk: Desk, library: WordLibrary) -> None:
    library.failures["slow"] = TimeoutError("a socket's")
    with pytest.raises(TimeoutError, match="a socket's"):
        await desk.ask(Query("slow"))


async def test_a_library_that_loses_answers_is_an_error(loader: Loader, library: WordLibrary) -> None:
    class Forgetful(WordLibrary):
        def ask_all(self, queries: Sequence[Query], *, top: int) -> tuple[Answer, ...]:
            return super().ask_all(queries, top=top)[1:]

    loader.library = Forgetful(library.article)
    desk = Desk(loader, queue_size=9, batch_size=9, deadline=10)
    desk.open()
    with pytest.raises(ValueError, match="shorter"):
        await desk.ask(Query("one"))
    await desk.close(1)


async def test_a_library_that_cannot_be_loaded_ends_the_work() -> None:
    def load() -> WordLibrary:
        raise RuntimeError("no such model")

    desk = Desk(load, queue_size=9, batch_size=9, deadline=10)
    with pytest.raises(RuntimeError, match="no such model"):
        await desk.open()
    await desk.close(0)


async def test_closing_finishes_what_waits(desk: Desk, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(desk, "one")
    await started(library)
    tasks += await waiting(desk, "two")
    closing = asyncio.create_task(desk.close(10))
    await asyncio.sleep(0)
    with pytest.raises(ClosingError):
        await desk.ask(Query("three"))
    library.free.set()
    await closing
    assert [(await task).question for task in tasks] == ["one", "two"]
    assert not desk.computing


async def test_closing_is_bounded(desk: Desk, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(desk, "one")
    await started(library)
    tasks += await waiting(desk, "two")
    await desk.close(SHORT)
    assert desk.computing
    for task in tasks:
        with pytest.raises(ClosingError):
            await task
