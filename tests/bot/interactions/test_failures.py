"""What a person reads of a failure, and what the log says of it."""

from __future__ import annotations

import pytest

from bot.errors import BusyError, RefusedError
from bot.i18n.words import words_for
from bot.interactions.failures import explain
from index import QuestionError

ENGLISH = words_for("en")


def test_expected_failures_say_what_they_are() -> None:
    busy = explain(BusyError(seconds=12), ENGLISH)
    assert busy.sentence == "I am busy with other questions: please ask again in about 12 seconds."
    assert busy.reference is None


@pytest.mark.parametrize(
    ("error", "english", "japanese"),
    [
        (
            QuestionError("text for terminals", length=0),
            "There is nothing in it to look for: please write at least one word.",
            "探せる言葉がありません。1語以上書いてください。",
        ),
        (
            QuestionError("text for terminals", length=1501, limit=500),
            "That has 1,501 characters and may have 500: please use fewer words.",
            "1,501文字あります。500文字以内に短くしてください。",
        ),
        (
            QuestionError("text for terminals"),
            "I cannot look for that as it stands: please put it another way.",
            "このままでは探せません。別の言い方をしてください。",
        ),
    ],
)
def test_a_question_is_refused_in_the_askers_language(
    error: QuestionError, english: str, japanese: str
) -> None:
    assert explain(error, ENGLISH).sentence == english
    assert explain(error, words_for("ja")).sentence == japanese
    assert explain(error, ENGLISH).log == "refused a question: text for terminals"


def test_a_refusal_repeats_the_beginning_of_what_was_typed() -> None:
    refused = explain(RefusedError("article-unknown", name="drums " * 1000), ENGLISH)
    assert refused.sentence.startswith("There is no article “drums drums ")
    assert refused.sentence.endswith("…”. See them all with /articles.")
    assert len(refused.sentence) < 160
    assert refused.reference is None


def test_unexpected_failures_say_nothing_of_themselves() -> None:
    first, second = (explain(RuntimeError("inner workings"), ENGLISH) for _ in range(2))
    assert first.reference is not None
    assert first.reference != second.reference
    assert first.reference in first.sentence
    assert first.reference in first.log
    assert "inner" not in first.sentence
    assert "inner workings" in first.log
