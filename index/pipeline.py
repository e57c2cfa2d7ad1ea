"""Question -> answer, step by step: search all sentences, read what may answer, order, judge, quote."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.models.protocols import RerankRequest
from index.query.aliases import Aliases
from index.query.cleaning import clean_question, is_small_talk
from index.query.followups import leans, standalone
from index.query.likeness import most_alike
from index.query.spelling import Spelling
from index.ranking.confidence import confidence_of, quote_of, signals, verdict_of
from index.ranking.duplicates import copies_of, quote_once
from index.ranking.places import exact_place_first
from index.ranking.reranking import choose_windows, rescore
from index.retrieval.scope import Scope
from index.retrieval.search import ranked, search
from index.text.english import FUNCTION_WORDS
from index.types import Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.models.protocols import Models, Reading
    from index.part import Part
    from index.retrieval.search import Scores, SearchScores
    from index.types import ChosenSentence, Query, Quote, Vectors


@dataclass(frozen=True, slots=True)
class SearchedQuestion:
    """A question, and what search found for it."""

    question: str
    """As it was asked, cleaned."""
    text: str
    """What was searched for and is read for: worded as the articles are, and longer if it is a follow-up."""
    scope: Scope
    found: SearchScores
    """Of the sentences of the scope."""
    read_as: tuple[str, ...]
    """Words of the text that were asked with another spelling, or by an alias."""
    small_talk: bool
    """Whether it only greets or chats; "how?" may ask something too, but only as a follow-up."""
    chosen: ChosenSentence | None = None
    """What somebody has chosen for a question that asks the same; it is in the scope."""


class Pipeline:
    """The steps from questions to answers over the parts of a library; safe to use from several threads."""

    def __init__(self, parts: Sequence[Part], models: Models) -> None:
        self.scope = Scope.joined([part.scope for part in parts])
        """All sentences."""
        self._models = models
        self._indexes = [part.index for part in parts]
        self._part_of = {article.name: part for part in parts for article in part.articles}
        self._articles = {article.name: article for article in self.scope.articles}
        self._aliases = [part.aliases for part in parts]
        self.spelling = Spelling(part.vocabulary for part in parts)

    def search_all(self, queries: Sequence[Query]) -> list[SearchedQuestion]:
        """Score every sentence that may be quoted, for each question; all are embedded as one batch.

        Raises:
            QuestionError: one cannot be asked, or names an article that there is not.

        """
        understood = [self._understand(query) for query in queries]
        windows = [self._models.encoder.windows(text) for _, text, _, _ in understood]
        rows = self._models.encoder.encode([window for text in windows for window in text])
        ends = list(itertools.accumulate(map(len, windows)))
        searched = []
        for query, (question, text, read_as, small_talk), start, end in zip(
            queries, understood, [0, *ends], ends, strict=False
        ):
            scope = self.scope.within(query.articles)
            found = search(text, rows[start:end], self._indexes, scope.places)
            chosen = self._chosen(query, question, text, rows[start:end])
            searched.append(SearchedQuestion(question, text, scope, found, read_as, small_talk, chosen))
        return searched

    def _understand(self, query: Query) -> tuple[str, str, tuple[str, ...], bool]:
        """Return the clean question, the text to search for, its corrected words, and if it is small talk."""
        question = clean_question(query.text)
        whole = standalone(question, clean_question(query.before) if query.before else None)
        meant, put = self._meanings(query).expanded(whole)
        may_say = functools.partial(self._occurs, query.articles)
        text, spelt = self.spelling.corrected(meant, may_say)
        return question, text, (*put, *spelt), meant == question and is_small_talk(question)

    def _meanings(self, query: Query) -> Aliases:
        return Aliases([query.aliases, *self._aliases])

    def _occurs(self, articles: frozenset[str] | None, word: str) -> bool:
        """Whether a word stands in what may be quoted, or is one to ask with."""
        if articles is None or word in FUNCTION_WORDS:
            return True
        return any(word in article.text for article in self.scope.articles if article.name in articles)

    def _chosen(self, query: Query, question: str, text: str, windows: Vectors) -> ChosenSentence | None:
        """Find what somebody has chosen for this question, understood as `text`; never for a follow-up."""
        known = [each for each in query.chosen if self._holds(each, query.articles)]
        if not known or (query.before is not None and leans(question)):
            return None
        meanings = self._meanings(query)
        others = [meanings.expanded(each.question)[0] for each in known]
        place = most_alike(text, windows[0], others, self._models.questions.of)
        return None if place is None else known[place]

    def _holds(self, chosen: ChosenSentence, names: frozenset[str] | None) -> bool:
        """Whether what was chosen is a sentence of the very text that may be quoted."""
        article = self._articles.get(chosen.article)
        if article is None or (names is not None and chosen.article not in names):
            return False
        return article.digest == chosen.digest and 1 <= chosen.sentence <= len(article.sentences)

    def request(self, searched: SearchedQuestion) -> RerankRequest:
        """Choose what is to be read for a question."""
        articles = searched.scope.articles
        windows = [self._part_of[article.name].windows(article) for article in articles]
        return RerankRequest(searched.text, choose_windows(searched.found, windows, searched.scope.borders))

    def read_all(self, searched: Sequence[SearchedQuestion]) -> list[dict[int, Reading]]:
        """Read what is to be read for each question, all together; nothing without a reader.

        Returns:
            For each question, what the reader says of a sentence, by its place in the scope.

        """
        if self._models.reader is None:
            return [{} for _ in searched]
        return self._models.reader.read_all([self.request(question) for question in searched])

    def answer_all(self, searched: Sequence[SearchedQuestion], *, top: int = 3) -> tuple[Answer, ...]:
        """Answer questions that have been searched for, in order; only what may have an answer is read for.

        Raises:
            ValueError: `top` is not positive.

        """
        if top < 1:
            raise ValueError(f"top is {top}, it must be at least 1")
        answers = {
            place: Answer(question.question, Verdict.NOT_FOUND, 0.0, (), small_talk=question.small_talk)
            for place, question in enumerate(searched)
            if question.small_talk or not question.scope.articles
        }
        places = [place for place in range(len(searched)) if place not in answers]
        readings = self.read_all([searched[place] for place in places])
        for place, read in zip(places, readings, strict=True):
            answers[place] = self._answer(searched[place], read, top)
        return tuple(answers[place] for place in range(len(searched)))

    def _answer(self, searched: SearchedQuestion, read: Mapping[int, Reading], top: int) -> Answer:
        scores = rescore(searched.found, read, self._models.calibration.ranking)
        order = ranked(scores)
        fitted = self._models.calibration.confidence
        # Copies of the first sentence are no other sentences: it is not less sure for being said twice.
        copies = copies_of(int(order[0]), searched.found, searched.scope)
        others = {place: reading for place, reading in read.items() if place not in copies}
        alone = order[~np.isin(order, copies)]
        confidence = confidence_of(signals(searched.found, others, scores, alone), fitted)
        places = exact_place_first(searched.text, order.tolist(), scores, read, searched.scope.texts)
        chosen = searched.chosen
        if chosen is not None:
            places.insert(0, searched.scope.place_of(chosen.article, chosen.sentence))
            confidence = 1.0
        quotes = tuple(self._quotes(searched, places, scores, read, top))
        verdict = Verdict.ANSWERED if chosen is not None else verdict_of(confidence, fitted)
        return Answer(
            searched.question,
            verdict,
            confidence,
            quotes,
            searched.read_as,
            chosen=None if chosen is None else chosen.id,
        )

    @staticmethod
    def _quotes(
        searched: SearchedQuestion,
        places: Sequence[int],
        scores: Scores,
        read: Mapping[int, Reading],
        top: int,
    ) -> Iterator[Quote]:
        """Quote the first `top` sentences, each with what says the same elsewhere."""
        quoted: set[int] = set()
        for number, place in enumerate(place for place in places if place not in quoted):
            if number == top:
                return
            quoted.add(place)
            chosen = number == 0 and searched.chosen is not None
            copies = [
                copy
                for copy in copies_of(place, searched.found, searched.scope)
                if copy not in quoted  # of an article that says it twice
            ]
            quoted.update(copies)
            # Nothing is marked in what was chosen: the whole sentence was.
            quote = quote_of(
                searched.scope, place, scores, {} if chosen else read, first=number == 0 and not chosen
            )
            yield quote_once(quote, copies, searched.scope, newest_first=not chosen)
