"""A reader and what search found -> the windows that it wrongly likes, for the next reader to learn from.

Negatives that the model itself chooses, as for a retriever in Xiong et al. 2021, arXiv:2007.00808.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.training.squad_examples import Source
    from index.types import Reader, Reading

_READ = 6
"""So many of the sentences that search wrongly found are read for a question."""


def mined(sources: Sequence[Source], reader: Reader) -> Iterator[Source]:
    """Order what each question wrongly found by how much a reader likes it, best first.

    Args:
        sources: of one article.
        reader: reads each sentence with its neighbours.

    """
    windows = [(source.asked.text, _window(source, hit)) for source in sources for hit in source.hard[:_READ]]
    read = iter(reader.read_all(windows))
    for source in sources:
        liking = {hit: _liking(next(read)) for hit in source.hard[:_READ]}
        yield replace(source, hard=tuple(sorted(liking, key=liking.__getitem__, reverse=True)))


def _window(source: Source, hit: int) -> list[str]:
    sentences = source.article.sentences
    around = range(max(0, hit - 1), min(hit + 2, len(sentences)))
    return [source.article.read(sentences[place]) for place in around if place not in source.asked.sentences]


def _liking(window: Sequence[Reading]) -> float:
    """Give the logit of the likeliest answer against that of no answer."""
    return max(reading.over_null for reading in window)
