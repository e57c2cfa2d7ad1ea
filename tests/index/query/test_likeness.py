"""Which question asks the same as another one: by the real model, and by words that vectors are blind to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.models.question_vectors import QuestionVectors
from index.query.likeness import most_alike
from tests.conftest import ROOT
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from index import Encoder


@pytest.fixture(scope="module")
def vectors(encoder: Encoder) -> QuestionVectors:
    return QuestionVectors(encoder)


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (ROOT / "tests" / name).read_text("utf-8").splitlines()]


def alike(vectors: QuestionVectors, question: str, *others: str) -> int | None:
    return most_alike(question, vectors.of([question])[0], others, vectors.of)


def test_most_rewordings_are_recognised_and_no_other_question_is(vectors: QuestionVectors) -> None:
    reworded = rows("rewordings.jsonl")
    found = [alike(vectors, row["reworded"], row["question"]) is not None for row in reworded]
    assert np.mean(found) >= 0.75
    questions = [row["question"] for row in rows("questions.jsonl")]
    for place, question in enumerate(questions):
        assert alike(vectors, question, *questions[:place], *questions[place + 1 :]) is None, question


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Who won the cup in 2019?", "Who won the cup in 2020?"),
        ("Who won the cup in 2019?", "Who won the cup?"),
        ("Which 2 songs did they play?", "Which three songs did they play?"),
        ("What did Lee give to Trump?", "What did Lee give to Xi?"),
        ("When does the café open?", "When does the café close?"),
        ("Who was the first winner?", "who was the last winner"),
        ("Is it open in March?", "is it open in april"),
        ("What may members post?", "what may members not post"),
        ("What is a registered account?", "What is an unregistered account?"),
    ],
)
def test_what_one_word_changes_is_another_question(
    vectors: QuestionVectors, question: str, other: str
) -> None:
    assert alike(vectors, question, other) is None
    assert alike(vectors, other, question) is None


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Which three songs did they play?", "which 3 songs did they play"),
        ("What was engraved on the drumstick?", "what was engraved on the drumstik"),
        ("What colour were the jerseys?", "which color did the jerseys have?"),
    ],
)
def test_the_same_put_otherwise(vectors: QuestionVectors, question: str, other: str) -> None:
    assert alike(vectors, other, question) == 0


def test_the_same_words_need_no_vectors_and_come_before_all_others() -> None:
    vectors = QuestionVectors(ToyEncoder())
    assert alike(vectors, "WHO  is it", "who sees the red fox?", "Who is it?") == 1


def test_of_several_the_nearest_is_taken() -> None:
    vectors = QuestionVectors(ToyEncoder())
    assert alike(vectors, "red blue", "red red blue blue green", "blue red") == 1


def test_questions_are_embedded_once() -> None:
    encoder = ToyEncoder()
    vectors = QuestionVectors(encoder)
    assert np.array_equal(vectors.of(["red", "blue", "red"]), encoder.encode(["red", "blue", "red"]))
    encoder.embedded.clear()
    vectors.of(["blue", "red", "green"])
    assert encoder.embedded == ["green"]
