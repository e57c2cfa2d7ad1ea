"""The facade: an index open for questions."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

from index import answer, search, snapshot
from index.questions import clean_question

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.types import Answer, Article, Encoder


class Library:
    """Articles with their index, open for questions; safe to ask from several threads."""

    def __init__(self, contents: snapshot.Contents, encoder: Encoder) -> None:
        self.articles: tuple[Article, ...] = contents.articles
        self._encoder = encoder
        self._vectors = contents.vectors
        self._places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for a, sentences in enumerate(contents.windows):
            for s, windows in enumerate(sentences):
                for identity in windows:
                    self._places[identity].append((a, s))

    @classmethod
    def open(cls, index: Path, *, encoder: Encoder) -> Library:
        """Open the index in a folder.

        Raises:
            SnapshotMissing: there is none.
            SnapshotError: it is damaged, or of another version or model.

        """
        return cls(snapshot.open_(index, model_digest=encoder.digest), encoder)

    @staticmethod
    def check(index: Path) -> None:
        """Check that an index can be opened, without loading a model; errors as in `open`."""
        snapshot.check(index)

    def ask(self, question: str, *, top: int = 3) -> Answer:
        """Find the `top` passages nearest to a question, best first.

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
        windows = [self._encoder.windows(question) for question in asked]
        rows = self._encoder.encode([window for question in windows for window in question])
        ends = itertools.accumulate(len(question) for question in windows)
        answers = []
        for question, own, end in zip(asked, windows, ends, strict=True):
            passages = search.rank(
                rows[end - len(own) : end],
                vectors=self._vectors,
                places=self._places,
                articles=self.articles,
                top=top,
            )
            answers.append(answer.compose(question, passages))
        return tuple(answers)
