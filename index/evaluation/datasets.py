"""A file of questions and answers -> articles and the sentences that answer; checked here, once.

Two formats: SQuAD 1.1 and 2.0 (Rajpurkar et al., 2016 and 2018), which brings its articles along, and
JSON lines, whose articles are files of the articles folder.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import BaseModel

from index.errors import QuestionSetError, UsageError
from index.evaluation.squad import parse_squad
from index.evaluation.validation import NonBlank, validated
from index.files import read_regular
from index.query.cleaning import askable
from index.text import articles as files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from index.text.articles import Source
    from index.types import Article

_BOM = b"\xef\xbb\xbf"
_PLAIN_QUOTES = str.maketrans("‘’‚‛“”„‟", "''''" + '""""')


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what answers it; nothing does if both are empty."""

    text: str
    """Cleaned: see `clean_question`."""
    answers: tuple[str, ...]
    """Gold answers, any of which counts."""
    right: frozenset[int]
    """Sentences of the article, counted from 1, any of which counts."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article with the questions that are asked of it."""

    source: Source
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """What a file holds; no document is without a question."""

    documents: tuple[Document, ...]
    skipped: int
    """Questions left out, because they are blank or too long."""


class _Line(BaseModel):
    question: str
    answer: NonBlank | None
    article: str


def read_questions(file: Path, *, articles: Path, max_bytes: int) -> QuestionSet:
    """Read a question set of either format.

    A name that ends in `.jsonl`, or a first line that is an object with a question, means JSON lines.

    Args:
        file: the question set.
        articles: the folder whose files JSON lines name; SQuAD's format needs none.
        max_bytes: the largest article that is read.

    Raises:
        UsageError: the file cannot be read.
        QuestionSetError: it is malformed; names the line, or the path inside, what was got and expected.
        ArticleError: an article that it names cannot be read.

    """
    name = file.name
    try:
        content = read_regular(file).removeprefix(_BOM)
    except OSError as error:
        raise UsageError(f"the question set {file} cannot be read: {error.strerror}") from error
    if file.suffix == ".jsonl" or _starts_with_a_question(content):
        found = _askable(_from_lines(content, name, articles, max_bytes))
    else:
        found = _askable(_from_squad(content, name))
    if not found.documents:
        raise QuestionSetError(f"{name} holds no question to ask, and {found.skipped} blank or too long")
    return found


def _askable(documents: Iterable[Document]) -> QuestionSet:
    """Leave out the questions that cannot be asked, then the articles without one."""
    kept, skipped = [], 0
    for document in documents:
        cleaned = [(question, askable(question.text)) for question in document.questions]
        questions = tuple(replace(question, text=text) for question, text in cleaned if text is not None)
        skipped += len(cleaned) - len(questions)
        if questions:
            kept.append(replace(document, questions=questions))
    return QuestionSet(tuple(kept), skipped)


def _starts_with_a_question(content: bytes) -> bool:
    try:
        first = json.loads(content.lstrip().partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "question" in first


def _from_squad(content: bytes, name: str) -> Iterator[Document]:
    for paper in parse_squad(content, name):
        questions = [
            Question(
                asked.text,
                tuple(paper.article.read(span) for span in asked.answers),
                frozenset(sentence + 1 for sentence in asked.sentences),
            )
            for asked in paper.questions
        ]
        yield Document(paper.source, tuple(questions))


def _from_lines(content: bytes, name: str, folder: Path, max_bytes: int) -> Iterator[Document]:
    sources = {source.name: source for source in files.collect(folder, max_bytes=max_bytes)}
    articles: dict[str, Article] = {}
    questions: dict[str, list[Question]] = {}
    for number, row in enumerate(content.splitlines(), start=1):
        if not row.strip():
            continue
        place = f"{name}, line {number}"
        line = validated(_Line, row, place)
        if (source := sources.get(line.article)) is None:
            raise QuestionSetError(
                f"{place}: article: got {line.article!r:.60}, expected one of {', '.join(sources)}"
            )
        if line.article not in articles:
            articles[line.article], questions[line.article] = files.parse(source), []
        answers = () if line.answer is None else (line.answer,)
        right = _containing(articles[line.article], line.answer, place) if line.answer else frozenset()
        questions[line.article].append(Question(line.question, answers, right))
    for key, asked in questions.items():
        yield Document(sources[key], tuple(asked))


def _containing(article: Article, answer: str, place: str) -> frozenset[int]:
    """Find every sentence that has the answer's words, whatever their case, quotation marks and spacing."""
    words = _folded(answer)
    found = frozenset(
        number
        for number, span in enumerate(article.sentences, start=1)
        if words in _folded(article.read(span))
    )
    if not found:
        raise QuestionSetError(
            f"{place}: answer: no sentence of {article.name} has the words {answer!r:.60}:"
            " expected them as one sentence writes them, or null if the article does not answer"
        )
    return found


def _folded(text: str) -> str:
    return " ".join(text.translate(_PLAIN_QUOTES).casefold().split())
