"""An answer <-> the record that is kept of it: spans of articles, and never their text or the question's."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.state.records import Passage, Record, new_id
from index import Answer, Quote

if TYPE_CHECKING:
    from bot.access.origin import Origin
    from bot.library.catalog import ArticleCatalog


@dataclass(frozen=True, slots=True)
class Request:
    """What is kept of how an answer was asked for."""

    origin: Origin
    question_message: int | None
    """The message that asked, if one did."""
    private: bool
    """Whether only the asker sees the answer."""
    locale: str
    """The language that the answer is shown in."""


def new_record(answer: Answer, request: Request, catalog: ArticleCatalog) -> Record:
    """Describe an answer that is about to be sent, so that its buttons find it again."""
    return Record(
        id=new_id(),
        asked_at=datetime.datetime.now(datetime.UTC),
        server=request.origin.server,
        channel=request.origin.channel,
        message=None,
        asker=request.origin.user,
        question_message=request.question_message,
        private=request.private,
        shared=False,
        verdict=answer.verdict,
        confidence=answer.confidence,
        snapshot=catalog.snapshot,
        passages=tuple(_passage(quote) for quote in answer.quotes),
        locale=request.locale,
        chosen=answer.chosen,
    )


def recall(record: Record, question: str, catalog: ArticleCatalog) -> Answer | None:
    """Make an answer again from its record; None if an article of it is gone or has changed."""
    quotes = [_quote(passage, catalog) for passage in record.passages]
    whole = tuple(quote for quote in quotes if quote is not None)
    if len(whole) < len(quotes):
        return None
    return Answer(question, record.verdict, record.confidence, whole, chosen=record.chosen)


def _passage(quote: Quote) -> Passage:
    """Describe a quote so that it can be found again, and found out if it changed."""
    return Passage(
        article=quote.article.name,
        digest=quote.article.digest,
        sentence=quote.sentence,
        start=quote.span.start,
        end=quote.span.end,
        score=quote.score,
        answer=quote.answer,
        also=tuple(_passage(other) for other in quote.also),
    )


def _quote(passage: Passage, catalog: ArticleCatalog) -> Quote | None:
    article = catalog.article_named(passage.article)
    if article is None or article.digest != passage.digest:
        return None
    try:
        also = tuple(quote for other in passage.also if (quote := _quote(other, catalog)) is not None)
        quote = Quote(article, passage.sentence, passage.score, passage.answer, also)
    except ValueError:
        return None
    return quote if (quote.span.start, quote.span.end) == (passage.start, passage.end) else None
