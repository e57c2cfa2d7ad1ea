"""A file in SQuAD's format -> articles, and for each question where its answers stand.

As Rajpurkar et al. 2016 and 2018 (arXiv:1606.05250, 1806.03822), and Miller et al. 2020 (arXiv:2004.14444).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from index import articles as files
from index.articles import Source
from index.errors import QuestionError, UsageError
from index.questions import clean_question
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from index.types import Article

_BOM = b"\xef\xbb\xbf"
_LINE_ENDS = str.maketrans("\r\n", "  ")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question asked of a whole article; without answers, the article has none."""

    text: str
    answers: tuple[Span, ...]
    """In the article, as many as people gave; they may be equal."""
    sentences: tuple[int, ...]
    """For each answer, the sentence that holds most of it, counted from 0."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An article with the questions that were asked of it."""

    article: Article
    questions: tuple[Asked, ...]


class _Answer(BaseModel):
    text: str
    answer_start: int


class _Qa(BaseModel):
    question: str
    answers: tuple[_Answer, ...]
    is_impossible: bool = False


class _Paragraph(BaseModel):
    context: str
    qas: tuple[_Qa, ...]


class _Entry(BaseModel):
    paragraphs: tuple[_Paragraph, ...]


class _Squad(BaseModel):
    data: tuple[_Entry, ...]


def read_papers(file: Path) -> tuple[Paper, ...]:
    """Read a file. Identical paragraphs count once, and a paragraph becomes one line of its article.

    Raises:
        UsageError: it cannot be read, or is not in SQuAD's format.

    """
    try:
        squad = _Squad.model_validate_json(file.read_bytes())
    except OSError as error:
        raise UsageError(f"the questions in {file} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{file} is not in SQuAD's format: {place}: {first['msg']}") from error
    return tuple(_paper(f"{number}.txt", entry) for number, entry in enumerate(squad.data))


def _paper(name: str, entry: _Entry) -> Paper:
    starts: dict[str, int] = {}
    text = ""
    for paragraph in entry.paragraphs:
        if paragraph.context not in starts:
            starts[paragraph.context] = len(text)
            text += paragraph.context.translate(_LINE_ENDS) + "\n"
    # Decoding takes one byte order mark away: this one, so that no offset moves if the text has its own.
    article = files.parse(Source(name, _BOM + text.encode(), None, None))
    return Paper(article, tuple(_questions(article, starts, entry.paragraphs)))


def _questions(article: Article, starts: dict[str, int], paragraphs: Sequence[_Paragraph]) -> Iterator[Asked]:
    for paragraph in paragraphs:
        start = starts[paragraph.context]
        for qa in paragraph.qas:
            answers = () if qa.is_impossible else qa.answers
            spans = tuple(
                Span(start + answer.answer_start, start + answer.answer_start + len(answer.text))
                for answer in answers
            )
            try:
                text = clean_question(qa.question)
            except QuestionError:
                continue
            yield Asked(text, spans, tuple(_holding(article, span) for span in spans))


def _holding(article: Article, answer: Span) -> int:
    shares = [min(own.end, answer.end) - max(own.start, answer.start) for own in article.sentences]
    return shares.index(max(shares))
