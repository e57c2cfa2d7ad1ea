"""Which sentences are read again, and what reading them changes in their order.

The best hits of search are read in windows with their neighbours, the best one first, and no further once an
answer is certain; a sentence's score is then a weighted sum of its six search scores and of what the reader
says. The weights come with the reader they were fitted for.
"""

from __future__ import annotations

import bisect
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.search import ranked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.calibration import Ranking
    from index.search import Found, Scores
    from index.types import Reader, Reading

STAGES = ((2, 3.0), (5, -math.inf))
"""So many windows are read for a question, and more only if no span is so far above null; in logits."""
_NEIGHBOURS = 1
_HITS = 20
"""So many hits are considered for windows; those that a window holds already open none."""
_CHARACTERS = 700
"""A longer window loses neighbours, not the hit."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A question with what may be read for it."""

    question: str
    texts: Sequence[str]
    """All sentences."""
    windows: Sequence[range]
    """Places in them, the best first."""


def choose_windows(
    found: Found, lengths: Sequence[int], borders: Sequence[int], *, count: int = STAGES[-1][0]
) -> list[range]:
    """Choose windows of sentences around the best hits, as ranges over all sentences in reading order.

    Args:
        found: what search says.
        lengths: of all sentences, in characters.
        borders: where each article's sentences begin, and where the last one's end.
        count: how many windows, if there are as many.

    """
    windows: list[range] = []
    covered: set[int] = set()
    for hit in ranked(found.fused)[:_HITS].tolist():
        if hit in covered:
            continue
        article = bisect.bisect_right(borders, hit) - 1
        window = range(
            max(hit - _NEIGHBOURS, borders[article]), min(hit + _NEIGHBOURS + 1, borders[article + 1])
        )
        while sum(lengths[window.start : window.stop]) > _CHARACTERS and len(window) > 1:
            behind = window.stop - 1 - hit
            window = window[:-1] if behind and behind >= hit - window.start else window[1:]
        windows.append(window)
        covered.update(window)
        if len(windows) == count:
            break
    return windows


def read_until_certain(reader: Reader, asked: Sequence[Unread]) -> list[dict[int, Reading]]:
    """Read window after window until an answer is certain, as `STAGES` says; each stage is one batch.

    Returns:
        For each question, the reading of every sentence that was read, by its place; of several, the one
        with the likeliest span.

    """
    best: list[dict[int, Reading]] = [{} for _ in asked]
    left, first = list(range(len(asked))), 0
    for count, certain in STAGES:
        chosen = [(number, window) for number in left for window in asked[number].windows[first:count]]
        if not chosen:
            break
        windows = [
            (asked[number].question, asked[number].texts[window.start : window.stop])
            for number, window in chosen
        ]
        for (number, window), readings in zip(chosen, reader.read_all(windows), strict=True):
            for sentence, reading in zip(window, readings, strict=True):
                other = best[number].get(sentence)
                if other is None or reading.span > other.span:
                    best[number][sentence] = reading
        left, first = [number for number in left if _certainty(best[number]) < certain], count
    return best


def _certainty(read: Mapping[int, Reading]) -> float:
    return max((reading.over_null for reading in read.values()), default=-math.inf)


def rescore(found: Found, read: Mapping[int, Reading], ranking: Ranking) -> Scores:
    """Score all sentences anew. Shape: (sentences,).

    What was not read counts as if the reader had liked it as little as the worst of what was.
    """
    scores: Scores = np.asarray(ranking.search, dtype=np.float32) @ found.zscores
    if not read:
        return scores
    spans = sorted((reading.span for reading in read.values()), reverse=True)

    def behind(reading: Reading) -> float:
        other = spans[1] if reading.span == spans[0] and len(spans) > 1 else spans[0]
        return max(0.0, other - reading.span)

    liked = {
        sentence: ranking.span * reading.span
        + ranking.null * reading.null
        + ranking.answerable * reading.answerable
        + ranking.behind * behind(reading)
        for sentence, reading in read.items()
    }
    added = np.full_like(scores, min(liked.values()))
    added[list(liked)] = list(liked.values())
    return scores + added
