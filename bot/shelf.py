"""The library's articles as messages refer to them: by name, by key, and by the spans of an answer."""

from __future__ import annotations

import datetime
import functools
import hashlib
from typing import TYPE_CHECKING

from bot.records import Passage, Record, new_id
from index import Answer, Quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import Article

_KEY = 16


class Shelf:
    """The articles that can be quoted at this moment, in the library's order."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self._by_name = {article.name: article for article in articles}

    @property
    def has_several(self) -> bool:
        """Whether there is more than one article, so that a quote has to say which it is of."""
        return len(self.articles) > 1

    @functools.cached_property
    def snapshot(self) -> str:
        """Changes whenever an article does."""
        seal = hashlib.sha256()
        for name, digest in self._digests.items():
            seal.update(f"{name}\0{digest}\0".encode())
        return seal.hexdigest()

    def article(self, name: str) -> Article | None:
        """Find an article by its file's name, or else by its title."""
        titled = (article for article in self.articles if article.title.casefold() == name.casefold())
        return self._by_name.get(name) or next(titled, None)

    def key(self, article: Article) -> str:
        """Name an article with this very text in a few signs, for what may not hold text itself."""
        return self._digests[article.name][:_KEY]

    def passage(self, quote: Quote) -> Passage:
        """Describe a quote so that it can be found again, and found out if it changed."""
        return Passage(
            article=quote.article.name,
            digest=self._digests[quote.article.name],
            sentence=quote.sentence,
            start=quote.span.start,
            end=quote.span.end,
            score=quote.score,
            answer=quote.answer,
        )

    def record(
        self,
        answer: Answer,
        *,
        server: int | None,
        channel: int,
        asker: int,
        question_message: int | None,
        private: bool,
        locale: str,
    ) -> Record:
        """Describe an answer that is about to be sent, so that its buttons find it again."""
        return Record(
            id=new_id(),
            asked_at=datetime.datetime.now(datetime.UTC),
            server=server,
            channel=channel,
            message=None,
            asker=asker,
            question_message=question_message,
            private=private,
            shared=False,
            verdict=answer.verdict,
            confidence=answer.confidence,
            snapshot=self.snapshot,
            passages=tuple(self.passage(quote) for quote in answer.quotes),
            locale=locale,
        )

    def recall(self, record: Record, question: str) -> Answer | None:
        """Make an answer again from its record; None if an article of it is gone or has changed."""
        quotes = [self._quote(passage) for passage in record.passages]
        whole = tuple(quote for quote in quotes if quote is not None)
        if len(whole) < len(quotes):
            return None
        return Answer(question, record.verdict, record.confidence, whole)

    def _quote(self, passage: Passage) -> Quote | None:
        article = self._by_name.get(passage.article)
        if article is None or self._digests[article.name] != passage.digest:
            return None
        try:
            quote = Quote(article, passage.sentence, passage.score, passage.answer)
        except ValueError:
            return None
        return quote if (quote.span.start, quote.span.end) == (passage.start, passage.end) else None

    @functools.cached_property
    def _digests(self) -> Mapping[str, str]:
        return {
            article.name: hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
            for article in self.articles
        }
