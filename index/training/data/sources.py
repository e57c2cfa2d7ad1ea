"""The question sets that the readers learn from, and how much of each."""

from __future__ import annotations

from index.training.data.training_set import TrainingSet

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
