"""The question sets that the readers learn from, and how much of each."""

from __future__ import annotations

from index.training.data.question_set import QuestionSet

SETS = (
    QuestionSet("train/squad2-train-part.json.xz"),
    QuestionSet("train/squad2-dev-19.json.xz"),
    QuestionSet("train/squad1-dev-32.json.xz"),
    QuestionSet("train/tydiqa-en.json.xz"),
    QuestionSet("train/nq-gold.json.xz"),
    QuestionSet("train/clapnq.json.xz"),
    QuestionSet("train/qed.json.xz"),
    QuestionSet("train/selqa.json.xz"),
    QuestionSet("train/time-sensitive.json.xz"),
    QuestionSet("train/omosqa-en.json.xz"),
    QuestionSet("train/covid-qa.json.xz", weight=0.7),
    QuestionSet("train/fairytaleqa.json.xz", titled=False),
    QuestionSet("train/qadiscourse.json.xz", titled=False),
    QuestionSet("train/qasrl.json.xz", weight=0.6, most=14000, titled=False),
    QuestionSet("train/disfl-qa.json.xz", weight=0.6, most=3000),
    QuestionSet("squadshifts-wiki.json"),
    QuestionSet("squadshifts-amazon.json", most=6000, titled=False),
)
"""In order of their numbers in a corpus."""
UNPLACED = "train/questions_without_context.jsonl.xz"
"""Unanswerable questions without a paragraph, asked of paragraphs that share their words."""
UNSURE_WEIGHT = 0.6
"""For questions whose paragraph or answer was matched by others than their authors."""
