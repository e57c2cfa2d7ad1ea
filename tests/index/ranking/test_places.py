"""Which of two sentences that answer "where" comes first."""

from __future__ import annotations

import numpy as np
import pytest

from index.models.protocols import Reading
from index.ranking.places import exact_place_first

TEXTS = (
    "The talks in Japan went on.",
    "They met in Nara, in the middle of Japan.",
    "Korea.",
    "Japan and Nara.",
)
MARKED = ("in Japan", "Nara, in the middle of Japan", "Korea", "Japan and Nara")


def reading(place: int, *, over_none: float = 1.0) -> Reading:
    start = TEXTS[place].index(MARKED[place])
    return Reading(start, start + len(MARKED[place]), 0, 0, over_none, 0)


READ = {place: reading(place) for place in range(3)}
SCORES = np.array([5.0, 3.5, 4.0, 1.0], dtype=np.float32)
ORDER = [0, 2, 1, 3]


@pytest.mark.parametrize("question", ["Where were the talks?", "so where did they meet"])
def test_the_sentence_that_names_the_place_more_exactly_comes_first(question: str) -> None:
    assert exact_place_first(question, ORDER, SCORES, READ, TEXTS) == [1, 0, 2, 3]


@pytest.mark.parametrize(
    ("question", "scores", "read"),
    [
        ("When were the talks?", SCORES, READ),  # not a question for a place
        ("Where?", SCORES - np.array([0, 1, 0, 0], dtype=np.float32), READ),  # too far behind
        ("Where?", SCORES, {**READ, 1: reading(1, over_none=-0.5)}),  # it does not answer
        ("Where?", SCORES, {place: READ[place] for place in (0, 2)}),  # not read
        ("Where?", SCORES, {}),
    ],
)
def test_else_the_order_stays(question: str, scores: np.ndarray, read: dict[int, Reading]) -> None:
    assert exact_place_first(question, ORDER, scores, read, TEXTS) == ORDER


def test_the_same_place_is_no_more_exact() -> None:
    start = TEXTS[1].index("Japan")
    read = {0: reading(0), 1: Reading(start, start + len("Japan"), 0, 0, 1, 0)}
    assert exact_place_first("Where?", ORDER, SCORES, read, TEXTS) == ORDER
