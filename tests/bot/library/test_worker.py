"""The worker by itself: bounded, batched, with a deadline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.errors import BusyError, ClosingError, TooLateError, WarmingUpError
from bot.library.worker import LibraryWorker
from index import ModelError, Query, QuestionError
from tests.bot.doubles import WordLibrary, article_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Answer
    from tests.bot.world import Loader

SHORT = 0.01  # seconds, for deadlines that are to pass


async def started(library: WordLibrary) -> None:
    await asyncio.to_thread(library.started.acquire)


async def waiting(worker: LibraryWorker, *questions: str) -> list[asyncio.Task[Answer]]:
    """Put questions into the line; they stand in it when this returns."""
    tasks = [asyncio.create_task(worker.ask(Query(question))) for question in questions]
    await asyncio.sleep(0)
    return tasks


async def test_what_waits_is_answered_as_one_batch(worker: LibraryWorker, library: WordLibrary) -> None:
    library.free.clear()
    first = await waiting(worker, "dream")
    await started(library)
    rest = await waiting(worker, "Nara", "gifts")
    library.free.set()
    answers = await asyncio.gather(*first, *rest)
    assert library.asked == [("dream",), ("Nara", "gifts")]
    assert [answer.question for answer in answers] == ["dream", "Nara", "gifts"]
    assert answers[1].quotes[0].sentence == 9


async def test_a_batch_has_a_size(loader: Loader, library: WordLibrary) -> None:
    loader.ready.clear()
    worker = LibraryWorker(loader, queue_size=9, batch_size=2, deadline=10)
    worker.open()
    tasks = await waiting(worker, "one", "two", "three")
    loader.ready.set()
    await asyncio.gather(*tasks)
    assert library.asked == [("one", "two"), ("three",)]
    await worker.close(1)


async def test_questions_are_cleaned_first(worker: LibraryWorker, library: WordLibrary) -> None:
    assert (await worker.ask(Query("  Na\u200bra "))).question == "Nara"
    with pytest.raises(QuestionError):
        await worker.ask(Query(" \u200b "))
    assert library.asked == [("Nara",)]


async def test_one_more_than_fits_is_refused(worker: LibraryWorker, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    tasks += await waiting(worker, "two", "three")
    with pytest.raises(BusyError):
        await worker.ask(Query("four"))
    library.free.set()
    await asyncio.gather(*tasks)
    assert (await worker.ask(Query("five"))).question == "five"


async def test_whoever_leaves_makes_room_and_is_not_computed_for(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    tasks += await waiting(worker, "two", "three")
    tasks.pop(1).cancel()
    await asyncio.sleep(0)
    tasks += await waiting(worker, "four")
    library.free.set()
    await asyncio.gather(*tasks)
    assert library.asked == [("one",), ("three", "four")]


async def test_another_library_takes_over(worker: LibraryWorker, library: WordLibrary) -> None:
    other = WordLibrary(article_of("Nara has deer.", title="Deer"))
    library.free.clear()
    before = await waiting(worker, "Nara")
    await started(library)
    replacing = asyncio.create_task(worker.replace(lambda: other))
    await asyncio.sleep(0)
    library.free.set()
    assert (await before[0]).quotes[0].article is library.article
    await replacing
    assert (await worker.ask(Query("Nara"))).quotes[0].article is other.article
    assert (await worker.catalog()).articles == (other.article,)


async def test_a_library_that_cannot_be_loaded_replaces_nothing(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    def load() -> WordLibrary:
        raise ModelError("the model is damaged")

    await worker.catalog()
    with pytest.raises(ModelError):
        await worker.replace(load)
    assert (await worker.ask(Query("Nara"))).quotes[0].article is library.article


async def test_the_deadline_passes(loader: Loader, library: WordLibrary) -> None:
    worker = LibraryWorker(loader, queue_size=9, batch_size=9, deadline=0.5)  # by then it is computing
    worker.open()
    library.free.clear()
    with pytest.raises(TooLateError):
        await worker.ask(Query("one"))
    assert worker.computing
    library.free.set()
    await worker.close(1)


async def test_the_deadline_passes_while_loading(loader: Loader) -> None:
    loader.ready.clear()
    worker = LibraryWorker(loader, queue_size=1, batch_size=9, deadline=SHORT)
    worker.open()
    for question in ("one", "two"):  # the first has left the line, so that the second is not refused
        with pytest.raises(WarmingUpError):
            await worker.ask(Query(question))
    loader.ready.set()
    await worker.close(1)


async def test_questions_wait_for_the_library(loader: Loader) -> None:
    loader.ready.clear()
    worker = LibraryWorker(loader, queue_size=9, batch_size=9, deadline=10)
    worker.open()
    tasks = await waiting(worker, "Nara")
    loader.ready.set()
    assert (await tasks[0]).quotes[0].sentence == 9
    await worker.close(1)


async def test_a_bad_question_does_not_fail_its_neighbours(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    library.failures["bad"] = KeyError("oh")
    library.free.clear()
    tasks = await waiting(worker, "first")
    await started(library)
    tasks += await waiting(worker, "bad", "Nara")
    library.free.set()
    first, bad, good = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(bad, KeyError)
    assert not isinstance(first, BaseException)
    assert not isinstance(good, BaseException)
    assert good.quotes[0].sentence == 9
    assert (await worker.ask(Query("dream"))).question == "dream"


async def test_a_timeout_of_the_library_is_its_own(worker: LibraryWorker, library: WordLibrary) -> None:
    library.failures["slow"] = TimeoutError("a socket's")
    with pytest.raises(TimeoutError, match="a socket's"):
        await worker.ask(Query("slow"))


async def test_a_library_that_loses_answers_is_an_error(loader: Loader, library: WordLibrary) -> None:
    class Forgetful(WordLibrary):
        def ask_all(self, queries: Sequence[Query], *, top: int) -> tuple[Answer, ...]:
            return super().ask_all(queries, top=top)[1:]

    loader.library = Forgetful(library.article)
    worker = LibraryWorker(loader, queue_size=9, batch_size=9, deadline=10)
    worker.open()
    with pytest.raises(ValueError, match="shorter"):
        await worker.ask(Query("one"))
    await worker.close(1)


async def test_a_library_that_cannot_be_loaded_ends_the_work() -> None:
    def load() -> WordLibrary:
        raise RuntimeError("no such model")

    worker = LibraryWorker(load, queue_size=9, batch_size=9, deadline=10)
    with pytest.raises(RuntimeError, match="no such model"):
        await worker.open()
    await worker.close(0)


async def test_closing_finishes_what_waits(worker: LibraryWorker, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    tasks += await waiting(worker, "two")
    closing = asyncio.create_task(worker.close(10))
    await asyncio.sleep(0)
    with pytest.raises(ClosingError):
        await worker.ask(Query("three"))
    library.free.set()
    await closing
    assert [(await task).question for task in tasks] == ["one", "two"]
    assert not worker.computing


async def test_closing_is_bounded(worker: LibraryWorker, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    tasks += await waiting(worker, "two")
    await worker.close(SHORT)
    assert worker.computing
    for task in tasks:
        with pytest.raises(ClosingError):
            await task
