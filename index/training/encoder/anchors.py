"""Question sets -> anchors: questions with texts that answer them and texts that only look as if they did."""

from __future__ import annotations

import bisect
import itertools
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.retrieval.search import ranked
from index.text.chunking import chunks_of
from index.training.bert import lower_precision
from index.training.data.squad import read_papers, without_answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.evaluation.squad import Paper
    from index.models.protocols import Encoder
    from index.training.data.qamr import QamrSource
    from index.training.data.training_set import TrainingSet

_HITS, _WRONG = 16, 6
"""Hits looked at, and those kept that do not answer, at most."""

Views = tuple[str, str, str]
"""What search embeds of a sentence: itself, with the one before, and its paragraph."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A question."""

    question: str
    title: str
    """The title of what it is asked about; may be empty."""
    right: tuple[Views, ...]
    """What answers it, at least one."""
    wrong: tuple[Views, ...]
    """What does not, of the same article; may be none."""


def squad_anchors(
    file: Path,
    set_: TrainingSet,
    *,
    most: int | None = None,
    seed: int = 7,
    encoder: Encoder,
    progress: Callable[[int, int], None],
) -> list[list[Anchor]]:
    """Read a file in SQuAD's format; one list for each article.

    Args:
        file: of articles with questions.
        set_: what is said about it.
        most: articles are taken until they have so many questions with answers; None for all.
        seed: of which articles are taken.
        encoder: finds the sentences nearest to each question; those without its answer are the wrong ones.
        progress: called with (articles embedded, articles to embed).

    """
    papers = [paper for paper in read_papers(file) if any(one.answers for one in paper.questions)]
    papers = _some(papers, most, seed)
    found = []
    for number, paper in enumerate(papers, start=1):
        found.append(list(_of_paper(paper, set_.title_of(paper.title), encoder)))
        progress(number, len(papers))
    return found


def _some(papers: list[Paper], most: int | None, seed: int) -> list[Paper]:
    """Take articles until they have so many questions with answers."""
    if most is None:
        return papers
    random.Random(seed).shuffle(papers)  # noqa: S311 - examples are no secrets
    asked = itertools.accumulate(sum(bool(one.answers) for one in paper.questions) for paper in papers)
    return papers[: 1 + bisect.bisect_left(list(asked), most)]


def _of_paper(paper: Paper, title: str, encoder: Encoder) -> Iterator[Anchor]:
    import torch

    article, context = paper.article, chunks_of(paper.article)
    views = [
        (sentence, pair, context.paragraphs[paragraph])
        for sentence, pair, paragraph in zip(
            context.sentences, context.pairs, context.paragraph_of, strict=True
        )
    ]
    asked = [one for one in paper.questions if one.answers]
    with lower_precision(torch.device("cpu")):
        sentences = encoder.encode([encoder.windows(text)[0] for text in context.sentences])
        questions = encoder.encode([encoder.windows(one.text)[0] for one in asked])
    for one, cosines in zip(asked, questions @ sentences.T, strict=True):
        nearest = ranked(cosines)[:_HITS].tolist()
        wrong = without_answers(article, one, nearest)[:_WRONG]
        right = dict.fromkeys(one.sentences)
        yield Anchor(
            one.text, title, tuple(views[place] for place in right), tuple(views[place] for place in wrong)
        )


def qamr_anchors(sources: Sequence[QamrSource]) -> Iterator[Anchor]:
    """Turn questions on single sentences into anchors; others of their documents are the wrong ones."""
    for source in sources:
        wrong = tuple((other, other, other) for other in source.others)
        yield Anchor(source.question, "", ((source.sentence,) * 3,), wrong)
