"""The whole vocabulary: what the rest of `index/` takes and gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from index.types.answers import Answer, ChosenSentence, Excerpt, Query, Quote, Verdict
from index.types.articles import CUT, Article, Heading, LeadIn, Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = [
    "CUT",
    "Answer",
    "Article",
    "ChosenSentence",
    "Excerpt",
    "Heading",
    "LeadIn",
    "Query",
    "Quote",
    "Span",
    "Vectors",
    "Verdict",
]

Vectors: TypeAlias = "npt.NDArray[np.float32]"
"""Shape: (texts, dimension), float32, every row of unit length."""
