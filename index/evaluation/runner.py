"""Question sets -> what comes of each question.

Each question is asked of its whole article, built and opened as every library is. A first quote is right
if it is a sentence that answers; for a question that its article does not answer, none is.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from index.evaluation.metrics import TOP, Outcome, first_right
from index.evaluation.single_article import library_of
from index.evaluation.squad_metrics import best_overlap
from index.retrieval.search import ranked
from index.types import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.evaluation.datasets import Question, QuestionSet
    from index.library import Library
    from index.models.protocols import Models
    from index.retrieval.search import SearchScores
    from index.types import Answer

_CHUNK = 32
"""Questions asked together, between two reports of progress."""
_TIMED = 200
"""Questions asked once more, one at a time, to measure the time."""
_SEED = 0


def ask(
    questions: QuestionSet,
    models: Models,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Outcome, ...]:
    """Ask every question of its article; `progress` is called with (questions asked, questions to ask)."""
    total = sum(len(document.questions) for document in questions.documents)
    timed = set(np.random.default_rng(_SEED).permutation(total)[:_TIMED].tolist())
    outcomes: list[Outcome] = []
    for document in questions.documents:
        library = library_of(document.source, models)
        for start in range(0, len(document.questions), _CHUNK):
            chunk = document.questions[start : start + _CHUNK]
            searched = library.pipeline.search_all([Query(question.text) for question in chunk])
            answers = library.pipeline.answer_all(searched, top=TOP)
            for question, hits, answer in zip(chunk, searched, answers, strict=True):
                spent = _milliseconds(library, question) if len(outcomes) in timed else None
                outcomes.append(outcome_of(question, hits.found, answer, spent))
            if progress:
                progress(len(outcomes), total)
    return tuple(outcomes)


def _milliseconds(library: Library, question: Question) -> float:
    start = time.perf_counter()
    library.ask(question.text, top=5)
    return (time.perf_counter() - start) * 1000


def outcome_of(question: Question, found: SearchScores, answer: Answer, spent: float | None) -> Outcome:
    """Compare an answer, and what search alone found, with what is known to answer."""
    rankings = [(ranked(scores) + 1).tolist() for scores in (found.cosine, found.bm25, found.fused)]
    rankings.append([quote.sentence for quote in answer.quotes])
    first = answer.quotes[0] if answer.quotes else None  # none for small talk
    marked = first.article.read(first.answer) if first and first.answer else ""
    exact, f1 = best_overlap(marked, question.answers)
    return Outcome(
        answerable=bool(question.right),
        ranks=tuple(first_right(ranking, question.right) for ranking in rankings),
        exact=exact,
        f1=f1,
        confidence=answer.confidence,
        verdict=answer.verdict,
        milliseconds=spent,
    )
