"""The facade: an index open for questions."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.calibration import SEARCH_ONLY
from index.lookup.exact import Searchable, find_terms
from index.lookup.suggestions import Phrases
from index.query.cleaning import clean_question, is_small_talk
from index.query.clustering import group
from index.query.followups import standalone
from index.query.spelling import Spelling
from index.ranking import confidence as answer
from index.ranking.places import exact_place_first
from index.ranking.reranking import choose_windows, rescore
from index.retrieval.scope import Scope
from index.retrieval.search import SearchIndex, ranked, search
from index.store import snapshot
from index.text.windows import windows_of
from index.types import Answer, Query, Unread, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from index.calibration import Calibration
    from index.lookup.exact import Match
    from index.retrieval.search import Found
    from index.types import Article, Encoder, Reader, Reading, Window


@dataclass(frozen=True, slots=True)
class Searched:
    """A question, and what search found for it."""

    question: str
    """As it was asked, cleaned."""
    text: str
    """What was searched for and is read for: spelt as the articles are, and longer if it is a follow-up."""
    scope: Scope
    found: Found
    """Of the sentences of the scope."""
    read_as: tuple[str, ...]
    """Words of the text that were asked with another spelling."""
    small_talk: bool
    """Whether it only greets or chats; "how?" may ask something too, but only as a follow-up."""


class Library:
    """Articles with their index, open for questions; safe to ask from several threads."""

    def __init__(
        self,
        contents: snapshot.Contents,
        encoder: Encoder,
        *,
        reader: Reader | None = None,
        calibration: Calibration = SEARCH_ONLY,
    ) -> None:
        self.articles: tuple[Article, ...] = contents.articles
        self._encoder = encoder
        self._reader = reader
        self._calibration = calibration
        self._index = SearchIndex.of(contents)
        self._scope = Scope.of(contents.articles)
        self._cut: dict[str, tuple[Window, ...]] = {}
        self._spelling = Spelling(article.text for article in self.articles if article.language == "en")

    @classmethod
    def open(
        cls,
        index: Path,
        *,
        encoder: Encoder,
        reader: Reader | None = None,
        calibration: Calibration = SEARCH_ONLY,
    ) -> Library:
        """Open the index in a folder; without a reader, search alone decides.

        Raises:
            SnapshotMissing: there is none.
            SnapshotError: it is damaged, or of another version or model.

        """
        contents = snapshot.open_(index, model_digest=encoder.digest)
        return cls(contents, encoder, reader=reader, calibration=calibration)

    @staticmethod
    def check(index: Path) -> None:
        """Check that an index can be opened, without loading a model; errors as in `open`."""
        snapshot.check(index)

    @property
    def model(self) -> str:
        """What the settings call the model that embeds."""
        return self._encoder.name

    @property
    def reader(self) -> str | None:
        """The reader's digest; None where search alone decides."""
        return self._reader.digest if self._reader is not None else None

    def ask(self, question: str, *, top: int = 3) -> Answer:
        """Find the `top` passages that answer a question best, best first.

        Raises:
            QuestionError: the question cannot be asked.
            ValueError: `top` is not positive.

        """
        return self.ask_all([Query(question)], top=top)[0]

    def ask_all(self, queries: Sequence[Query], *, top: int = 3) -> tuple[Answer, ...]:
        """Ask several questions, which are embedded and read as one batch; answers in order.

        Raises:
            QuestionError: one cannot be asked, or names an article that there is not.
            ValueError: `top` is not positive.

        """
        return self.answer_all(self.search_all(queries), top=top)

    def search_all(self, queries: Sequence[Query]) -> list[Searched]:
        """Score every sentence that may be quoted, for each question; all are embedded as one batch."""
        asked = [clean_question(query.text) for query in queries]
        whole = [
            standalone(question, clean_question(query.before) if query.before else None)
            for question, query in zip(asked, queries, strict=True)
        ]
        corrected = list(map(self._spelling.corrected, whole))
        scopes = [self._scope.within(query.articles) for query in queries]
        windows = [self._encoder.windows(text) for text, _ in corrected]
        rows = self._encoder.encode([window for text in windows for window in text])
        ends = itertools.accumulate(map(len, windows))
        return [
            Searched(
                question,
                text,
                scope,
                search(text, rows[end - len(own) : end], self._index, scope.places),
                read_as,
                small_talk=alone == question and is_small_talk(question),
            )
            for question, alone, (text, read_as), scope, own, end in zip(
                asked, whole, corrected, scopes, windows, ends, strict=True
            )
        ]

    def unread(self, searched: Searched) -> Unread:
        """Choose what is to be read for a question."""
        windows = [self._windows(article) for article in searched.scope.articles]
        return Unread(searched.text, choose_windows(searched.found, windows, searched.scope.borders))

    def read_all(self, searched: Sequence[Searched]) -> list[dict[int, Reading]]:
        """Read what is to be read for each question, all together; nothing without a reader.

        Returns:
            For each question, what the reader says of a sentence, by its place in the scope.

        """
        if self._reader is None:
            return [{} for _ in searched]
        return self._reader.read_all([self.unread(own) for own in searched])

    def _windows(self, article: Article) -> tuple[Window, ...]:
        if article.name not in self._cut:
            self._cut[article.name] = windows_of(article)
        return self._cut[article.name]

    def answer_all(self, searched: Sequence[Searched], *, top: int = 3) -> tuple[Answer, ...]:
        """Answer questions that have been searched for, in order; small talk is not read for.

        Raises:
            ValueError: `top` is not positive.

        """
        if top < 1:
            raise ValueError(f"top is {top}, it must be at least 1")
        questions = [own for own in searched if not own.small_talk]
        answers = map(self._answer, questions, self.read_all(questions), itertools.repeat(top))
        return tuple(_small_talk(own.question) if own.small_talk else next(answers) for own in searched)

    def _answer(self, searched: Searched, read: Mapping[int, Reading], top: int) -> Answer:
        scores = rescore(searched.found, read, self._calibration.ranking)
        order = ranked(scores)
        fitted = self._calibration.confidence
        confidence = answer.confidence_of(answer.signals(searched.found, read, scores, order), fitted)
        places = exact_place_first(searched.text, order.tolist(), scores, read, searched.scope.texts)
        quotes = [
            answer.quote_of(searched.scope, place, scores, read, first=number == 0)
            for number, place in enumerate(places[:top])
        ]
        verdict = answer.verdict_of(confidence, fitted)
        return Answer(searched.question, verdict, confidence, tuple(quotes), searched.read_as)

    def lookup(self, text: str, *, articles: frozenset[str] | None = None) -> tuple[Match, ...]:
        """Find the sentences that hold all words, and all phrases in quotation marks; in reading order.

        Raises:
            QuestionError: there is no word in the text, it is longer than 100 characters, or one of the
                articles is none of the library's.

        """
        terms = find_terms(text)
        return tuple(
            match
            for article in self._scope.within(articles).articles
            for match in self._searchables[article.name].matches(terms)
        )

    def phrases(
        self, beginning: str, *, limit: int = 25, articles: frozenset[str] | None = None
    ) -> tuple[str, ...]:
        """Find names and phrases of which a word begins so, the most frequent first; a look-up finds each.

        With nothing to begin with, the most frequent names. The first call reads all articles, which takes
        a second for each MiB.

        Raises:
            QuestionError: one of the articles is none of the library's.

        """
        names = tuple(article.name for article in self._scope.within(articles).articles)
        return self._phrases.beginning(beginning, limit=limit, articles=names)

    def group(self, questions: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Group questions that ask the same, the largest group first, in each the most central first.

        Raises:
            ValueError: there are more than 2,000 different ones.

        """
        return group(questions, self._encoder)

    @functools.cached_property
    def _searchables(self) -> dict[str, Searchable]:
        return {article.name: Searchable.of(article) for article in self.articles}

    @functools.cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._searchables)


def _small_talk(question: str) -> Answer:
    return Answer(question, Verdict.NOT_FOUND, 0.0, (), small_talk=True)
