"""A sentence and what surrounds it: what leads it in, or the sentence before, and its paragraph."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.types import Article


@dataclass(frozen=True, slots=True)
class Chunks:
    """What is searched of an article. All three count its sentences or paragraphs from 0."""

    sentences: tuple[str, ...]
    pairs: tuple[str, ...]
    """For each sentence: its lead-in, else the sentence before it, and itself."""
    paragraphs: tuple[str, ...]
    paragraph_of: tuple[int, ...]
    """For each sentence: the number of its paragraph."""


def chunks_of(article: Article) -> Chunks:
    """Cut an article into sentences, pairs and paragraphs."""
    spans = article.sentences
    sentences = tuple(article.read(span) for span in spans)
    pairs = tuple(
        f"{article.read(lead_in) if (lead_in := article.lead_in(place)) else before} {sentence}".strip()
        for place, (before, sentence) in enumerate(zip(("", *sentences), sentences, strict=False))
    )
    bounds = itertools.pairwise((*article.paragraphs, len(sentences)))
    paragraphs = tuple(sentences[start:stop] for start, stop in bounds)
    return Chunks(
        sentences,
        pairs,
        tuple(map(" ".join, paragraphs)),
        tuple(number for number, paragraph in enumerate(paragraphs) for _ in paragraph),
    )
