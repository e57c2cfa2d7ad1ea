"""Question sets -> cases to fit on, among them questions of other articles."""

from __future__ import annotations

import hashlib
import pickle
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.evaluation.datasets import read_questions
from index.evaluation.single_article import library_of
from index.fitting.cases import Case, Kind, searched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.evaluation.datasets import Document, Question
    from index.models.protocols import Models

_MOST_BYTES = 2**24


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question set to choose by, and how much of it is asked."""

    file: str
    """In the folder of the question sets; the articles that JSON lines name stand beside it."""
    every: int
    """Every n-th question is asked."""
    elsewhere: int
    """Answerable questions of other articles that each article is asked."""

    @property
    def name(self) -> str:
        """What its cases are called after."""
        return self.file.replace("/questions.jsonl", "").removesuffix(".json")


CHOSEN = (
    Chosen("community/questions.jsonl", every=1, elsewhere=2),
    Chosen("squad2-dev.json", every=8, elsewhere=8),
    Chosen("reddit-dev.json", every=40, elsewhere=1),
)
"""What the order of sentences, the confidence and its thresholds are fitted on."""


def gather(
    data: Path,
    chosen: Chosen,
    *,
    models: Models,
    work: Path,
    seed: int,
    progress: Callable[[int, int], None],
) -> Iterator[Case]:
    """Ask each article its own questions and some of the others'.

    Args:
        data: the folder of the question sets.
        chosen: the set.
        models: embed and read; their calibration does not count.
        work: keeps what was asked of each article, so that an interrupted run goes on.
        seed: of the sample of others' questions.
        progress: called with (questions read, questions to read).

    """
    documents = _all_documents(data, chosen)
    content = hashlib.sha256((data / chosen.file).read_bytes()).hexdigest()
    run = repr((models.encoder.digest, models.reader and models.reader.digest, chosen, seed, content))
    run = hashlib.sha256(run.encode()).hexdigest()[:12]
    asked = list(_asked(documents, chosen, seed))
    total, done = sum(map(len, asked)), 0
    for number, (document, questions) in enumerate(zip(documents, asked, strict=True)):
        kept = work / f"cases-{run}-{number}.pickle"
        if kept.exists():
            cases = pickle.loads(kept.read_bytes())  # noqa: S301 - an earlier run of this function wrote it
        else:
            cases = list(_cases(document, questions, chosen.name, models))
            kept.write_bytes(pickle.dumps(cases))
        yield from cases
        done += len(questions)
        progress(done, total)


def documents_of(data: Path, chosen: Chosen) -> list[Document]:
    """Read a set's articles, with every n-th of all its questions."""
    asked = _asked(_all_documents(data, chosen), replace(chosen, elsewhere=0), seed=0)
    return [
        replace(document, questions=tuple(question for question, _ in pairs))
        for document, pairs in zip(_all_documents(data, chosen), asked, strict=True)
    ]


def _all_documents(data: Path, chosen: Chosen) -> tuple[Document, ...]:
    file = data / chosen.file
    return read_questions(file, articles=file.parent, max_bytes=_MOST_BYTES).documents


def _cases(
    document: Document, asked: Sequence[tuple[Question, Kind]], source: str, models: Models
) -> Iterator[Case]:
    library = library_of(document.source, models)
    (article,) = library.articles
    finds = searched(library, [question.text for question, _ in asked])
    for (question, kind), hits in zip(asked, finds, strict=True):
        here = kind is not Kind.ELSEWHERE  # others' answers stand in other articles
        yield Case(
            source=source,
            kind=kind,
            article=article,
            group=f"{source}/{article.name}",
            found=hits.found,
            read=library.pipeline.read_all([hits])[0],
            right=frozenset(number - 1 for number in question.right) if here else frozenset(),
            answers=question.answers if here else (),
        )


def _asked(documents: Sequence[Document], chosen: Chosen, seed: int) -> Iterator[list[tuple[Question, Kind]]]:
    """Choose each article's questions: every n-th of all, and a sample of the answerable ones of others."""
    rng = random.Random(seed)  # noqa: S311 - a sample is no secret
    number = 0
    for document in documents:
        chosen_here = []
        for question in document.questions:
            if number % chosen.every == 0:
                chosen_here.append((question, Kind.ANSWERABLE if question.right else Kind.ADVERSARIAL))
            number += 1
        others = [q for other in documents if other is not document for q in other.questions if q.right]
        sample = rng.sample(others, min(len(others), chosen.elsewhere))
        yield chosen_here + [(question, Kind.ELSEWHERE) for question in sample]
