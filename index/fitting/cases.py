"""A question whose answer is known, with everything that search and the reader say about it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.types import Query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.library import Library
    from index.models.protocols import Reading
    from index.pipeline import SearchedQuestion
    from index.retrieval.search import SearchScores
    from index.types import Article


_BATCH = 64
"""Questions embedded together."""


class Kind(enum.Enum):
    """Whether the article answers a question."""

    ANSWERABLE = "answerable"
    ADVERSARIAL = "adversarially unanswerable"
    """Written for this article by people who knew that it does not answer."""
    ELSEWHERE = "of another article"


@dataclass(frozen=True, slots=True)
class Case:
    """What came of one question."""

    source: str
    """The name of its question set."""
    kind: Kind
    article: Article
    """That it was asked of."""
    group: str
    """Names the article among all, for folds that keep its questions together."""
    found: SearchScores
    read: dict[int, Reading]
    right: frozenset[int]
    """Sentences that answer, counted from 0."""
    answers: tuple[str, ...]

    def marked(self, sentence: int) -> str:
        """Read the words that the reader takes for the answer in a sentence; none if it was not read."""
        if sentence not in self.read:
            return ""
        reading = self.read[sentence]
        return self.article.read(self.article.sentences[sentence])[reading.start : reading.end]


def searched(library: Library, questions: Sequence[str]) -> Iterator[SearchedQuestion]:
    """Search for each question, many embedded at a time."""
    for start in range(0, len(questions), _BATCH):
        yield from library.pipeline.search_all([Query(text) for text in questions[start : start + _BATCH]])
