"""Question sets -> anchors: questions with texts that answer them and texts that only look as if they did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.retrieval.search import ranked
from index.text.chunking import chunks_of
from index.training.data.squad import read_papers, without_answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.evaluation.squad import Paper
    from index.models.protocols import Encoder
    from index.training.data.qamr import QamrSource

_HITS, _WRONG = 16, 6
"""So many hits are looked at, and so many of those that do not answer are kept."""

Views = tuple[str, str, str]
"""What search embeds of a sentence: itself, with the one before, and its paragraph."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A question."""

    question: str
    right: tuple[Views, ...]
    """What answers it, at least one."""
    wrong: tuple[Views, ...]
    """What does not, of the same article; may be none."""


def squad_anchors(
    file: Path, *, encoder: Encoder, progress: Callable[[int, int], None]
) -> list[list[Anchor]]:
    """Read a file in SQuAD's format; one list for each article.

    Args:
        file: of articles with questions.
        encoder: finds the sentences nearest to each question; those without its answer are the wrong ones.
        progress: called with (articles embedded, articles to embed).

    """
    papers = read_papers(file)
    found = []
    for number, paper in enumerate(papers, start=1):
        found.append(list(_of_paper(paper, encoder)))
        progress(number, len(papers))
    return found


def _of_paper(paper: Paper, encoder: Encoder) -> Iterator[Anchor]:
    article, chunks = paper.article, chunks_of(paper.article)
    views = [
        (sentence, pair, chunks.paragraphs[paragraph])
        for sentence, pair, paragraph in zip(chunks.sentences, chunks.pairs, chunks.paragraph_of, strict=True)
    ]
    asked = [asked for asked in paper.questions if asked.answers]
    sentences = encoder.encode([encoder.windows(text)[0] for text in chunks.sentences])
    questions = encoder.encode([encoder.windows(one.text)[0] for one in asked])
    for one, cosines in zip(asked, questions @ sentences.T, strict=True):
        nearest = ranked(cosines)[:_HITS].tolist()
        wrong = without_answers(article, one, nearest)[:_WRONG]
        right = dict.fromkeys(one.sentences)
        yield Anchor(one.text, tuple(views[place] for place in right), tuple(views[place] for place in wrong))


def qamr_anchors(sources: Sequence[QamrSource]) -> Iterator[Anchor]:
    """Turn questions on single sentences into anchors; others of their documents are the wrong ones."""
    for source in sources:
        wrong = tuple((other, other, other) for other in source.others)
        yield Anchor(source.question, ((source.sentence,) * 3,), wrong)
