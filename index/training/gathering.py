"""Question sets -> cases to fit on, among them questions of other articles."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from index.alone import library_of
from index.fitting.cases import Case, Kind, searched
from index.training.squad import read_papers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.squad import Asked, Paper
    from index.types import Encoder, Reader


def gather(
    file: Path,
    *,
    encoder: Encoder,
    reader: Reader,
    every: int,
    elsewhere: int,
    seed: int,
    progress: Callable[[int, int], None],
) -> Iterator[Case]:
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
        library = library_of(paper.source, encoder=encoder, reader=reader)
        finds = searched(library, [question.text for question, _ in questions])
        for (question, kind), hits in zip(questions, finds, strict=True):
            own = kind is not Kind.ELSEWHERE  # others' answers stand in other articles
            yield Case(
                source=file.stem,
                kind=kind,
                article=article,
                group=f"{file.stem}/{article.name}",
                found=hits.found,
                read=library.read_all([hits])[0],
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
