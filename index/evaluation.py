"""Question sets -> how often search finds what answers, how sure it is of it, and how long it takes.

Each question is asked of its whole article, built and opened as every library is. A first quote is right
if it is a sentence that answers; for a question that its article does not answer, none is.
"""

from __future__ import annotations

import re
import string
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel

from index.building import build
from index.calibration import SEARCH_ONLY
from index.library import Library
from index.plots import Reliability, RiskCoverage
from index.search import ranked
from index.types import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from index.calibration import Calibration
    from index.question_sets import Document, Question, QuestionSet
    from index.search import Found
    from index.types import Answer, Encoder, Reader

    Floats = npt.NDArray[np.float64]
    Bools = npt.NDArray[np.bool_]

STAGES = ("dense", "bm25", "fused", "reader")
TOP = 20
"""Quotes that the last stage ranks; a right sentence below them counts as not found."""
RANKING = ("precision_at_1", "recall_at_3", "recall_at_5", "mean_reciprocal_rank")
SPANS = ("exact_match", "f1")
_CHUNK = 32
"""Questions asked together, between two reports of progress."""
_TIMED = 200
"""Questions asked once more, one at a time, to measure the time."""
_BLOCKS, _BLOCK = 50, 20
"""The bootstrap's 1,000 resamples, drawn 20 at a time to spare memory."""
_SEED = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question."""

    answerable: bool
    ranks: tuple[float, ...]
    """For each of `STAGES`, the place of the first right sentence, counted from 1; infinite if none is."""
    exact: float
    f1: float
    """Of the answer's words in the first quote, none if it marks none; 1 is best."""
    confidence: float
    verdict: Verdict
    milliseconds: float | None
    """For one question asked alone; None if it was not in the sample."""

    @property
    def right(self) -> bool:
        """Whether the first quote is a sentence that answers."""
        return self.ranks[-1] == 1


class Estimate(BaseModel, frozen=True):
    """A mean over questions, and its 95 % interval (percentile bootstrap; Efron and Tibshirani, 1993)."""

    value: float
    low: float
    high: float


class VerdictReport(BaseModel, frozen=True):
    """How often a verdict is given, as a share of all questions, and how often it is right when it is."""

    share: float
    right: float | None
    """The first quote is right; for "not_found": the article does not answer. None if it is never given."""


class EvaluationReport(BaseModel, frozen=True):
    """All measures; a kind of question that the set does not have leaves None."""

    articles: int
    questions: int
    """Those that were asked."""
    answerable: int
    skipped: int
    """Questions left out, because they are blank or too long."""
    stages: dict[str, dict[str, Estimate]] | None
    """Each of `STAGES`: each of `RANKING`, over the answerable questions; one right sentence is enough."""
    spans: dict[str, Estimate] | None
    """Each of `SPANS`, over the answerable questions."""
    auroc: float | None
    """Of the confidence, answerable against unanswerable: how often the answerable one has more of it."""
    aurc: float
    """See `RiskCoverage.area`."""
    calibration_error: float
    """See `Reliability.error`."""
    verdicts: dict[Verdict, VerdictReport]
    milliseconds: dict[str, float]
    """p50 and p95 over the questions that were asked one at a time."""


def ask(
    questions: QuestionSet,
    *,
    encoder: Encoder,
    reader: Reader | None = None,
    calibration: Calibration = SEARCH_ONLY,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Outcome, ...]:
    """Ask every question of its article; `progress` is called with (questions asked, questions to ask)."""
    total = sum(len(document.questions) for document in questions.documents)
    timed = set(np.random.default_rng(_SEED).permutation(total)[:_TIMED].tolist())
    outcomes: list[Outcome] = []
    for document in questions.documents:
        with tempfile.TemporaryDirectory() as folder:
            index = _built(document, Path(folder), encoder)
            library = Library.open(index, encoder=encoder, reader=reader, calibration=calibration)
        for start in range(0, len(document.questions), _CHUNK):
            chunk = document.questions[start : start + _CHUNK]
            texts = [question.text for question in chunk]
            found = library.search_all(texts)
            answers = library.ask_all(texts, top=TOP)
            for question, scores, answer in zip(chunk, found, answers, strict=True):
                spent = _milliseconds(library, question) if len(outcomes) in timed else None
                outcomes.append(_outcome(question, scores, answer, spent))
            if progress:
                progress(len(outcomes), total)
    return tuple(outcomes)


def _built(document: Document, folder: Path, encoder: Encoder) -> Path:
    """Build a document's index, the whole real way, in a folder; return where it is."""
    source = document.source
    path = folder / source.name
    path.write_bytes(source.content or b"")
    if source.sidecar is not None:
        path.with_suffix(".toml").write_bytes(source.sidecar)
    build(folder, folder / "index", encoder=encoder, max_bytes=path.stat().st_size)
    return folder / "index"


def _milliseconds(library: Library, question: Question) -> float:
    start = time.perf_counter()
    library.ask(question.text, top=5)
    return (time.perf_counter() - start) * 1000


def _outcome(question: Question, found: Found, answer: Answer, spent: float | None) -> Outcome:
    rankings = [(ranked(scores) + 1).tolist() for scores in (found.cosine, found.bm25, found.fused)]
    rankings.append([quote.sentence for quote in answer.quotes])
    first = answer.quotes[0]
    marked = first.article.read(first.answer) if first.answer else ""
    golds = [gold for gold in question.answers if normalised(gold)] or [""]
    return Outcome(
        answerable=bool(question.right),
        ranks=tuple(_rank(ranking, question.right) for ranking in rankings),
        exact=max(exact_match(marked, gold) for gold in golds),
        f1=max(f1(marked, gold) for gold in golds),
        confidence=answer.confidence,
        verdict=answer.verdict,
        milliseconds=spent,
    )


def _rank(ranking: Sequence[int], right: frozenset[int]) -> float:
    places = (place for place, sentence in enumerate(ranking, start=1) if sentence in right)
    return next(places, float("inf"))


def report(outcomes: Sequence[Outcome], questions: QuestionSet) -> EvaluationReport:
    """Sum up what came of the questions of a set."""
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    estimates = iter(_estimates(answerable)) if answerable else None
    confidences, right = confidence_and_right(outcomes)
    times = [outcome.milliseconds for outcome in outcomes if outcome.milliseconds is not None]
    return EvaluationReport(
        articles=len(questions.documents),
        questions=len(outcomes),
        answerable=len(answerable),
        skipped=questions.skipped,
        stages={stage: dict(zip(RANKING, estimates, strict=False)) for stage in STAGES}
        if estimates
        else None,
        spans=dict(zip(SPANS, estimates, strict=True)) if estimates else None,
        auroc=_auroc(confidences, np.array([outcome.answerable for outcome in outcomes])),
        aurc=RiskCoverage.of(confidences, right).area,
        calibration_error=Reliability.of(confidences, right).error,
        verdicts={verdict: _verdict(verdict, outcomes) for verdict in Verdict},
        milliseconds={"p50": float(np.percentile(times, 50)), "p95": float(np.percentile(times, 95))},
    )


def confidence_and_right(outcomes: Sequence[Outcome]) -> tuple[Floats, Bools]:
    """Give what the plots are drawn from. Both shapes: (questions,)."""
    confidences = [outcome.confidence for outcome in outcomes]
    return np.array(confidences), np.array([outcome.right for outcome in outcomes])


def _estimates(answerable: Sequence[Outcome]) -> list[Estimate]:
    """Estimate all of `RANKING` for each of `STAGES`, then all of `SPANS`, from the same resamples."""
    ranks = np.array([outcome.ranks for outcome in answerable])  # (questions, stages)
    ranking = np.stack([ranks <= 1, ranks <= 3, ranks <= 5, 1 / ranks], axis=2)
    spans = np.array([(outcome.exact, outcome.f1) for outcome in answerable])
    values = np.column_stack([ranking.reshape(len(ranks), -1), spans])  # (questions, measures)
    rng = np.random.default_rng(_SEED)
    draws = (rng.integers(len(values), size=(_BLOCK, len(values))) for _ in range(_BLOCKS))
    means = np.concatenate([values[drawn].mean(axis=1) for drawn in draws])  # (resamples, measures)
    columns = np.stack([values.mean(axis=0), *np.percentile(means, (2.5, 97.5), axis=0)], axis=1)
    return [Estimate(value=value, low=low, high=high) for value, low, high in columns.tolist()]


def _auroc(confidences: Floats, answerable: Bools) -> float | None:
    from sklearn.metrics import roc_auc_score

    both = answerable.any() and not answerable.all()
    return float(roc_auc_score(answerable, confidences)) if both else None


def _verdict(verdict: Verdict, outcomes: Sequence[Outcome]) -> VerdictReport:
    given = [outcome for outcome in outcomes if outcome.verdict is verdict]
    right = [not own.answerable if verdict is Verdict.NOT_FOUND else own.right for own in given]
    return VerdictReport(share=len(given) / len(outcomes), right=sum(right) / len(right) if right else None)


def normalised(text: str) -> list[str]:
    """Cut an answer into words as SQuAD does: lower case, without ASCII punctuation, then without articles.

    As in `evaluate-v2.0.py` of <https://rajpurkar.github.io/SQuAD-explorer/> (Rajpurkar et al., 2016).
    """
    bare = text.lower().translate(dict.fromkeys(map(ord, string.punctuation)))
    return re.sub(r"\b(a|an|the)\b", " ", bare).split()


def exact_match(answer: str, gold: str) -> float:
    """Tell whether an answer is the gold one when both are normalised: 1 or 0."""
    return float(normalised(answer) == normalised(gold))


def f1(answer: str, gold: str) -> float:
    """Harmonic mean of the precision and recall of an answer's words; if either has none, exact match."""
    ours, golden = normalised(answer), normalised(gold)
    if not ours or not golden:
        return float(ours == golden)
    return 2 * (Counter(ours) & Counter(golden)).total() / (len(ours) + len(golden))
