"""Question sets in the formats of the real ones, small enough to train on in a test."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ANNA = (
    "The mill was opened in 1850 by Anna Berg. In 1901 the owner Peter Holm sold the mill to Carl Lind."
    " It closed after the war and the roof fell in."
)
HARBOUR = (
    "In summer the Harbour Society repaired the north tower. The south tower has 42 steps."
    " Some say that Anna Berg paid for it."
)
LAMP = "The lamp is bright and costs 30 dollars. I bought it before winter. My brother Tom Reed likes it."


def qa(context: str, question: str, *answers: str) -> dict[str, Any]:
    found = [{"text": answer, "answer_start": context.index(answer)} for answer in answers]
    return {"id": question, "question": question, "answers": found, "is_impossible": not answers}


MILL = [
    qa(ANNA, "Who opened the mill in 1850?", "Anna Berg"),
    qa(ANNA, "To whom did Peter Holm sell the mill?", "Carl Lind", "to Carl Lind"),
    qa(ANNA, "When was the mill sold by Peter Holm?", "1901", "In 1901"),
    qa(ANNA, "What fell in after the war?", "the roof"),
]
TOWERS = [
    qa(HARBOUR, "How many steps has the south tower?", "42", "42 steps"),
    qa(HARBOUR, "Which tower did the Harbour Society repair in summer?", "the north tower"),
    qa(HARBOUR, "Who paid for the south tower?", "Anna Berg"),
]
LAMPS = [
    qa(LAMP, "How much is the bright lamp?", "30 dollars"),
    qa(LAMP, "Who likes the lamp?", "My brother Tom Reed", "Tom Reed"),
]


def write_squad(file: Path, articles: Sequence[Sequence[tuple[str, list[dict[str, Any]]]]]) -> Path:
    data = [
        {"title": "T", "paragraphs": [{"context": context, "qas": qas} for context, qas in article]}
        for article in articles
    ]
    file.write_text(json.dumps({"version": "1.1", "data": data}), encoding="utf-8")
    return file


SENTENCES = {
    "Wiki1k:wikipedia:1:2:0": "Sara Bell -LRB- born 1970 -RRB- wrote three large books in Vienna .",
    "Wiki1k:wikipedia:1:2:1": "She does n't live there , but in Oslo .",
    "Wiki1k:wikinews:7:0:0": "The old bridge fell on Monday .",
}
QUESTIONS = (
    ("Wiki1k:wikipedia:1:2:0", "Who wrote three large books in Vienna ?", "0 1", "1:0 1", "2:1"),
    ("Wiki1k:wikipedia:1:2:0", "when was Sara Bell born", "4", "1:4", "2:4"),
    ("Wiki1k:wikipedia:1:2:1", "Where does she live ?", "8", "1:7 8", "2:8"),
    ("Wiki1k:wikinews:7:0:0", "When did the old bridge fall ?", "5", "1:5", "2:4 5"),
    ("Wiki1k:wikinews:7:0:0", "What fell ?", "0 1 2", "1:I", "2:0 1 2"),
    ("Wiki1k:wikinews:7:0:0", "What was old ?", "2", "1:2", "2:5"),
)
"""The last two are not used: a validator calls one invalid, and answers the other otherwise."""


def write_data(folder: Path) -> Path:
    """Write all that is trained on."""
    write_squad(folder / "squadshifts-wiki.json", [[(ANNA, MILL), (HARBOUR, TOWERS)], [(LAMP, LAMPS)]])
    write_squad(folder / "squadshifts-amazon.json", [[(LAMP, LAMPS)], [(HARBOUR, TOWERS)]])
    qamr = folder / "qamr"
    qamr.mkdir()
    sentences = "".join(f"{key}\t{tokens}\n" for key, tokens in SENTENCES.items())
    (qamr / "wiki-sentences.tsv").write_text(sentences, encoding="utf-8")
    rows = ["\t".join([key, "0", "5", "0", "0", *rest]) + "\n" for key, *rest in QUESTIONS]
    (qamr / "dev.tsv").write_text("".join(rows[:3]), encoding="utf-8")
    (qamr / "test.tsv").write_text("".join(rows[3:]), encoding="utf-8")
    return folder
