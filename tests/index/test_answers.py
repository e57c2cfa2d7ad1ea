"""The real model on the real article: our own questions, each with the sentence that answers it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index import Verdict
from index.answer import confidence_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from index import Library

QUESTIONS = [
    json.loads(line) for line in (ROOT / "tests" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]
FOUND_FIRST, FOUND_IN_THREE = 37, 45
"""How many of the 54 were found when this was last measured; neither may fall."""


def test_the_right_sentence_is_found_as_often_as_before(
    seed_library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = seed_library.ask_all([row["question"] for row in QUESTIONS], top=3)
    places = [[quote.sentence for quote in answer.quotes] for answer in answers]
    first = sum(row["sentence"] == found[0] for row, found in zip(QUESTIONS, places, strict=True))
    in_three = sum(row["sentence"] in found for row, found in zip(QUESTIONS, places, strict=True))
    with capsys.disabled():
        print(f"\nseed article: first {first}, first three {in_three}, of {len(QUESTIONS)} questions")  # noqa: T201
    assert len(QUESTIONS) == 54
    assert first >= FOUND_FIRST
    assert in_three >= FOUND_IN_THREE


def test_every_quote_is_a_span_of_the_file(seed_library: Library) -> None:
    (path,) = (ROOT / "seeds").glob("*.txt")
    text = path.read_bytes().decode()
    for answer in seed_library.ask_all([row["question"] for row in QUESTIONS], top=19):
        assert sorted(quote.sentence for quote in answer.quotes) == list(range(1, 20))
        for quote in answer.quotes:
            assert quote.text == text[quote.span.start : quote.span.end]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("What did Takaichi give to Lee?", Verdict.ANSWERED),
        ("Where were the talks held?", Verdict.UNSURE),
        ("How do I bake sourdough bread?", Verdict.NOT_FOUND),
        ("hi", Verdict.NOT_FOUND),
    ],
)
def test_the_verdict_follows_the_confidence(seed_library: Library, question: str, verdict: Verdict) -> None:
    answer = seed_library.ask(question)
    assert answer.verdict is verdict
    assert answer.confidence == confidence_of(answer.quotes[0].score)
    assert len(answer.quotes) == 3


def test_confidence_rises_with_the_cosine_from_0_to_1() -> None:
    values = [confidence_of(cosine) for cosine in np.linspace(-1, 1, 21)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1
