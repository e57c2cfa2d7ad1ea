"""The facade: one index or several, open for questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.lookup.exact import find_terms
from index.lookup.suggestions import complete
from index.part import Part
from index.pipeline import Pipeline
from index.query.clustering import group
from index.store import snapshot
from index.types import Answer, Query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.lookup.exact import Match
    from index.models.protocols import Models
    from index.types import Article


class Library:
    """Articles with their index, open for questions; safe to ask from several threads.

    Parts are opened once and may be shared by libraries, which are then made in no time. Several parts are
    asked as if all articles were those of one. A library without any finds nothing.

    Args:
        parts: the opened indexes.
        models: what embeds and reads.

    Raises:
        ValueError: two parts hold articles of the same name.

    """

    def __init__(self, parts: Sequence[Part], models: Models) -> None:
        self.articles: tuple[Article, ...] = tuple(article for part in parts for article in part.articles)
        names = {article.name for article in self.articles}
        if len(names) < len(self.articles):
            raise ValueError(
                f"{len(self.articles)} articles of {len(parts)} parts have {len(names)} names: each article"
                " of a library needs a name of its own"
            )
        self.parts = tuple(parts)
        self.pipeline = Pipeline(parts, models)
        """The steps one by one, for those who measure them."""
        self.models = models

    @classmethod
    def open(cls, index: Path, models: Models) -> Library:
        """Open the index in a folder.

        Raises:
            SnapshotMissing: there is none.
            SnapshotError: it is damaged, or of another version or model.

        """
        return cls([Part.open(index, model_digest=models.encoder.digest)], models)

    @staticmethod
    def check(index: Path) -> None:
        """Check that an index can be opened, without loading a model; errors as in `open`."""
        snapshot.check(index)

    @property
    def model_name(self) -> str:
        """What the settings call the model that embeds."""
        return self.models.encoder.name

    @property
    def reader_digest(self) -> str | None:
        """Changes whenever answers may; None where search alone decides."""
        return self.models.reader.digest if self.models.reader is not None else None

    @property
    def size(self) -> int:
        """Bytes that its parts take in memory, roughly, those that others share included."""
        return sum(part.size for part in self.parts)

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
        return self.pipeline.answer_all(self.pipeline.search_all(queries), top=top)

    def lookup(self, text: str, *, articles: frozenset[str] | None = None) -> tuple[Match, ...]:
        """Find the sentences that hold all words, and all phrases in quotation marks; in reading order.

        Raises:
            QuestionError: there is no word in the text, it is longer than 100 characters, or one of the
                articles is none of the library's.

        """
        terms = find_terms(text)
        return tuple(
            match
            for part, chosen in self._within(articles)
            for article in chosen
            for match in part.folded[article.name].matches(terms)
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
        sources = [
            (part.phrases, tuple(article.name for article in chosen))
            for part, chosen in self._within(articles)
        ]
        return complete(sources, beginning, limit=limit)

    def group(self, questions: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Group questions that ask the same, the largest group first, in each the most central first.

        Raises:
            ValueError: there are more than 2,000 different ones.

        """
        return group(questions, self.models.encoder)

    def _within(self, names: frozenset[str] | None) -> list[tuple[Part, list[Article]]]:
        """Find the parts that hold articles of these names, and the articles; None means all."""
        allowed = {article.name for article in self.pipeline.scope.within(names).articles}
        chosen = [
            (part, [article for article in part.articles if article.name in allowed]) for part in self.parts
        ]
        return [(part, articles) for part, articles in chosen if articles]
