"""A file of questions, how much of it is used, and what its titles are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NO_TITLE = re.compile(r"^(train article|wikinews|wikipedia) ?\d*$|reddit thread", re.IGNORECASE)
_PAGE = re.compile(r"\([^)]*page \d+\)")


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """A file in SQuAD's format, in the folder of the question sets."""

    file: str
    weight: float = 1.0
    """How much a question of it counts."""
    most: int | None = None
    """At most so many questions, chosen by the seed."""
    titled: bool = True
    """Whether its titles say what an article is about."""

    def title_of(self, title: str) -> str:
        """Write an article's title as people would, or "" if it says nothing."""
        title = _PAGE.sub("", title).replace("_", " ").strip()
        return title if self.titled and not _NO_TITLE.search(title) else ""
