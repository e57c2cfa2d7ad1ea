"""The fitted numbers behind order, confidence and verdict; they belong to one reader."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Len
from pydantic import BaseModel, ConfigDict, Field

FUSION_WEIGHTS = (1.0, 0.8, 0.1, 0.1, 0.3, 0.3)
"""Of search's six z-scores: the cosines of sentence, pair and paragraph, then BM25 of the three; chosen on
`squad2-dev` and `reddit-dev`."""

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Ranking(BaseModel):
    """Weights of a sentence's final score."""

    model_config = _STRICT

    search: Annotated[tuple[float, ...], Len(6, 6)]
    """Of the six z-scores of `index.retrieval.search.SearchScores`."""
    sentence: float = 0.0
    """Of how far the sentence lies over none, as `index.models.protocols.Reading` says."""
    span: float = 0.0
    """Of how far its words lie over null."""


class Confidence(BaseModel):
    """Logistic regression: how likely the first quote answers."""

    model_config = _STRICT

    weights: Annotated[tuple[float, ...], Len(6, 6)]
    """Of the six signals of `index.ranking.confidence.signals`."""
    enough_cosine: float
    """The highest cosine counts up to this."""
    intercept: float
    answered_from: float = Field(ge=0, le=1)
    unsure_from: float = Field(ge=0, le=1)
    """The confidences from which on the verdict is "answered", and "unsure"."""


class Calibration(BaseModel):
    """All of them."""

    model_config = _STRICT

    ranking: Ranking
    confidence: Confidence


SEARCH_ONLY = Calibration(
    ranking=Ranking(search=FUSION_WEIGHTS),
    confidence=Confidence(
        weights=(6.43, *(0.0,) * 5),
        enough_cosine=1.0,
        intercept=-2.73,
        answered_from=0.5,
        unsure_from=0.4,
    ),
)
"""For a library without a reader: the weights of `FUSION_WEIGHTS`, and the highest cosine alone.

The latter was fitted on 2,689 questions about 58 articles of `squad2-dev` and `reddit-dev`, with the bundled
encoder and for the same mix as a reader's confidence: from 0.50 on, 70 % of the first sentences were right;
below 0.40 fell 90 % of the questions of another article, and 12 % of the answerable ones.
"""
