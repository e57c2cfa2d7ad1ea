from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from index.query.followups import standalone
from index.types import Query
from tests.conftest import ROOT

if TYPE_CHECKING:
    from index import Library


@dataclass(frozen=True, slots=True)
class Pair:
    before: str
    question: str
    sentence: int
    standalone: bool


PAIRS = [
    Pair(**json.loads(line)) for line in (ROOT / "tests" / "followups.jsonl").read_text("utf-8").splitlines()
]
FOLLOW_UPS = [pair for pair in PAIRS if not pair.standalone]
RIGHT_ALONE, RIGHT_JOINED = 23, 31
"""Follow-ups, of 40, whose right sentence came first: without the question before, and with it."""


def right(library: Library, pairs: list[Pair], *, joined: bool) -> int:
    queries = [Query(pair.question, before=pair.before if joined else None) for pair in pairs]
    answers = library.ask_all(queries, top=1)
    return sum(
        bool(answer.quotes) and answer.quotes[0].sentence == pair.sentence
        for answer, pair in zip(answers, pairs, strict=True)
    )


@pytest.mark.slow
def test_follow_ups_are_answered_as_often_as_recorded(seed_library: Library) -> None:
    assert len(FOLLOW_UPS) == 40
    assert right(seed_library, FOLLOW_UPS, joined=True) >= RIGHT_JOINED


@pytest.mark.slow
def test_follow_ups_are_answered_more_seldom_alone(seed_library: Library) -> None:
    assert RIGHT_JOINED > right(seed_library, FOLLOW_UPS, joined=False) >= RIGHT_ALONE


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.standalone], ids=lambda pair: pair.question)
def test_a_question_that_stands_on_its_own_is_left_alone(pair: Pair) -> None:
    assert standalone(pair.question, pair.before) == pair.question


@pytest.mark.parametrize(
    "question",
    [
        "and who gave it to him?",
        "when was that?",
        "why?",
        "how?",
        "what about Lee?",
        "What about the drum set?",
        "and in Tokyo?",
        "but why",
        "to whom?",
        "which songs?",
        "who else?",
        "what’s that?",
        "What's that in Japan called?",
        "AND WHERE WAS THAT",
        "and Lee’s predecessor?",
    ],
)
def test_a_question_that_leans_on_the_one_before_is_followed_by_it(question: str) -> None:
    assert standalone(question, "Where is Nara?") == f"{question} Where is Nara?"
    assert standalone(question, None) == question


@pytest.mark.parametrize(
    "question",
    [
        "Tokyo?",
        "drum kit",
        "gifts for Trump",
        "where's Nara?",
        "What did Lee hope for in his post?",
        "Is it true that the drums were a gift?",
        "hello there",
        "thank you",
        "?!",
        "and?",
        "Was war das?",
        "Und wann war das?",
        "Also wann war das?",
        "So ein Quatsch!",
        "¿Y qué he hecho?",
        "¿Y en Tokio?",
        "Et lui ?",
        "Et en 2024 ?",
        "いつ？",
        "それはどこ？",
        "언제?",
        "그리고 도쿄는?",
    ],
)
def test_key_words_chatter_and_other_languages_are_left_alone(question: str) -> None:
    assert standalone(question, "Where is Nara?") == question


def test_both_together_are_no_longer_than_a_question_may_be() -> None:
    assert standalone("why?", "x" * 500) == "why? " + "x" * 495
    assert standalone("why is that" + " so" * 163, "Where?") == "why is that" + " so" * 163
