"""The question sets that the readers learn from, and how much of each."""

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


SETS = (
    TrainingSet("train/squad2-train-part.json.xz"),
    TrainingSet("train/squad2-dev-19.json.xz"),
    TrainingSet("train/squad1-dev-32.json.xz"),
    TrainingSet("train/tydiqa-en.json.xz"),
    TrainingSet("train/nq-gold.json.xz"),
    TrainingSet("train/clapnq.json.xz"),
    TrainingSet("train/qed.json.xz"),
    TrainingSet("train/selqa.json.xz"),
    TrainingSet("train/time-sensitive.json.xz"),
    TrainingSet("train/omosqa-en.json.xz"),
    TrainingSet("train/covid-qa.json.xz", weight=0.7),
    TrainingSet("train/fairytaleqa.json.xz", titled=False),
    TrainingSet("train/qadiscourse.json.xz", titled=False),
    TrainingSet("train/qasrl.json.xz", weight=0.6, most=14000, titled=False),
    TrainingSet("train/disfl-qa.json.xz", weight=0.6, most=3000),
    TrainingSet("squadshifts-wiki.json"),
    TrainingSet("squadshifts-amazon.json", most=6000, titled=False),
)
"""In order of their numbers in a corpus."""
UNPLACED = "train/questions_without_context.jsonl.xz"
"""Unanswerable questions without a paragraph, asked of paragraphs that share their words."""
UNSURE_WEIGHT = 0.6
"""For questions whose paragraph or answer was matched by others than their authors."""
