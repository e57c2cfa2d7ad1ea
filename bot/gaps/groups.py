"""Questions without a good answer -> groups that ask alike. Pure."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.state.records import GapReason

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from bot.state.records import Gap

LISTED, COMPARED = 5_000, 300
"""How many of the latest gaps are listed, and how many of their variants are compared, at most.

Each variant takes about 10 ms, in which no question is answered.
"""

REASONS = {
    GapReason.NOT_FOUND: "gaps-reason-not-found",
    GapReason.DOWNVOTED: "gaps-reason-downvoted",
    GapReason.OUTVOTED: "gaps-reason-outvoted",
    GapReason.CHANGED: "gaps-reason-changed",
}
"""What each reason is called, in `bot.i18n.words`."""


@dataclass(frozen=True, slots=True)
class QuestionVariant:
    """A question as it was written, however often that was."""

    text: str
    count: int
    reasons: tuple[GapReason, ...]
    """Each once, in the order of `GapReason`."""
    last_asked: datetime.datetime


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask alike."""

    variants: tuple[QuestionVariant, ...]
    """The one that is most like the others first."""

    @property
    def question(self) -> str:
        """The question that stands for all."""
        return self.variants[0].text

    @property
    def count(self) -> int:
        """How often they were asked, together."""
        return sum(variant.count for variant in self.variants)

    @property
    def reasons(self) -> tuple[GapReason, ...]:
        """Why they are gaps, each reason once."""
        return _in_order(reason for variant in self.variants for reason in variant.reasons)

    @property
    def last_asked(self) -> datetime.datetime:
        """When one of them was asked last."""
        return max(variant.last_asked for variant in self.variants)


def variants_of(gaps: Sequence[Gap]) -> tuple[QuestionVariant, ...]:
    """Put together what differs in case and spaces alone: the most frequent first, then the latest."""
    same: dict[str, list[Gap]] = {}
    for gap in sorted(gaps, key=lambda gap: gap.asked_at, reverse=True)[:LISTED]:
        same.setdefault(" ".join(gap.question.casefold().split()), []).append(gap)
    variants = [
        QuestionVariant(
            text=alike[0].question,
            count=len(alike),
            reasons=_in_order(gap.reason for gap in alike),
            last_asked=alike[0].asked_at,
        )
        for alike in same.values()
    ]
    return tuple(sorted(variants, key=lambda variant: -variant.count))


def groups_of(variants: Sequence[QuestionVariant], alike: Sequence[Sequence[int]]) -> tuple[Group, ...]:
    """Group variants, the most frequent group first, then the latest.

    Args:
        variants: as from `variants_of`.
        alike: for each group, the places of its variants, the most central first; places that are in none
            stand for themselves.

    """
    compared = set(itertools.chain.from_iterable(alike))
    alone = [(place,) for place in range(len(variants)) if place not in compared]
    groups = [Group(tuple(variants[place] for place in places)) for places in (*alike, *alone)]
    return tuple(sorted(groups, key=lambda group: (group.count, group.last_asked), reverse=True))


def _in_order(reasons: Iterable[GapReason]) -> tuple[GapReason, ...]:
    there = set(reasons)
    return tuple(reason for reason in GapReason if reason in there)
