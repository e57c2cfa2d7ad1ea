from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from index import ArticleError, UsageError
from index.errors import QuestionSetError
from index.evaluation.datasets import Question, QuestionSet, read_questions
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from pathlib import Path

SEED = next(SEEDS.glob("*.txt")).name


def qa(question: str, *answers: tuple[int, str], **more: object) -> dict[str, Any]:
    return {"question": question, "answers": [{"text": t, "answer_start": s} for s, t in answers], **more}


def squad(*articles: list[tuple[str, list[dict[str, Any]]]]) -> bytes:
    data = [
        {"title": "T", "paragraphs": [{"context": context, "qas": qas} for context, qas in article]}
        for article in articles
    ]
    return json.dumps({"version": "v2.0", "data": data}).encode()


def read(
    folder: Path, content: bytes, *, name: str = "set.json", articles: Path = SEEDS, max_bytes: int = 2**20
) -> QuestionSet:
    (folder / name).write_bytes(content)
    return read_questions(folder / name, articles=articles, max_bytes=max_bytes)


def text_of(found: QuestionSet, document: int = 0) -> str:
    content = found.documents[document].source.content
    assert content is not None
    return content.decode("utf-8-sig")


def test_paragraphs_become_lines_and_answers_become_sentences(tmp_path: Path) -> None:
    fox = "The red\nfox. The blue dog."
    found = read(
        tmp_path,
        squad(
            [
                (fox, [qa("Which  fox?", (4, "red\nfox")), qa("Which cat?", is_impossible=True)]),
                ("Green sun!\r\n", [qa("What is green?", (6, "sun"), is_impossible=False)]),
                (fox, [qa("Which dog?", (17, "blue"), (13, "The blue dog"))]),
            ],
            [("Ice is cold.", [qa("What is cold?", (0, "Ice"))])],
        ),
    )
    assert text_of(found) == "The red fox. The blue dog.\nGreen sun!  \n"
    assert found.documents[0].questions == (
        Question("Which fox?", ("red fox",), frozenset({1})),
        Question("Which cat?", (), frozenset()),
        Question("What is green?", ("sun",), frozenset({3})),
        Question("Which dog?", ("blue", "The blue dog"), frozenset({2})),
    )
    assert text_of(found, 1) == "Ice is cold.\n"
    assert found.skipped == 0


def test_an_answer_over_two_sentences_belongs_to_the_one_with_most_of_it_and_any_answer_counts(
    tmp_path: Path,
) -> None:
    # "fox. The blue" has 4 characters in the first sentence and 8 in the second; "red fox. The" 8 and 3.
    context = "The red fox. The blue dog."
    across = [qa("a", (8, "fox. The blue")), qa("b", (4, "red fox. The")), qa("c", (4, "red"), (22, "dog"))]
    (document,) = read(tmp_path, squad([(context, across)])).documents
    assert [set(question.right) for question in document.questions] == [{2}, {1}, {1, 2}]


def test_no_offset_moves_for_a_byte_order_mark_or_white_space_at_the_start(tmp_path: Path) -> None:
    context = "\ufeff  One 🎉 fox. Two dogs."
    content = b"\xef\xbb\xbf" + squad([(context, [qa("?", (3, "One 🎉 fox.")), qa("!", (14, "Two"))])])
    found = read(tmp_path, content)
    assert text_of(found) == context + "\n"
    assert [set(question.right) for question in found.documents[0].questions] == [{1}, {2}]


def test_what_cannot_be_asked_is_left_out_and_counted(tmp_path: Path) -> None:
    qas = [qa(" \u200b"), qa("x" * 501), qa("x" * 500)]
    found = read(tmp_path, squad([("A fox.", qas)], [("A dog.", [qa("")])]))
    assert [[question.text for question in own.questions] for own in found.documents] == [["x" * 500]]
    assert found.skipped == 3
    with pytest.raises(
        QuestionSetError, match=r"^set\.json holds no question to ask, and 1 blank or too lon"
    ):
        read(tmp_path, squad([("A dog.", [qa("")])]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "set.json: Invalid JSON: EOF while parsing a value at line 1 column 0"),
        (b'{"data": [\n}', "set.json: Invalid JSON: expected value at line 2 column 1"),
        (b'{"data": "\xff"}', "set.json: Invalid JSON: invalid unicode code point at line 1 column 11"),
        (b'{"data": "\\ud800"}', "set.json: Invalid JSON: unexpected end of hex escape at line 1 column 17"),
        (b'{"version": 2}', "set.json: data: Field required, got {'version': 2}"),
        (b'{"data": {}}', "set.json: data: Input should be a valid array, got {}"),
        (
            squad([("A fox.", [])], [("A fox.", [qa("?", (0, "A")), qa("?", (0, "A"), (-1, "fox"))])]),
            "set.json: data.1.paragraphs.0.qas.1.answers.1.answer_start:"
            " Input should be greater than or equal to 0, got -1",
        ),
        (
            squad([("A fox.", [qa("?", (0, " \n"))])]),
            "set.json: data.0.paragraphs.0.qas.0.answers.0.text:"
            r" String should match pattern '\S', got ' \n'",
        ),
        (
            squad([("A fox.", [{"question": 7, "answers": []}])]),
            "set.json: data.0.paragraphs.0.qas.0.question: Input should be a valid string, got 7",
        ),
        (
            squad([("A fox.", []), ("A fox.", [qa("?", (0, "A"), (3, "fox"))])]),
            "set.json: data.0.paragraphs.1.qas.0.answers.1.answer_start: at 3 the context reads 'ox.',"
            " expected the answer's text 'fox'",
        ),
        (
            squad([("A fox.", [qa("?", (9, "fox"))])]),
            "set.json: data.0.paragraphs.0.qas.0.answers.0.answer_start: at 9 the context reads '',"
            " expected the answer's text 'fox'",
        ),
        (
            squad([("A fox.", [qa("?", (2, "fox"), is_impossible=True)])]),
            "set.json: data.0.paragraphs.0.qas.0: is_impossible is true with 1 answers,"
            " expected answers exactly where it is false",
        ),
        (
            squad([("A fox.", [qa("?", is_impossible=False)])]),
            "set.json: data.0.paragraphs.0.qas.0: is_impossible is false with 0 answers,"
            " expected answers exactly where it is false",
        ),
        (
            squad([("A fox.", [])], [(" \n", [qa("?")])]),
            "set.json: data.1: as an article, 1.txt is empty: an article needs at least one sentence",
        ),
        (squad(), "set.json holds no question to ask, and 0 blank or too long"),
    ],
)
def test_a_malformed_squad_file_is_told_with_the_path_inside(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(QuestionSetError) as error:
        read(tmp_path, content)
    assert str(error.value) == message
    assert error.value.exit_code == 1


def row(question: str, answer: object, article: str = "a.txt") -> bytes:
    return json.dumps({"question": question, "answer": answer, "article": article}).encode() + b"\n"


def test_json_lines_find_every_sentence_with_the_answer_whatever_its_case_and_quotes(tmp_path: Path) -> None:
    rows = [
        row("What did Takaichi give to Lee?", "a Drumstick  with his name", SEED),
        row("Whose husband got a watch?", "takaichi's husband", SEED),
        b"\r\n",
        row("What did she say?", '"Today, I achieved a lifelong dream.', SEED),
        row(" ", "lifelong dream", SEED),
        row("How do I bake bread?", None, SEED),
    ]
    found = read(tmp_path, b"\xef\xbb\xbf" + b"".join(rows), name="set.jsonl")
    (document,) = found.documents
    assert document.source.content == (SEEDS / SEED).read_bytes()
    assert [set(question.right) for question in document.questions] == [{15}, {17}, {5}, set()]
    assert [question.answers for question in document.questions[::3]] == [("a Drumstick  with his name",), ()]
    assert found.skipped == 1


def test_json_lines_are_told_by_their_first_line_and_grouped_by_article(
    articles: Path, tmp_path: Path
) -> None:
    (articles / "b.toml").write_bytes(b'title = "Sky"')
    content = row("a", "RED") + row("b", "sun", "b.txt") + row("c", "dog")
    first, second = read(tmp_path, content, articles=articles).documents
    assert [(question.text, set(question.right)) for question in first.questions] == [
        ("a", {1, 3}),
        ("c", {2}),
    ]
    assert (second.source.name, second.source.sidecar) == ("b.txt", b'title = "Sky"')


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "set.jsonl, line 3: Invalid JSON: EOF while parsing an object at line 1 column 1"),
        (b"7", "set.jsonl, line 3: Input should be an object, got 7"),
        (
            b'{"question": "?", "article": "a.txt"}',
            "set.jsonl, line 3: answer: Field required, got {'question': '?', 'article': 'a.txt'}",
        ),
        (row("?", ["fox"]), "set.jsonl, line 3: answer: Input should be a valid string, got ['fox']"),
        (row("?", ""), r"set.jsonl, line 3: answer: String should match pattern '\S', got ''"),
        (
            row("?", "fox", "c.txt"),
            "set.jsonl, line 3: article: got 'c.txt', expected one of a.txt, b.txt",
        ),
        (
            row("?", "fox dog"),
            "set.jsonl, line 3: answer: no sentence of a.txt has the words 'fox dog': expected them as one"
            " sentence writes them, or null if the article does not answer",
        ),
    ],
)
def test_a_malformed_line_is_told_with_its_number(
    articles: Path, tmp_path: Path, line: bytes, message: str
) -> None:
    with pytest.raises(QuestionSetError) as error:
        read(tmp_path, row("a", "fox") + b"\n" + line, name="set.jsonl", articles=articles)
    assert str(error.value) == message


def test_only_articles_that_are_asked_about_are_read(articles: Path, tmp_path: Path) -> None:
    (articles / "bad.txt").write_bytes(b"\0")
    assert read(tmp_path, row("a", "fox"), articles=articles).documents[0].source.name == "a.txt"
    with pytest.raises(ArticleError, match=r"^bad\.txt holds a NUL character"):
        read(tmp_path, row("a", "fox", "bad.txt"), articles=articles)
    with pytest.raises(ArticleError, match=r"^a\.txt is longer than the limit of 40 bytes"):
        read(tmp_path, row("a", "fox"), articles=articles, max_bytes=40)


def test_a_named_pipe_is_refused_and_not_waited_for(articles: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "set.json")
    with pytest.raises(UsageError, match=r"set\.json cannot be read: it is a named pipe, not a file$"):
        read_questions(tmp_path / "set.json", articles=articles, max_bytes=1000)


def test_a_file_that_cannot_be_read_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^the question set .*nowhere\.json cannot be read: No such file"):
        read_questions(tmp_path / "nowhere.json", articles=SEEDS, max_bytes=1)
