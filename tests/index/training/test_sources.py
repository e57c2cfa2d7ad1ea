"""The files that are trained on -> questions and where their answers stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index import UsageError
from index.errors import QuestionSetError
from index.training.qamr import detokenised, read_qamr
from index.training.squad import read_papers
from index.training.squad_examples import read_sources
from index.types import Reading
from tests.index.training.data import ANNA, HARBOUR, MILL, TOWERS, qa, write_squad
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.training.neighbours import Neighbours


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


def test_hard_negatives_hold_no_answer(tmp_path: Path, neighbours: Neighbours) -> None:
    file = write_squad(tmp_path / "set.json", [[(ANNA, MILL[:1]), (HARBOUR, TOWERS[2:])]])
    seen: list[tuple[int, int]] = []
    opened, paid = read_sources(
        file, neighbours=neighbours, encoder=ToyEncoder(), progress=lambda *done: seen.append(done)
    )
    # Anna Berg is named in the sentences 0 and 5, so neither can be a window that does not answer.
    assert sorted(opened.hard) == sorted(paid.hard) == [1, 2, 3, 4]
    assert opened.hard[0] == 1  # "mill" and "1850" or the like: nearer than the towers
    assert seen == [(1, 1)]


class LikesTheTower:
    """A reader for which only the south tower looks like an answer."""

    digest = "toy"

    def read_all(self, windows: Sequence[tuple[str, Sequence[str]]]) -> list[list[Reading]]:
        return [
            [Reading(0, 1, span=5.0 * ("42 steps" in sentence), null=1, answerable=0) for sentence in read]
            for _, read in windows
        ]


def test_a_reader_orders_the_hard_negatives_by_its_liking(tmp_path: Path, neighbours: Neighbours) -> None:
    file = write_squad(tmp_path / "set.json", [[(ANNA, MILL[:1]), (HARBOUR, TOWERS[2:])]])
    opened, paid = read_sources(
        file,
        neighbours=neighbours,
        encoder=ToyEncoder(),
        progress=lambda *_: None,
        reader=LikesTheTower(),
    )
    # The tower is sentence 4; windows around 3 and 4 hold it, the others keep the order of search.
    assert opened.hard == (3, 4, 1, 2) or opened.hard == (4, 3, 1, 2)
    assert set(paid.hard[:2]) == {3, 4}


def test_qamr_keeps_what_both_validators_agree_on(data: Path, neighbours: Neighbours) -> None:
    sources = read_qamr(data / "qamr", neighbours=neighbours)
    assert [(source.item.question, source.item.words) for source in sources] == [
        ("Who wrote three large books in Vienna?", "Sara Bell"),
        ("When was Sara Bell born?", "1970"),
        ("Where does she live?", "Oslo"),
        ("When did the old bridge fall?", "Monday"),
    ]
    assert sources[0].others == ("She doesn't live there, but in Oslo.",)
    assert sources[3].others == ()


def test_qamr_with_other_columns_is_told(data: Path, neighbours: Neighbours) -> None:
    (data / "qamr" / "dev.tsv").write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"dev\.tsv, line 1: got 2 columns, expected 9"):
        read_qamr(data / "qamr", neighbours=neighbours)


def test_tokens_are_written_as_people_write() -> None:
    tokens = """`` He -LRB- Tom -RRB- does n't owe $ 5 , '' she said ."""
    text, spans = detokenised(tokens.split(" "))
    assert text == '"He (Tom) doesn\'t owe $5," she said.'
    words = ['"', "He", "(", "Tom", ")", "does", "n't", "owe", "$", "5", ",", '"', "she", "said", "."]
    assert [text[span.start : span.end] for span in spans] == words
