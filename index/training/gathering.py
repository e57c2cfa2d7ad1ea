"""Question sets -> everything that search and the reader say about each question, for fitting."""

from __future__ import annotations

import enum
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.training.libraries import library_of, searched
from index.training.squad import read_papers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.search import Found
    from index.training.squad import Asked, Paper
    from index.types import Article, Encoder, Reader, Reading


class Kind(enum.Enum):
    """Whether the article answers a question."""

    ANSWERABLE = "answerable"
    ADVERSARIAL = "adversarially unanswerable"
    """Written for this article by people who knew that it does not answer."""
    ELSEWHERE = "of another article"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of one question."""

    source: str
    """The name of its question set."""
    kind: Kind
    article: Article
    """That it was asked of."""
    group: str
    """Names the article among all, for folds that keep its questions together."""
    found: Found
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


def gather(
    file: Path,
    *,
    encoder: Encoder,
    reader: Reader,
    every: int,
    elsewhere: int,
    seed: int,
    progress: Callable[[int, int], None],
) -> Iterator[Gathered]:
    """Ask each article its own questions and some of the others'.

    Args:
        file: a question set in SQuAD's format.
        encoder: embeds.
        reader: reads.
        every: ask every n-th question.
        elsewhere: so many answerable questions of other articles are asked of each.
        seed: of that sample.
        progress: called with (questions read, questions to read).

    """
    papers = read_papers(file)
    asked = list(_chosen(papers, every=every, elsewhere=elsewhere, seed=seed))
    total, done = sum(len(questions) for questions in asked), 0
    for paper, questions in zip(papers, asked, strict=True):
        article = paper.article
        library = library_of(article, encoder=encoder, reader=reader)
        finds = searched(library, [question.text for question, _ in questions])
        for (question, kind), found in zip(questions, finds, strict=True):
            own = kind is not Kind.ELSEWHERE  # others' answers stand in other articles
            yield Gathered(
                source=file.stem,
                kind=kind,
                article=article,
                group=f"{file.stem}/{article.name}",
                found=found,
                read=library.read(question.text, found),
                right=frozenset(question.sentences if own else ()),
                answers=tuple(article.read(span) for span in question.answers) if own else (),
            )
            done += 1
            progress(done, total)


def _chosen(
    papers: Sequence[Paper], *, every: int, elsewhere: int, seed: int
) -> Iterator[list[tuple[Asked, Kind]]]:
    """Choose each article's questions: every n-th of all, and a sample of the answerable ones of others."""
    rng = random.Random(seed)  # noqa: S311 - a sample is no secret
    number = 0
    for paper in papers:
        chosen = []
        for question in paper.questions:
            if number % every == 0:
                chosen.append((question, Kind.ANSWERABLE if question.answers else Kind.ADVERSARIAL))
            number += 1
        others = [q for other in papers if other is not paper for q in other.questions if q.answers]
        sample = rng.sample(others, min(len(others), elsewhere))
        yield chosen + [(question, Kind.ELSEWHERE) for question in sample]
