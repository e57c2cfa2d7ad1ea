"""Unanswerable twins: almost the same question, or the same question of an altered window."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from index.training.neighbours import Pool
from index.training.swaps import Item, condition, negate, other_role, swap_name, swap_word
from index.training.twins import make_twin
from index.types import Span
from tests.index.training.data import ANNA, HARBOUR

if TYPE_CHECKING:
    from index.training.neighbours import Neighbours

WINDOW = ANNA[: ANNA.index(" It closed")]


def item(neighbours: Neighbours, question: str, answer: str, window: str = WINDOW) -> Item:
    start = window.index(answer)
    pool = Pool.of(f" {ANNA} {HARBOUR}", neighbours)
    return Item(question, window, Span(start, start + len(answer)), pool)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a test's chance


def test_what_an_article_lends(neighbours: Neighbours) -> None:
    pool = Pool.of(f" {ANNA} {HARBOUR}", neighbours)
    assert pool.names == ("Anna Berg", "Peter Holm", "Carl Lind", "Harbour Society")
    assert (pool.years, pool.numbers) == (("1850", "1901"), ("42",))


def test_names_and_years_are_swapped_for_others_of_the_article(neighbours: Neighbours) -> None:
    asked = item(neighbours, "What did Peter Holm sell in 1901?", "the mill")
    swaps = {swap_name(asked, neighbours, chance(seed)) for seed in range(60)}
    assert ("1901", "1850") in swaps
    names = {new for old, new in (swap for swap in swaps if swap) if old == "Peter Holm"}
    assert names
    assert names <= {"Anna Berg", "Carl Lind", "Harbour Society"}


def test_the_answer_is_never_swapped_in(neighbours: Neighbours) -> None:
    asked = item(neighbours, "To whom did Peter Holm sell it?", "Carl Lind")
    assert all(
        swap_name(asked, neighbours, chance(seed)) != ("Peter Holm", "Carl Lind") for seed in range(60)
    )


def test_words_are_swapped_for_opposites(neighbours: Neighbours) -> None:
    asked = item(neighbours, "Who opened the mill?", "Anna Berg")
    assert ("opened", "closed") in {swap_word(asked, neighbours, chance(seed)) for seed in range(20)}


def test_neighbours_are_of_the_same_kind(neighbours: Neighbours) -> None:
    assert {"winter", "spring", "autumn"} & set(neighbours.near("summer"))
    assert neighbours.near("unknownword") == ()


@pytest.mark.parametrize(
    ("question", "negated"),
    [
        ("Who did Anna see?", "Who didn't Anna see?"),
        ("Who didn't pay?", "Who did pay?"),
        ("What can it do?", "What can't it do?"),
        ("Who opened the mill?", "Who never opened the mill?"),
        ("Whose mill?", None),
    ],
)
def test_negation(neighbours: Neighbours, question: str, negated: str | None) -> None:
    assert negate(item(neighbours, question, "Anna Berg")) == negated


def test_another_role_is_one_the_window_does_not_hold(neighbours: Neighbours) -> None:
    window = "The tower has a red roof."
    asked = item(neighbours, "Where is the tower?", "tower", window)
    assert {other_role(asked, chance(seed)) for seed in range(20)} == {
        "When is the tower?",
        "Why is the tower?",
    }
    counted = item(neighbours, "What roofs are red?", "roof", window)
    assert other_role(counted, chance(1)) == "How many roofs are red?"
    assert other_role(item(neighbours, "Where is it?", "mill"), chance(1)) in {None, "Why is it?"}


def test_a_condition_is_one_the_window_does_not_hold(neighbours: Neighbours) -> None:
    asked = item(neighbours, "Who opened the mill?", "Anna Berg")
    made = {condition(asked, chance(seed)) for seed in range(40)}
    assert all(found is None or "Harbour Society" in found for found in made)
    assert condition(item(neighbours, "who opened the mill", "Anna Berg"), chance(1)) is None


def test_a_twin_differs_and_only_one_changed_alike_is_answered(neighbours: Neighbours) -> None:
    asked = item(neighbours, "What did Peter Holm sell in 1901?", "the mill")
    kinds = set()
    for seed in range(300):
        twin = make_twin(asked, neighbours, chance(seed))
        assert twin is not None
        kinds.add(twin.kind)
        assert (twin.question, twin.window) != (asked.question, asked.window)
        if twin.answer is None:
            assert (twin.question == asked.question) is twin.kind.endswith("in window")
        else:
            assert twin.kind.endswith("in both")
            assert twin.window[twin.answer.start : twin.answer.end] == "the mill"
            assert twin.question != asked.question
            assert twin.window != asked.window
    assert {"name", "name in window", "name in both", "word", "negation"} <= kinds
