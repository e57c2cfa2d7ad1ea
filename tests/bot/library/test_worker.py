"""The worker by itself: bounded, batched, with a deadline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.access.origin import Origin
from bot.access.reach import Reach
from bot.errors import BusyError, ClosingError, RefusedError, TooLateError, WarmingUpError
from bot.library.worker import LibraryWorker
from bot.state.records import ServerSettings
from index import Query
from tests.bot.doubles import WordLibrary, article_of, stopped
from tests.bot.shared_library import SharedLibrary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.catalog import ArticleCatalog
    from index import Answer
    from tests.bot.world import Loader

SHORT = 0.01  # seconds, for deadlines that are to pass


def in_server(server: int) -> Reach:
    return Reach(Origin(user=1, channel=2, server=server), ServerSettings())


async def started(library: WordLibrary) -> None:
    await asyncio.to_thread(library.started.acquire)


async def asked(worker: LibraryWorker, question: str, *, server: int = 1) -> Answer:
    ticket = worker.admit(lambda _: Query(question), reach=in_server(server))
    return await worker.answer(ticket)


async def waiting(worker: LibraryWorker, *questions: str, server: int = 1) -> list[asyncio.Task[Answer]]:
    """Put questions into the line; they stand in it when this returns."""
    tasks = [asyncio.create_task(asked(worker, question, server=server)) for question in questions]
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
    worker = LibraryWorker(
        loader, queue_size=9, batch_size=2, deadline=10, question_seconds=0.05, clock=stopped
    )
    worker.open()
    tasks = await waiting(worker, "one", "two", "three")
    loader.ready.set()
    await asyncio.gather(*tasks)
    assert library.asked == [("one", "two"), ("three",)]
    await worker.close(1)


async def test_one_more_than_fits_is_refused(worker: LibraryWorker, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    tasks += await waiting(worker, "two", "three")
    with pytest.raises(BusyError) as busy:
        await asked(worker, "four")
    assert busy.value.values == {"seconds": 1}
    library.free.set()
    await asyncio.gather(*tasks)
    assert (await asked(worker, "five")).question == "five"


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


async def test_what_is_withdrawn_is_not_computed(worker: LibraryWorker, library: WordLibrary) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    withdrawn = worker.admit(lambda _: Query("two"), reach=in_server(1), withdrawn=lambda: True)
    tasks += await waiting(worker, "three")
    library.free.set()
    await asyncio.gather(*tasks)
    with pytest.raises(TooLateError):
        await worker.answer(withdrawn)
    assert library.asked == [("one",), ("three",)]


async def test_a_question_that_nobody_came_to_wait_for_leaves(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    with worker.admit(lambda _: Query("two"), reach=in_server(1)):
        assert worker.waiting == 1
    await asyncio.sleep(0)
    assert worker.waiting == 0
    library.free.set()
    await asyncio.gather(*tasks)


async def test_what_cannot_be_asked_of_the_articles_fails_alone(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    def query(_: ArticleCatalog) -> Query:
        raise RefusedError("article-unknown", name="x")

    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    unknown = worker.admit(query, reach=in_server(1))
    tasks += await waiting(worker, "two")
    library.free.set()
    with pytest.raises(RefusedError):
        await worker.answer(unknown)
    assert [answer.question for answer in await asyncio.gather(*tasks)] == ["one", "two"]


async def test_a_crowd_in_one_server_makes_room_for_another(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    crowd = await waiting(worker, "two", "three")
    other = await waiting(worker, "four", server=2)
    with pytest.raises(BusyError):  # the latest of the crowd
        await crowd[1]
    library.free.set()
    await asyncio.gather(*tasks, crowd[0], *other)
    assert library.asked == [("one",), ("four", "two")]


async def test_something_else_is_done_between_two_batches(
    worker: LibraryWorker, library: WordLibrary
) -> None:
    library.free.clear()
    tasks = await waiting(worker, "one")
    await started(library)
    asking = await waiting(worker, "two")
    looked_up = asyncio.create_task(worker.use(lambda held, _: held.model_name, reach=in_server(2)))
    await asyncio.sleep(0)
    assert not looked_up.done()
    library.free.set()
    assert await looked_up == "word counts"
    await asyncio.gather(*tasks, *asking)


async def test_what_else_fails_is_told(worker: LibraryWorker) -> None:
    def fail(*_: object) -> None:
        raise KeyError("oh")

    with pytest.raises(KeyError):
        await worker.use(fail, reach=in_server(1))
    assert (await asked(worker, "dream")).question == "dream"


async def test_another_library_takes_over_between_two_batches(
    worker: LibraryWorker, loader: Loader, library: WordLibrary
) -> None:
    other = WordLibrary(article_of("Nara has deer.", title="Deer"))
    library.free.clear()
    before = await waiting(worker, "Nara")
    await started(library)
    loader.library = other
    await asyncio.to_thread(loader.load)
    library.free.set()
    assert (await before[0]).quotes[0].article is library.article
    assert (await asked(worker, "Nara")).quotes[0].article is other.article
    assert (await worker.catalog(in_server(1))).articles == (other.article,)


async def test_the_deadline_passes(loader: Loader, library: WordLibrary) -> None:
    worker = LibraryWorker(
        loader, queue_size=9, batch_size=9, deadline=0.5, question_seconds=0.05, clock=stopped
    )  # by then it is computing
    worker.open()
    library.free.clear()
    with pytest.raises(TooLateError):
        await asked(worker, "one")
    assert worker.computing
    library.free.set()
    await worker.close(1)


async def test_the_deadline_passes_while_loading(loader: Loader) -> None:
    loader.ready.clear()
    worker = LibraryWorker(
        loader, queue_size=1, batch_size=9, deadline=SHORT, question_seconds=0.05, clock=stopped
    )
    worker.open()
    for question in ("one", "two"):  # the first has left the line, so that the second is not refused
        with pytest.raises(WarmingUpError):
            await asked(worker, question)
    loader.ready.set()
    await worker.close(1)


async def test_questions_wait_for_the_library(loader: Loader) -> None:
    loader.ready.clear()
    worker = LibraryWorker(
        loader, queue_size=9, batch_size=9, deadline=10, question_seconds=0.05, clock=stopped
    )
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
    assert (await asked(worker, "dream")).question == "dream"


async def test_a_timeout_of_the_library_is_its_own(worker: LibraryWorker, library: WordLibrary) -> None:
    library.failures["slow"] = TimeoutError("a socket's")
    with pytest.raises(TimeoutError, match="a socket's"):
        await asked(worker, "slow")


async def test_a_library_that_loses_answers_is_an_error(loader: Loader, library: WordLibrary) -> None:
    class Forgetful(WordLibrary):
        def ask_all(self, queries: Sequence[Query], *, top: int) -> tuple[Answer, ...]:
            return super().ask_all(queries, top=top)[1:]

    loader.library = Forgetful(library.article)
    worker = LibraryWorker(
        loader, queue_size=9, batch_size=9, deadline=10, question_seconds=0.05, clock=stopped
    )
    worker.open()
    with pytest.raises(ValueError, match="shorter"):
        await asked(worker, "one")
    await worker.close(1)


async def test_a_library_that_cannot_be_loaded_ends_the_work() -> None:
    def load() -> WordLibrary:
        raise RuntimeError("no such model")

    worker = LibraryWorker(
        SharedLibrary(load),
        queue_size=9,
        batch_size=9,
        deadline=10,
        question_seconds=0.05,
        clock=stopped,
    )
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
        await asked(worker, "three")
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
