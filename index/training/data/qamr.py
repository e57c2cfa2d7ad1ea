"""QAMR's files -> questions asked of single sentences (Michael et al. 2018, arXiv:1711.05885)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COLUMNS = 9
_SENTENCE, _QUESTION, _ANSWER, _VALIDATORS = 0, 5, 6, slice(7, 9)
_GAP, _LONGEST = 2, 25
"""An answer's tokens may leave out so many between them, and be so many."""
_PLAIN = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
    "`": "'",
}
_CLOSING = frozenset(",.;:!?)]}%")
_OPENING = frozenset("([{$£#")

Detokenised = tuple[str, tuple[Span, ...]]
"""A text and where its tokens stand in it."""


@dataclass(frozen=True, slots=True)
class QamrSource:
    """A question with its sentence, and other sentences of the same document."""

    question: str
    sentence: str
    answer: Span
    """Where it stands in the sentence."""
    others: tuple[str, ...]


def read_qamr(folder: Path) -> tuple[QamrSource, ...]:
    """Read the development and test files: questions whose answer both validators agree with.

    Raises:
        UsageError: a file is missing or not as QAMR's are.

    """
    texts = {}
    for line in _lines(folder / "wiki-sentences.tsv"):
        key, _, tokens = line.partition("\t")
        texts[key] = detokenised(tokens.split(" "))
    asked = [found for name in ("dev.tsv", "test.tsv") for found in _asked(folder / name, texts)]
    used = list(dict.fromkeys(key for key, _, _ in asked))
    documents: dict[str, list[str]] = defaultdict(list)
    for key in used:
        documents[_document(key)].append(key)
    others = {
        key: tuple(texts[other][0] for other in documents[_document(key)] if other != key) for key in used
    }
    return tuple(QamrSource(question, texts[key][0], answer, others[key]) for key, question, answer in asked)


def _document(key: str) -> str:
    """Take the numbers of paragraph and sentence off a sentence's id."""
    return key.rsplit(":", 2)[0]


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _asked(file: Path, texts: dict[str, Detokenised]) -> Iterator[tuple[str, str, Span]]:
    """Return each usable question: its sentence's id, its words, and where its answer stands."""
    for number, line in enumerate(_lines(file), start=1):
        columns = line.split("\t")
        if len(columns) != _COLUMNS:
            raise UsageError(f"{file}, line {number}: got {len(columns)} columns, expected {_COLUMNS}")
        key = columns[_SENTENCE]
        tokens = sorted(int(token) for token in columns[_ANSWER].split())
        if key not in texts or not tokens or not _agreed(columns[_VALIDATORS], tokens):
            continue
        whole = tokens[-1] - tokens[0] + 1
        spans = texts[key][1]
        if whole - len(tokens) > _GAP or len(tokens) > _LONGEST or tokens[-1] >= len(spans):
            continue
        question = detokenised(columns[_QUESTION].split(" "))[0].strip()
        question = question[:1].upper() + question[1:]
        yield (
            key,
            question if question.endswith("?") else f"{question}?",
            Span(spans[tokens[0]].start, spans[tokens[-1]].end),
        )


def _agreed(validators: Sequence[str], tokens: list[int]) -> bool:
    """Whether each validator's answer, written "worker:tokens", shares a token; "I" is "invalid"."""
    votes = [
        {int(token) for token in vote.partition(":")[2].split() if token.isdigit()} for vote in validators
    ]
    return all(vote & set(tokens) for vote in votes)


def detokenised(tokens: Sequence[str]) -> Detokenised:
    """Write Penn Treebank tokens as people write."""
    text, spans, glued = "", [], True
    for word in tokens:
        plain = _PLAIN.get(word, word)
        closes = plain in _CLOSING or word == "n't" or word.startswith("'")
        if not glued and not closes:
            text += " "
        if plain:
            spans.append(Span(len(text), len(text) + len(plain)))
        text += plain
        glued = plain in _OPENING or word in ("``", "`")
    return text, tuple(spans)
