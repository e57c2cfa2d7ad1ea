"""A file in SQuAD's format -> articles, and for each question where its answers stand.

As Rajpurkar et al. 2016 and 2018 (arXiv:1606.05250, 1806.03822), and Miller et al. 2020 (arXiv:2004.14444).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, NonNegativeInt

from index.errors import ArticleError, QuestionSetError
from index.evaluation.validation import NonBlank, validated
from index.text import articles as files
from index.text.articles import Source
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    """For each answer, the sentence that holds most of it, the first of equals, counted from 0."""
    paragraph: int
    """Where the paragraph that it was written for begins."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An article with the questions that were asked of it."""

    source: Source
    """The file that the article would be."""
    article: Article
    questions: tuple[Asked, ...]
    title: str
    """As the file has it, which is not how people would write it; "" if it has none."""


class _Answer(BaseModel):
    text: NonBlank
    answer_start: NonNegativeInt


class _Qa(BaseModel):
    question: str
    answers: tuple[_Answer, ...]
    is_impossible: bool | None = None


class _Paragraph(BaseModel):
    context: str
    qas: tuple[_Qa, ...]


class _Entry(BaseModel):
    title: str = ""
    paragraphs: tuple[_Paragraph, ...]


class _Squad(BaseModel):
    data: tuple[_Entry, ...]


def parse_squad(content: bytes, name: str) -> Iterator[Paper]:
    """Read a file. Identical paragraphs count once, and a paragraph becomes one line of its article.

    Args:
        content: of the file.
        name: of the file, for errors.

    Raises:
        QuestionSetError: it is malformed; names the path inside, what was got and what was expected.

    """
    for number, entry in enumerate(validated(_Squad, content, name).data):
        path, text = f"{name}: data.{number}", ""
        starts: dict[str, int] = {}
        for paragraph in entry.paragraphs:
            if paragraph.context not in starts:
                starts[paragraph.context] = len(text)
                text += paragraph.context.translate(_LINE_ENDS) + "\n"
        # Decoding takes one byte order mark away: this one, so that no offset moves if the text has its own.
        source = Source(f"{number}.txt", _BOM + text.encode(), None, None)
        try:
            article = files.parse(source)
        except ArticleError as error:
            raise QuestionSetError(f"{path}: as an article, {error}") from error
        questions = tuple(_questions(article, starts, entry.paragraphs, path))
        yield Paper(source, article, questions, entry.title)


def _questions(
    article: Article, starts: Mapping[str, int], paragraphs: Sequence[_Paragraph], path: str
) -> Iterator[Asked]:
    for p, paragraph in enumerate(paragraphs):
        start = starts[paragraph.context]
        for q, qa in enumerate(paragraph.qas):
            _check(qa, paragraph.context, f"{path}.paragraphs.{p}.qas.{q}")
            spans = tuple(
                Span(start + answer.answer_start, start + answer.answer_start + len(answer.text))
                for answer in qa.answers
            )
            yield Asked(qa.question, spans, tuple(_holding(article, span) for span in spans), start)


def _check(qa: _Qa, context: str, path: str) -> None:
    """Check where the answers stand; strict, because an offset that is off by one would measure nothing."""
    if qa.is_impossible is bool(qa.answers):
        raise QuestionSetError(
            f"{path}: is_impossible is {str(qa.is_impossible).lower()} with {len(qa.answers)} answers,"
            " expected answers exactly where it is false"
        )
    for number, answer in enumerate(qa.answers):
        end = answer.answer_start + len(answer.text)
        if (there := context[answer.answer_start : end]) != answer.text:
            raise QuestionSetError(
                f"{path}.answers.{number}.answer_start: at {answer.answer_start} the context reads"
                f" {there!r:.60}, expected the answer's text {answer.text!r:.60}"
            )


def _holding(article: Article, answer: Span) -> int:
    shares = [
        min(sentence.end, answer.end) - max(sentence.start, answer.start) for sentence in article.sentences
    ]
    return shares.index(max(shares))
