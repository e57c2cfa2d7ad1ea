"""Ranked passages -> Answer: how sure it is, and what may therefore be said."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from index.types import Answer, Quote, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Passage

# Fitted and chosen with `python tests/bench/choose_confidence.py DATA` on 9,443 questions about 58
# articles (80 % answerable, 10 % unanswerable, 10 % of another article by weight). From 0.50 on, 53 % of
# the first quotes are right; below 0.25 fall 73 % of the questions that were asked of another article
# and 17 % of the answerable ones. A cosine alone cannot do better; a reader can.
_SLOPE, _INTERCEPT = 3.91, -2.47
ANSWERED_FROM = 0.50
UNSURE_FROM = 0.25


def compose(question: str, passages: Sequence[Passage]) -> Answer:
    """Make an answer of the best passages, which come best first."""
    confidence = confidence_of(passages[0].score) if passages else 0.0
    if confidence >= ANSWERED_FROM:
        verdict = Verdict.ANSWERED
    elif confidence >= UNSURE_FROM:
        verdict = Verdict.UNSURE
    else:
        verdict = Verdict.NOT_FOUND
    quotes = tuple(Quote(passage.article, passage.sentence, passage.score) for passage in passages)
    return Answer(question, verdict, confidence, quotes)


def confidence_of(cosine: float) -> float:
    """Estimate from its cosine similarity how likely the best passage answers (logistic regression)."""
    return 1 / (1 + math.exp(-(_SLOPE * cosine + _INTERCEPT)))
