"""The facade: an index open for questions."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from index import answer, snapshot
from index.calibration import SEARCH_ONLY
from index.context import context_of
from index.questions import clean_question, is_small_talk
from index.reading import best_readings, choose_windows, rescore
from index.search import Ragged, SearchIndex, ranked, search
from index.types import Answer, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from index.calibration import Calibration
    from index.records import Ids
    from index.search import Found, Scores
    from index.types import Article, Encoder, Reader, Reading


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
        self._index = _search_index(contents)
        self._places = [
            (article, number)
            for article in contents.articles
            for number in range(1, len(article.sentences) + 1)
        ]
        self._texts = [article.read(span) for article in contents.articles for span in article.sentences]
        self._lengths = [len(text) for text in self._texts]
        self._borders = [0, *itertools.accumulate(len(article.sentences) for article in contents.articles)]

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

    def ask(self, question: str, *, top: int = 3) -> Answer:
        """Find the `top` passages that answer a question best, best first.

        Raises:
            QuestionError: the question cannot be asked.
            ValueError: `top` is not positive.

        """
        return self.ask_all([question], top=top)[0]

    def ask_all(self, questions: Sequence[str], *, top: int = 3) -> tuple[Answer, ...]:
        """Ask several questions, which are embedded as one batch; answers in order, errors as in `ask`."""
        if top < 1:
            raise ValueError(f"top is {top}, it must be at least 1")
        asked = [clean_question(question) for question in questions]
        return tuple(
            self._answer(question, found, top)
            for question, found in zip(asked, self.search_all(asked), strict=True)
        )

    def search_all(self, questions: Sequence[str]) -> Iterator[Found]:
        """Score every sentence for each question, all embedded as one batch, in order."""
        windows = [self._encoder.windows(question) for question in questions]
        rows = self._encoder.encode([window for question in windows for window in question])
        ends = itertools.accumulate(len(question) for question in windows)
        for question, own, end in zip(questions, windows, ends, strict=True):
            yield search(question, rows[end - len(own) : end], self._index)

    def read(self, question: str, found: Found) -> dict[int, Reading]:
        """Read the best hits again; what the reader says, by the sentence's place in the library."""
        if self._reader is None:
            return {}
        windows = choose_windows(found, self._lengths, self._borders)
        texts = [self._texts[window.start : window.stop] for window in windows]
        return best_readings(windows, self._reader.read(question, texts))

    def _answer(self, question: str, found: Found, top: int) -> Answer:
        read = self.read(question, found)
        scores = rescore(found, read, self._calibration.ranking)
        order = ranked(scores)
        fitted = self._calibration.confidence
        small_talk = is_small_talk(question)
        confidence = 0.0
        if not small_talk:
            confidence = answer.confidence_of(answer.signals(found, read, scores, order), fitted)
        return Answer(
            question,
            answer.verdict_of(confidence, fitted),
            confidence,
            tuple(
                self._quote(place, scores, read, first=n == 0) for n, place in enumerate(order[:top].tolist())
            ),
            small_talk,
        )

    def _quote(self, place: int, scores: Scores, read: Mapping[int, Reading], *, first: bool) -> Quote:
        article, sentence = self._places[place]
        score = float(scores[place])
        reading = read.get(place)
        # The first sentence was chosen for its answer; of the others, some are only near.
        if reading is None or (reading.span < reading.null and not first):
            return Quote(article, sentence, score)
        start = article.sentences[sentence - 1].start
        return Quote(article, sentence, score, Span(start + reading.start, start + reading.end))


def _search_index(contents: snapshot.Contents) -> SearchIndex:
    """Turn ids into places among the vectors, over all articles in reading order."""

    def places(texts: Iterable[Ids]) -> Ragged:
        return Ragged.of(
            [np.searchsorted(contents.vectors.ids, ids) for ids in itertools.chain.from_iterable(texts)]
        )

    paragraphs: list[int] = []
    for article in contents.articles:
        before = paragraphs[-1] + 1 if paragraphs else 0
        paragraphs += [before + number for number in context_of(article).paragraph_of]
    return SearchIndex(
        contents.vectors,
        (
            places(windows.sentences for windows in contents.windows),
            places(windows.pairs for windows in contents.windows),
            places(windows.paragraphs for windows in contents.windows),
        ),
        contents.lexical,
        np.array(paragraphs, dtype=np.intp),
    )
