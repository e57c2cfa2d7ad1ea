"""A library whose scores one can work out by hand, on the real article."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from index import Answer, Article, Query, Quote, Span, Verdict
from index.lookup.exact import FoldedArticle, Match, find_terms
from index.lookup.suggestions import Phrases, complete
from index.query.clustering import group
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = Path(__file__).parents[2] / "seeds" / "000_b2c22a39228038dc.txt"


def article_of(text: str, *, title: str = "An article", url: str | None = None) -> Article:
    """Make an article of which every line is a sentence, in a paragraph of its own."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first = start + line.index(bare[0])
            spans.append(Span(first, first + len(bare)))
        start += len(line)
    paragraphs = tuple(range(len(spans)))
    return Article("article.txt", text, title, url, None, "en", tuple(spans), paragraphs)


def drum_session() -> Article:
    """Return the seed article, its lines for sentences."""
    return article_of(
        SEED.read_text("utf-8"), title="Drumstick diplomacy", url="https://news.example/drums?id=1#top"
    )


class WordLibrary:
    """Scores a sentence by the share of the question's words that it holds; three best, then by place.

    Everything that threads or failures would decide is in the test's hands: `free` holds the computing up
    while it is clear, `asked` has each batch, `failures` what is raised for a question.
    """

    model_name = "word counts"
    reader_digest = None

    def __init__(self, article: Article | None = None) -> None:
        self.article = article or drum_session()
        self.articles: tuple[Article, ...] = (self.article,)
        self.asked: list[tuple[str, ...]] = []
        self.queries: list[Query] = []
        self.failures: dict[str, Exception] = {}
        self.started = threading.Semaphore(0)
        self.free = threading.Event()
        self.free.set()

    def ask_all(self, queries: Sequence[Query], *, top: int) -> tuple[Answer, ...]:
        questions = [query.text for query in queries]
        self.asked.append(tuple(questions))
        self.queries += queries
        self.started.release()
        self.free.wait()
        for question in questions:
            if question in self.failures:
                raise self.failures[question]
        return tuple(self._chosen_first(self._answer(query.text, top), query) for query in queries)

    def lookup(self, text: str, *, articles: frozenset[str] | None) -> tuple[Match, ...]:
        terms = find_terms(text)
        return tuple(
            match
            for searchable in self._searchables()
            if articles is None or searchable.article.name in articles
            for match in searchable.matches(terms)
        )

    def phrases(self, beginning: str, *, limit: int, articles: frozenset[str] | None) -> tuple[str, ...]:
        searchables = {searchable.article.name: searchable for searchable in self._searchables()}
        names = tuple(name for name in searchables if articles is None or name in articles)
        return complete([(Phrases(searchables), names)], beginning, limit=limit)

    def group(self, questions: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        return group(questions, ToyEncoder())

    def _searchables(self) -> list[FoldedArticle]:
        return [FoldedArticle.of(article) for article in self.articles]

    def _answer(self, question: str, top: int) -> Answer:
        words = question.lower().strip("?").split()
        scores = [
            sum(word in self.article.read(span).lower().split() for word in words) / len(words)
            for span in self.article.sentences
        ]
        best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))[:top]
        quotes = tuple(Quote(self.article, i + 1, scores[i], also=self._also(i)) for i in best)
        score = quotes[0].score
        verdict = Verdict.ANSWERED if score >= 0.6 else Verdict.UNSURE if score >= 0.3 else Verdict.NOT_FOUND
        return Answer(question, verdict, score, quotes)

    def _chosen_first(self, answer: Answer, query: Query) -> Answer:
        """Put first what was chosen for a question with the same words, in any order."""
        for chosen in query.chosen:
            if _asked(chosen.question) == _asked(query.text):
                article = next(each for each in self.articles if each.name == chosen.article)
                first = Quote(article, chosen.sentence, 1.0)
                return Answer(
                    query.text, Verdict.ANSWERED, 1.0, (first, *answer.quotes[:2]), chosen=chosen.id
                )
        return answer

    def _also(self, place: int) -> tuple[Quote, ...]:
        """Find the sentences of other articles that are the same."""
        text = self.article.read(self.article.sentences[place])
        return tuple(
            Quote(other, number, 0.0)
            for other in self.articles
            if other.name != self.article.name
            for number, span in enumerate(other.sentences, start=1)
            if other.read(span) == text
        )


def _asked(question: str) -> list[str]:
    return sorted(question.lower().strip("?").split())


def stopped() -> float:
    """Measure nothing, so that how much may wait does not depend on the machine."""
    return 0.0
