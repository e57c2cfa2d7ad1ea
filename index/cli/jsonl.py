"""A file of questions -> one line of JSON for each: the interface for programs."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING

from pydantic import BaseModel

from index.errors import QuestionError
from index.types import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.library import Library
    from index.types import Answer, Article, Quote, Span


class SpanLine(BaseModel):
    """Offsets are code points of the decoded article; `text` is what stands there."""

    start: int
    end: int
    text: str


class PlaceLine(BaseModel):
    """A sentence of an article; `sentence` and `page` count from 1."""

    article: str
    title: str
    published: datetime.date | None
    sentence: int
    page: int | None
    """On which it begins; null where the format has no pages."""
    headings: list[str]
    """Above it, the highest first."""
    start: int
    end: int
    text: str


class QuoteLine(PlaceLine):
    """A quoted sentence."""

    score: float
    lead_in: SpanLine | None
    """What it needs to be understood: a list's lead-in, a table's header."""
    answer: SpanLine | None
    also: list[PlaceLine]
    """What says the same in other articles, the newest first."""


class AnswerLine(BaseModel):
    """What was found for a question."""

    question: str
    verdict: Verdict
    confidence: float
    quotes: list[QuoteLine]
    elapsed_ms: float


class ErrorLine(BaseModel):
    """Why a question was not asked."""

    question: str
    error: str


def answer_lines(library: Library, lines: Iterable[bytes], *, top: int) -> Iterator[AnswerLine | ErrorLine]:
    """Ask each line, in order; a bad one gives its error and the rest goes on."""
    for number, line in enumerate(lines):
        content = line.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf" if number == 0 else b"")
        try:
            question = content.decode()
        except UnicodeDecodeError as error:
            shown = content.decode(errors="replace")
            reason = f"the question is not UTF-8 (at byte {error.start}): save the file as UTF-8"
            yield ErrorLine(question=shown, error=reason)
            continue
        start = time.perf_counter()
        try:
            answer = library.ask(question, top=top)
        except QuestionError as error:
            yield ErrorLine(question=question, error=str(error))
        else:
            yield _answer_line(question, answer, elapsed_ms=(time.perf_counter() - start) * 1000)


def _answer_line(question: str, answer: Answer, *, elapsed_ms: float) -> AnswerLine:
    return AnswerLine(
        question=question,
        verdict=answer.verdict,
        confidence=answer.confidence,
        quotes=[_quote_line(quote) for quote in answer.quotes],
        elapsed_ms=round(elapsed_ms, 3),
    )


def _quote_line(quote: Quote) -> QuoteLine:
    return QuoteLine(
        **_place_line(quote).model_dump(),
        score=quote.score,
        lead_in=_span_line(quote.article, quote.lead_in) if quote.lead_in else None,
        answer=_span_line(quote.article, quote.answer) if quote.answer else None,
        also=[_place_line(other) for other in quote.also],
    )


def _place_line(quote: Quote) -> PlaceLine:
    return PlaceLine(
        article=quote.article.name,
        title=quote.article.title,
        published=quote.article.published,
        sentence=quote.sentence,
        page=quote.article.page(quote.sentence - 1),
        headings=list(quote.article.path(quote.sentence - 1)),
        start=quote.span.start,
        end=quote.span.end,
        text=quote.text,
    )


def _span_line(article: Article, span: Span) -> SpanLine:
    return SpanLine(start=span.start, end=span.end, text=article.read(span))
