"""A question's vector -> ranked passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.types import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.types import Article, Vectors
    from index.vectors import VectorIndex

Places = "Mapping[int, Sequence[tuple[int, int]]]"


def rank(
    question: Vectors,
    *,
    vectors: VectorIndex,
    places: Mapping[int, Sequence[tuple[int, int]]],
    articles: Sequence[Article],
    top: int,
) -> tuple[Passage, ...]:
    """Find the sentences nearest to a question.

    A sentence scores as the best of its windows against the best of the question's.

    Args:
        question: the question's windows. Shape: (windows, dimension).
        vectors: the library's windows by id.
        places: id -> the (article, sentence) pairs that hold this window, both counted from 0.
        articles: what `places` counts.
        top: how many sentences to return, if there are as many.

    Returns:
        Best first; equal scores stand in reading order.

    """
    wanted = top + 1  # one more, so that a tie at the edge is decided by reading order as well
    while True:
        best: dict[tuple[int, int], float] = {}
        for row in vectors.nearest(question, wanted):
            for identity, score in row:
                for place in places[identity]:
                    best[place] = max(score, best.get(place, -1.0))
        if len(best) > top or wanted >= len(vectors):
            break
        wanted *= 2
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Passage(articles[a], s + 1, score) for (a, s), score in ranked[:top])
