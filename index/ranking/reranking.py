"""Which windows are read for a question, and what reading them changes in the order of its sentences.

A sentence's score is a weighted sum of its six search scores and of what the reader says. The weights come
with the reader that they were fitted for.
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from index.retrieval.search import ranked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.calibration import Ranking
    from index.models.protocols import Reading
    from index.retrieval.search import Scores, SearchScores
    from index.text.windows import Window

WINDOWS = 5
"""Windows read for a question: all sentences of an article of up to some forty."""
_HITS = 20
"""Hits around which windows are chosen, where there are more windows."""


def choose_windows(
    found: SearchScores, windows: Sequence[Sequence[Window]], borders: Sequence[int], *, count: int = WINDOWS
) -> tuple[Window, ...]:
    """Choose what is read: all windows, or if there are too many, those around the best hits.

    Args:
        found: what search says.
        windows: of each article, in reading order.
        borders: where each article's sentences begin, and where the last one's end.
        count: how many windows, if there are more.

    Returns:
        Windows whose places count all articles' sentences.

    """
    if sum(map(len, windows)) <= count:
        return tuple(
            _placed(window, border) for cut, border in zip(windows, borders, strict=False) for window in cut
        )
    chosen: list[Window] = []
    covered: set[int] = set()
    for hit in ranked(found.fused)[:_HITS].tolist():
        if hit in covered:
            continue
        article = bisect.bisect_right(borders, hit) - 1
        starts = [window.first for window in windows[article]]
        nearest = windows[article][bisect.bisect_right(starts, hit - borders[article]) - 1]
        chosen.append(_placed(nearest, borders[article]))
        covered.update(range(chosen[-1].first, chosen[-1].stop))
        if len(chosen) == count:
            break
    return tuple(chosen)


def _placed(window: Window, border: int) -> Window:
    return replace(window, first=window.first + border)


def rescore(found: SearchScores, read: Mapping[int, Reading], ranking: Ranking) -> Scores:
    """Score all sentences anew. Shape: (sentences,).

    What was not read counts as if the reader had liked it as little as the worst of what was.
    """
    scores: Scores = np.asarray(ranking.search, dtype=np.float32) @ found.zscores
    if not read:
        return scores
    liked = {
        place: ranking.sentence * reading.over_none + ranking.span * reading.over_null
        for place, reading in read.items()
    }
    added = np.full_like(scores, min(liked.values()))
    added[list(liked)] = list(liked.values())
    return scores + added
