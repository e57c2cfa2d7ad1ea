"""What was taken out of the line -> its results, computed off the event loop."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from bot.errors import NotNowError
from bot.library.tickets import QuestionTicket, WorkTicket

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Answering, Held
    from bot.library.thread import ComputingThread
    from bot.library.tickets import Ticket
    from index import Query

PASSAGES = 5
"""Quotes of an answer, at most."""


async def compute(batch: Sequence[Ticket[Any]], held: Held, thread: ComputingThread) -> None:
    """Do what the tickets are for, and tell each what came of it.

    All are about the library that is held, and of one kind; what is no question is alone.
    """
    match batch:
        case [WorkTicket() as ticket]:
            readable = ticket.reach.within(held.catalog)
            await _finish(ticket, functools.partial(ticket.work, held.library, readable), thread)
        case _:
            await _answer(held.library, _asked(batch, held.catalog), thread)


async def _finish(ticket: WorkTicket[Any], work: Callable[[], object], thread: ComputingThread) -> None:
    try:
        done = await thread.run(work)
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever waits is told, not the worker
        ticket.fail(error)
    else:
        if ticket.wanted:
            ticket.result.set_result(done)


async def _answer(
    library: Answering, asked: Sequence[tuple[QuestionTicket, Query]], thread: ComputingThread
) -> None:
    """Answer questions; if that fails, each by itself, so that one cannot fail its neighbours."""
    asked = [(ticket, query) for ticket, query in asked if ticket.wanted]
    if not asked:
        return
    queries = tuple(query for _, query in asked)
    try:
        answers = await thread.run(functools.partial(library.ask_all, queries, top=PASSAGES))
        answered = list(zip(asked, answers, strict=True))
    except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told, not the worker
        if len(asked) == 1:
            asked[0][0].fail(error)
        else:
            for one in asked:
                await _answer(library, [one], thread)
        return
    for (ticket, _), answer in answered:
        if not ticket.result.done():
            ticket.result.set_result(answer)


def _asked(batch: Sequence[Ticket[Any]], catalog: ArticleCatalog) -> list[tuple[QuestionTicket, Query]]:
    """Find out what each question asks of the articles; those that cannot be asked fail."""
    asked = []
    for ticket in batch:
        assert isinstance(ticket, QuestionTicket)  # noqa: S101 - nothing else is done together
        try:
            asked.append((ticket, ticket.query(ticket.reach.within(catalog))))
        except NotNowError as error:
            ticket.fail(error)
    return asked
