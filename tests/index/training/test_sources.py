"""The files that are trained on -> questions and where their answers stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index import UsageError
from index.errors import QuestionSetError
from index.training.data.qamr import detokenised, read_qamr
from index.training.data.squad import read_papers
from tests.index.training.data import ANNA, HARBOUR, TOWERS, qa, write_squad

if TYPE_CHECKING:
    from pathlib import Path


def test_a_paragraph_is_a_line_and_the_same_one_counts_once(tmp_path: Path) -> None:
    broken = ANNA.replace(" It closed", "\nIt closed")
    roof = qa(broken, "What fell in?", "the roof")
    file = write_squad(
        tmp_path / "set.json", [[(HARBOUR, TOWERS), (broken, []), (HARBOUR, []), (broken, [roof])]]
    )
    (paper,) = read_papers(file)
    assert paper.article.text == f"{HARBOUR}\n{ANNA}\n"
    asked = paper.questions[-1]
    assert [paper.article.read(answer) for answer in asked.answers] == ["the roof"]
    assert asked.sentences == (5,)


def test_a_question_without_an_answer_has_none(tmp_path: Path) -> None:
    (paper,) = read_papers(write_squad(tmp_path / "set.json", [[(ANNA, [qa(ANNA, "Who burnt it?")])]]))
    (asked,) = paper.questions
    assert (asked.answers, asked.sentences) == ((), ())


def test_a_file_that_is_not_squad_is_told(tmp_path: Path) -> None:
    file = tmp_path / "set.json"
    file.write_text(json.dumps({"data": [{"paragraphs": [{"context": 3, "qas": []}]}]}), encoding="utf-8")
    with pytest.raises(
        QuestionSetError, match=r"^set\.json: data\.0\.paragraphs\.0\.context: Input should be"
    ):
        read_papers(file)
    with pytest.raises(UsageError, match=r"none\.json cannot be read: No such file"):
        read_papers(tmp_path / "none.json")


def test_qamr_keeps_what_both_validators_agree_on(data: Path) -> None:
    sources = read_qamr(data / "qamr")
    assert [(own.question, own.sentence[own.answer.start : own.answer.end]) for own in sources] == [
        ("Who wrote three large books in Vienna?", "Sara Bell"),
        ("When was Sara Bell born?", "1970"),
        ("Where does she live?", "Oslo"),
        ("When did the old bridge fall?", "Monday"),
    ]
    assert sources[0].others == ("She doesn't live there, but in Oslo.",)
    assert sources[3].others == ()


def test_qamr_with_other_columns_is_told(data: Path) -> None:
    (data / "qamr" / "dev.tsv").write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"dev\.tsv, line 1: got 2 columns, expected 9"):
        read_qamr(data / "qamr")


def test_tokens_are_written_as_people_write() -> None:
    tokens = """`` He -LRB- Tom -RRB- does n't owe $ 5 , '' she said ."""
    text, spans = detokenised(tokens.split(" "))
    assert text == '"He (Tom) doesn\'t owe $5," she said.'
    words = ['"', "He", "(", "Tom", ")", "does", "n't", "owe", "$", "5", ",", '"', "she", "said", "."]
    assert [text[span.start : span.end] for span in spans] == words
