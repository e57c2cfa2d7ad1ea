from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.query.clustering import group
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from index import Encoder, Library

QUESTIONS = (
    "What did Lee give to Trump?",
    "Who made the drum kit?",
    "How do I cancel my subscription?",
    "which company made the drum kit",
    "cancel my subscription please",
    "Who made the drums?",
    "What is the weather in Tokyo?",
    "which gift did Trump get from Lee?",
)


def test_paraphrases_are_together_and_different_questions_apart(seed_library: Library) -> None:
    groups = seed_library.group(QUESTIONS)
    assert [sorted(members) for members in groups] == [[1, 3, 5], [0, 7], [2, 4], [6]]


def test_the_most_central_question_comes_first_and_the_others_in_order() -> None:
    # "red blue" is nearest to both others; "green" is far from all.
    assert group(["red red blue", "green", "red blue blue", "red blue"], ToyEncoder()) == ((3, 0, 2), (1,))


def test_equal_questions_count_each_and_are_embedded_once() -> None:
    encoder = ToyEncoder()
    assert group(["green", "red blue", *["red"] * 300], encoder) == ((2, 1, *range(3, 302)), (0,))
    assert encoder.embedded == ["green", "red blue", "red"]


def test_none_and_one_need_no_clustering() -> None:
    assert group([], ToyEncoder()) == ()
    assert group(["red"], ToyEncoder()) == ((0,),)
    assert group(["red"] * 3, ToyEncoder()) == ((0, 1, 2),)


def test_a_question_longer_than_the_model_reads_goes_by_its_beginning() -> None:
    assert group(["red " * 8 + "blue " * 8, "red"], ToyEncoder()) == ((0, 1),)


def test_two_thousand_questions_can_be_grouped_and_more_are_an_error() -> None:
    questions = [f"{'red' if number % 2 else 'blue'} {number}" for number in range(2_000)]
    assert [len(members) for members in group(questions, ToyEncoder())] == [1_000, 1_000]
    with pytest.raises(ValueError, match=r"2,001 different questions, at most 2,000 can be grouped"):
        group([*questions, "one more"], ToyEncoder())


def test_the_order_of_questions_does_not_change_who_is_together(encoder: Encoder) -> None:
    last = len(QUESTIONS) - 1
    backwards = group(QUESTIONS[::-1], encoder)
    assert {frozenset(last - number for number in members) for members in backwards} == {
        frozenset(members) for members in group(QUESTIONS, encoder)
    }
