"""A question -> the one of others that asks the same, by how near their vectors are and by their words.

Vectors are blind to what one word changes: "in 2019" and "in 2020", "the first" and "the last", "to the
Pacific" and "to the Atlantic" are as near as two ways to put one question. So the words have a veto; those
that only one language has are English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.text.edits import slips
from index.text.english import EXCLUDING, FUNCTION_WORDS, NEGATING, NUMBERS, STOP_WORDS, TITLES
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from index.types import Vectors

ALIKE, _SYNONYMS = 0.7, 0.4
"""The cosines from which on questions ask the same, and words may mean the same.

Chosen with the bundled model by `python -m tests.bench.likeness`, where every question about an article but
the one that is asked has a chosen answer: of 1,034 questions about 33 articles 2 were taken for another one
(0.2 %). Of 92 rewordings 78 % were recognised, of 960 questions as they are typed in haste 88 %. Of 1,213
that were made to be mistaken (SQuAD 2.0's, with another name, number or antonym) 10 % were; by the cosine
alone it is 58 %.
"""
_WORD = re.compile(r"\w+(?:[.,:]\w+)*(?:['’]\w+)?")
_POSSESSIVE = re.compile(r"'s?$")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_PREFIX = re.compile(r"^(?:un|in|im|ir|dis|non|over|under)")
_STEMMED, _SPELT_OTHERWISE, _LONG = 5, 5, 8
"""Letters from which on a word may end otherwise, and have a slip; and two slips."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    """Folded, without the sign of the possessive."""
    is_name: bool


def most_alike(
    question: str,
    row: npt.NDArray[np.float32],
    others: Sequence[str],
    embed: Callable[[Sequence[str]], Vectors],
) -> int | None:
    """Find the place of the question that asks the same as one; None if none of them does.

    One with the same words, but for case and punctuation, always does.

    Args:
        question: as it is asked.
        row: its vector. Shape: (dimension,).
        others: the questions that it may be, at least one.
        embed: gives vectors of texts, one row each.

    """
    words = [word.text for word in _words(question)]
    same = (place for place, other in enumerate(others) if [word.text for word in _words(other)] == words)
    found = next(same, None)
    if found is not None:
        return found
    cosines = embed(others) @ row
    near = (int(place) for place in np.argsort(-cosines, kind="stable") if cosines[place] >= ALIKE)
    return next((place for place in near if not contradict(question, others[place], embed)), None)


def contradict(question: str, other: str, embed: Callable[[Sequence[str]], Vectors]) -> bool:
    """Whether words say that two questions ask different things, however near they are.

    They do if they have other numbers, if one of them denies, if their words exclude each other, and if each
    has a word, or a name, that means nothing in the other.
    """
    ours, theirs = _words(question), _words(other)
    texts, others = {word.text for word in ours}, {word.text for word in theirs}
    if _other_numbers(texts, others) or _denies(texts) != _denies(others):
        return True
    own, foreign = _missing(ours, theirs), _missing(theirs, ours)
    if _exclude(texts - others, others - texts):
        return True
    if any(word.is_name for word in own) and any(word.is_name for word in foreign):
        return True
    return bool(own and foreign) and not _may_mean_the_same(own, foreign, embed)


def _words(question: str) -> list[_Word]:
    return [
        _Word(_POSSESSIVE.sub("", fold(match.group())), match.start() > 0 and match.group()[0].isupper())
        for match in _WORD.finditer(question)
    ]


def _other_numbers(texts: set[str], others: set[str]) -> bool:
    """Whether numbers differ; one that is written as a word may be left out."""
    ours, theirs = _numbers(texts), _numbers(others)
    digits = any(text[0].isdigit() for text in texts ^ others)
    return ours != theirs and (digits or bool(ours and theirs))


def _numbers(texts: set[str]) -> set[str]:
    return {NUMBERS.get(text, text) for text in texts if text in NUMBERS or any(map(str.isdigit, text))}


def _denies(texts: set[str]) -> bool:
    return any(text in NEGATING or text.endswith("n't") for text in texts)


def _exclude(own: set[str], foreign: set[str]) -> bool:
    """Whether a word has its opposite, or another one of its series, in its place."""
    stems, others = own | set(map(_stem, own)), foreign | set(map(_stem, foreign))
    if any(series & stems and series & others for series in EXCLUDING):
        return True
    bare, foreign_bare = {_PREFIX.sub("", text) for text in own}, {_PREFIX.sub("", text) for text in foreign}
    return bool((bare & foreign_bare) - {""})


def _missing(words: Sequence[_Word], others: Sequence[_Word]) -> list[_Word]:
    """Return the words that say something and are none of the others, however those are spelt."""
    return [
        word for word in words if _speaks(word.text) and not any(_same(word.text, o.text) for o in others)
    ]


def _speaks(text: str) -> bool:
    return text not in FUNCTION_WORDS | STOP_WORDS | TITLES and text not in NUMBERS


def _same(text: str, other: str) -> bool:
    if text == other or _stem(text) == _stem(other):
        return True
    shorter = min(len(text), len(other))
    if shorter < _SPELT_OTHERWISE or text[0] != other[0]:
        return False
    return slips(text, other) <= (2 if shorter >= _LONG else 1)


def _stem(text: str) -> str:
    return _ENDING.sub("", text) if len(text) >= _STEMMED else text


def _may_mean_the_same(
    own: Sequence[_Word], foreign: Sequence[_Word], embed: Callable[[Sequence[str]], Vectors]
) -> bool:
    """Whether each of the fewer words is near to one of the others."""
    cosines = embed([word.text for word in own]) @ embed([word.text for word in foreign]).T
    nearest = cosines.max(axis=1 if len(own) <= len(foreign) else 0)
    return bool(nearest.min() >= _SYNONYMS)
