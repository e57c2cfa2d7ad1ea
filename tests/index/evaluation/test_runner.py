"""Measures worked out by hand: of made-up outcomes, under the toy model, and under the real one."""

from __future__ import annotations

import json
import math
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from index import Answer, Article, Quote, Span, Verdict
from index.evaluation import metrics, runner
from index.evaluation.datasets import Question, QuestionSet, read_questions
from index.evaluation.metrics import EvaluationReport, Outcome
from index.evaluation.squad_metrics import exact_match, f1
from index.models.protocols import Models
from tests.conftest import SEEDS
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from index import Encoder
    from index.retrieval.search import SearchScores

NEVER = math.inf
NO_SET = QuestionSet((), 0)


def outcome(
    *ranks: float,
    words: tuple[float, float] = (0, 0),
    confidence: float = 0.5,
    verdict: Verdict = Verdict.UNSURE,
    ms: float | None = 1,
) -> Outcome:
    return Outcome(bool(ranks), ranks or (NEVER,) * 4, *words, confidence, verdict, ms)


SIX = (
    outcome(2, 1, 1, 1, words=(1, 1), confidence=0.9, verdict=Verdict.ANSWERED, ms=10),
    outcome(1, 4, 2, 2, words=(0, 0.5), confidence=0.7, verdict=Verdict.ANSWERED, ms=20),
    outcome(6, 3, 1, 1, confidence=0.3, ms=None),
    outcome(4, 2, 5, NEVER, confidence=0.3, ms=30),
    outcome(confidence=0.7),
    outcome(confidence=0.1, verdict=Verdict.NOT_FOUND, ms=None),
)


def values(report: EvaluationReport, stage: str) -> list[float]:
    assert report.stages is not None
    return [measure.value for measure in report.stages[stage].values()]


def test_each_stage_is_measured_on_the_answerable_questions() -> None:
    report = metrics.report(SIX, NO_SET)
    assert (report.questions, report.answerable) == (6, 4)
    assert report.stages is not None
    assert list(report.stages) == ["dense", "bm25", "fused", "reader"]
    # P@1, R@3, R@5, the mean of 1/2, 1, 1/6, 1/4; of 1, 1/4, 1/3, 1/2; of 1, 1/2, 1, 1/5 and 1, 1/2, 1, 0.
    assert values(report, "dense") == pytest.approx([1 / 4, 2 / 4, 3 / 4, 23 / 48])
    assert values(report, "bm25") == pytest.approx([1 / 4, 3 / 4, 1, 25 / 48])
    assert values(report, "fused") == pytest.approx([2 / 4, 3 / 4, 1, 0.675])
    assert values(report, "reader") == pytest.approx([2 / 4, 3 / 4, 3 / 4, 0.625])


def test_words_confidence_verdicts_and_time() -> None:
    report = metrics.report(SIX, NO_SET)
    assert report.spans is not None
    assert {name: measure.value for name, measure in report.spans.items()} == {
        "exact_match": 1 / 4,
        "f1": 1.5 / 4,
    }
    # Of the 4 x 2 pairs, 0.9 wins both, 0.7 one and half of one, each 0.3 one: 5.5 of 8.
    assert report.auroc == pytest.approx(5.5 / 8)
    # Wrong, from the surest down: 0; 1, 1 (both of 0.7); 1/2, 1/2 (one of the two of 0.3); 1.
    assert report.aurc == pytest.approx((0 + 1 / 2 + 2 / 3 + 2.5 / 4 + 3 / 5 + 4 / 6) / 6)
    # Gaps: |1 - 0.9| once, |0 - 0.7| twice, |1/2 - 0.3| twice, |0 - 0.1| once.
    assert report.calibration_error == pytest.approx((0.1 + 1.4 + 0.4 + 0.1) / 6)
    assert {name: (own.share, own.right) for name, own in report.verdicts.items()} == {
        Verdict.ANSWERED: (2 / 6, 1 / 2),
        Verdict.UNSURE: (3 / 6, 1 / 3),
        Verdict.NOT_FOUND: (1 / 6, 1),
    }
    # Of 10, 20, 30 and 1 ms: half way between 10 and 20, and 0.85 of the way from 20 to 30.
    assert report.milliseconds == pytest.approx({"p50": 15, "p95": 28.5})


def test_an_interval_holds_95_percent_of_the_resamples_and_is_the_same_each_time() -> None:
    # Of 400 questions half are right: 1.96 standard errors are 1.96 x 0.5 / 20 = 0.049.
    half = [outcome(*[1 + number % 2] * 4) for number in range(400)]
    report = metrics.report(half, NO_SET)
    assert report.stages is not None
    first = report.stages["dense"]["precision_at_1"]
    assert (first.value, first.low, first.high) == pytest.approx((0.5, 0.451, 0.549), abs=0.008)
    sure = report.stages["dense"]["recall_at_3"]
    assert (sure.value, sure.low, sure.high) == (1, 1, 1)
    assert metrics.report(half, NO_SET) == report


def test_a_kind_of_question_that_is_missing_leaves_none() -> None:
    answerable = metrics.report([outcome(1, 1, 1, 1)], NO_SET)
    assert answerable.auroc is None
    assert answerable.verdicts[Verdict.ANSWERED].share == 0
    assert answerable.verdicts[Verdict.ANSWERED].right is None
    unanswerable = metrics.report([outcome()], NO_SET)
    assert (unanswerable.stages, unanswerable.spans, unanswerable.auroc) == (None, None, None)
    assert unanswerable.aurc == 1


def test_the_json_has_these_keys() -> None:
    line = json.loads(metrics.report(SIX, NO_SET).model_dump_json())
    assert list(line) == [
        *("articles", "questions", "answerable", "skipped", "stages", "spans"),
        *("auroc", "aurc", "calibration_error", "verdicts", "milliseconds"),
    ]
    ranking = ["precision_at_1", "recall_at_3", "recall_at_5", "mean_reciprocal_rank"]
    assert [list(stage) for stage in line["stages"].values()] == [ranking] * 4
    assert list(line["stages"]["bm25"]["recall_at_3"]) == ["value", "low", "high"]
    assert list(line["spans"]) == ["exact_match", "f1"]
    assert list(line["verdicts"]) == ["answered", "unsure", "not_found"]
    assert list(line["verdicts"]["unsure"]) == ["share", "right"]


@pytest.mark.parametrize(
    ("answer", "gold", "exact", "overlap"),
    [
        ("The  Eiffel Tower!", "eiffel tower", 1, 1),
        ("red fox ran", "the red fox", 0, 0.8),  # precision 2/3, recall 1
        ("red red blue", "red blue blue", 0, 2 / 3),  # one red and one blue in common, of 3 and 3
        ("U.S.", "us", 1, 1),
        ("dog", "fox", 0, 0),
        ("", "fox", 0, 0),
        ("", "the", 1, 1),
    ],
)
def test_words_are_compared_as_squad_does(answer: str, gold: str, exact: float, overlap: float) -> None:
    assert exact_match(answer, gold) == exact
    assert f1(answer, gold) == f1(gold, answer) == pytest.approx(overlap)


def test_the_words_marked_in_the_first_quote_are_compared_with_the_nearest_gold_answer() -> None:
    article = Article("a.txt", "The red fox.\nA dog.", "", None, None, "en", (Span(0, 12), Span(13, 19)))
    scores = np.array([0.1, 0.2], dtype=np.float32)
    found = cast("SearchScores", SimpleNamespace(cosine=scores, bm25=-scores, fused=scores))
    question = Question("?", ("fox", "the red", "a"), frozenset({1}))

    def asked(*quotes: Quote) -> Outcome:
        return runner.outcome_of(question, found, Answer("?", Verdict.ANSWERED, 0.8, quotes), 5.0)

    marked = asked(Quote(article, 1, 0.9, answer=Span(4, 11)), Quote(article, 2, 0.1, answer=Span(13, 14)))
    # "red fox" against "fox" and against "red": 2 x 1 / 3; "a" is no word.
    assert marked == Outcome(True, (2, 1, 2, 1), 0, 2 / 3, 0.8, Verdict.ANSWERED, 5.0)  # noqa: FBT003
    unmarked = asked(Quote(article, 2, 0.9), Quote(article, 1, 0.1, answer=Span(8, 11)))
    assert (unmarked.ranks, unmarked.exact, unmarked.f1) == ((2, 1, 2, 2), 0, 0)
    assert asked(Quote(article, 2, 0.9)).ranks == (2, 1, 2, NEVER)


def qa(question: str, context: str, *answers: str) -> dict[str, Any]:
    return {
        "question": question,
        "answers": [{"text": answer, "answer_start": context.index(answer)} for answer in answers],
    }


def toy_set(folder: Path, *, copies: int = 1) -> QuestionSet:
    """Make a set of two articles; the sentences of the first count as its comment says."""
    one = "The red fox. The blue dog."  # 1, 2
    two = "Red red blue. Green sun! A purple cow. Plain words."  # 3, 4, 5, 6
    first = [
        {"context": one, "qas": [qa("red", one, "red fox"), qa("yellow?", one)]},
        {
            "context": two,
            "qas": [
                qa("red", two, "Red red"),
                qa("sun", two, "Green"),
                qa("dog red", two, "sun"),
                qa("plain", two, "words"),
                qa(" ", two),
            ],
        },
    ]
    second = [{"context": "A red sun.", "qas": [qa("red", "A red sun.", "sun")] * copies}]
    data = [{"paragraphs": first}, {"paragraphs": second}]
    (folder / "set.json").write_text(json.dumps({"data": data}), encoding="utf-8")
    return read_questions(folder / "set.json", articles=folder, max_bytes=2**20)


def test_every_question_is_asked_of_its_whole_article(tmp_path: Path) -> None:
    questions = toy_set(tmp_path)
    outcomes = runner.ask(questions, Models(ToyEncoder()))
    assert [own.answerable for own in outcomes] == [True, False, True, True, True, True, True]
    # red: 2/√5 in sentence 3, 1/√2 in 1. sun: 1/√2 in 4. dog red: 2/√10 in 3, 1/2 in 1 and 2, nothing in
    # 4, 5 and 6. plain is no known word, nor are those of 5 and 6: both have cosine 1.
    assert [own.ranks[0] for own in outcomes] == [2, NEVER, 1, 1, 4, 2, 1]
    # BM25 knows plain; red twice in 3 words beats red once in 2; dog and red are each in one of 1 and 2.
    assert [own.ranks[1] for own in outcomes] == [2, NEVER, 1, 1, 4, 1, 1]
    # Where a single sentence holds all that is asked for, there is nothing to weigh.
    assert [own.ranks[2:] for own in (outcomes[3], outcomes[5], outcomes[6])] == [(1, 1)] * 3
    report = metrics.report(outcomes, questions)
    assert (report.articles, report.questions, report.answerable, report.skipped) == (2, 7, 6, 1)
    assert values(report, "dense") == pytest.approx([3 / 6, 5 / 6, 1, (0.5 + 1 + 1 + 0.25 + 0.5 + 1) / 6])
    assert values(report, "bm25") == pytest.approx([4 / 6, 5 / 6, 1, (0.5 + 1 + 1 + 0.25 + 1 + 1) / 6])


def test_progress_is_told_and_a_sample_is_timed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "_TIMED", 3)
    told: list[tuple[int, int]] = []
    questions = toy_set(tmp_path, copies=40)
    outcomes = runner.ask(
        questions, Models(ToyEncoder()), progress=lambda done, total: told.append((done, total))
    )
    assert told == [(6, 46), (38, 46), (46, 46)]
    assert sum(own.milliseconds is not None for own in outcomes) == 3


def test_json_lines_about_the_real_article_under_the_real_model(encoder: Encoder, tmp_path: Path) -> None:
    rows = [
        ("Which BTS song did they play?", 'bts\' "dynamite"'),
        ("What was her lifelong dream?", "I achieved a lifelong dream"),
        ("How do I bake sourdough bread?", None),
    ]
    article = next(SEEDS.glob("*.txt")).name
    lines = [json.dumps({"question": q, "answer": answer, "article": article}) for q, answer in rows]
    (tmp_path / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    questions = read_questions(tmp_path / "set.jsonl", articles=SEEDS, max_bytes=2**20)
    outcomes = runner.ask(questions, Models(encoder))
    assert [own.answerable for own in outcomes] == [True, True, False]
    assert [own.ranks for own in outcomes] == [(1, 1, 1, 1), (1, 1, 1, 1), (NEVER,) * 4]
    report = metrics.report(outcomes, questions)
    assert report.auroc == 1
    assert report.verdicts[Verdict.NOT_FOUND].right == 1
