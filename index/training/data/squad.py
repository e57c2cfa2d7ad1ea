"""A file in SQuAD's format -> articles with the questions that can be asked of them."""

from __future__ import annotations

import lzma
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.evaluation.squad import parse_squad
from index.query.cleaning import askable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from index.evaluation.squad import Asked, Paper
    from index.types import Article


def read_papers(file: Path) -> tuple[Paper, ...]:
    """Read a file, its questions cleaned; see `parse_squad`.

    Raises:
        UsageError: it cannot be read.
        QuestionSetError: it is not in SQuAD's format.

    """
    return tuple(
        replace(paper, questions=tuple(_askable(paper.questions)))
        for paper in parse_squad(read_content(file), file.name)
    )


def read_content(file: Path) -> bytes:
    """Read a file, which may be compressed.

    Raises:
        UsageError: it cannot be read.

    """
    try:
        content = file.read_bytes()
        return lzma.decompress(content) if file.suffix == ".xz" else content
    except OSError as error:
        raise UsageError(f"the questions in {file} cannot be read: {error.strerror}") from error
    except lzma.LZMAError as error:
        raise UsageError(f"the questions in {file} cannot be unpacked: {error}") from error


def without_answers(article: Article, asked: Asked, places: Iterable[int]) -> list[int]:
    """Keep, of these sentences, those that hold none of a question's answers, nor their words by chance."""
    answers = {article.read(span) for span in asked.answers}
    return [
        place
        for place in places
        if place not in asked.sentences
        and not any(has(article.read(article.sentences[place]), words) for words in answers)
    ]


def has(text: str, words: str) -> bool:
    """Whether a text holds these words, whatever their case, as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _askable(questions: Iterable[Asked]) -> Iterator[Asked]:
    for asked in questions:
        text = askable(asked.text)
        if text is not None:
            yield replace(asked, text=text)
