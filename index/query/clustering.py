"""Questions -> groups of those that ask the same, by how near their vectors are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from index.models.protocols import Encoder
    from index.types import Vectors

MAX_QUESTIONS = 2_000
"""Different ones: memory grows with their square, to 32 MB."""
_DISTANCE = 0.5
"""Groups whose questions are on average nearer than this (1 - cosine) are joined.

Chosen with the bundled model on 73 questions of our own, which ask 23 things in two to four ways each, some
of them hard to tell apart (the capital of Australia, of Austria). Of the pairs that it joins 86 % ask the
same, and of the pairs that ask the same it joins 93 %; at 0.4 it is 88 % and 58 %, at 0.6 83 % and 97 %.
"""


def group(questions: Sequence[str], encoder: Encoder) -> tuple[tuple[int, ...], ...]:
    """Group questions that ask the same; the numbers are their places in the sequence, from 0.

    The largest group first, then the one that appears first; in a group the most central question first, then
    the others in order. Equal texts are embedded once and are always in one group.

    Raises:
        ValueError: there are more than 2,000 different questions.

    """
    places: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        places.setdefault(question, []).append(number)
    if len(places) > MAX_QUESTIONS:
        raise ValueError(f"{len(places):,} different questions, at most {MAX_QUESTIONS:,} can be grouped")
    # Of a question longer than the model reads, what it begins with must do.
    rows = encoder.encode([encoder.windows(question)[0] for question in places])
    asked_at = list(places.values())
    groups = [_central_first(rows, asked_at, members) for members in _clusters(rows)]
    return tuple(sorted(groups, key=lambda group: (-len(group), min(group))))


def _clusters(rows: Vectors) -> list[list[int]]:
    if len(rows) < 2:
        return [[number] for number in range(len(rows))]
    from sklearn.cluster import AgglomerativeClustering

    clustering = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=_DISTANCE
    )
    labels: npt.NDArray[np.intp] = clustering.fit_predict(rows)
    return [np.flatnonzero(labels == label).tolist() for label in range(labels.max() + 1)]


def _central_first(rows: Vectors, places: list[list[int]], members: list[int]) -> tuple[int, ...]:
    """Put first the question nearest to the mean of its group, in which equal questions count each."""
    weights = np.array([len(places[member]) for member in members], dtype=np.float32)
    nearness = rows[members] @ (weights @ rows[members])
    # Of two that are as near, rounding shall not choose.
    central = members[int(np.argmax(nearness >= nearness.max() - 1e-5 * weights.sum()))]
    others = sorted(number for member in members for number in places[member])
    first = places[central][0]
    return (first, *(number for number in others if number != first))
