"""A question with slips and other spellings -> as the articles spell it.

English only: an English word, and a word of the articles, is never a slip.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.models.bundle import bundled_folder
from index.text.edits import nearest
from index.text.english import FUNCTION_WORDS
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter words are too often another word with one letter changed."""
_SHORT, _LONG = 4, 8


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How texts spell their words; made once, and shared."""

    spelt: frozenset[str]
    """The words, case folded."""
    words: Mapping[str, str] = field(repr=False)
    """The words, folded, to how they are spelt first."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Collect the words of texts."""
        words = dict.fromkeys(itertools.chain.from_iterable(map(_WORD.findall, texts)))
        return cls(
            frozenset(word.casefold() for word in words), {fold(word): word for word in reversed(words)}
        )


class Spelling:
    """How texts spell their words; of those that several vocabularies hold, as the first one does."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        self._vocabularies = (_asking(), *vocabularies)

    def corrected(
        self, question: str, may_say: Callable[[str], bool] = lambda _: True
    ) -> tuple[str, tuple[str, ...]]:
        """Put words as the texts spell them, if that is what they mean; the others stay as they are.

        Case and accents make no other word. Otherwise a word that is neither English nor in the texts is
        taken for one of theirs that is one slip away, from eight letters on two: a letter too few, too many,
        wrong, or swapped with the next (optimal string alignment; Damerau 1964). Of four letters, none may be
        wrong or too many. Of several words, the most alike is meant (Jaro and Winkler; Winkler 1990).

        Args:
            question: what was asked.
            may_say: whether a word of the texts may be put, as some texts are not for everybody.

        Returns:
            The question, and the words that were put into it, each once.

        """
        meant = {word: self._as_spelt(word, may_say) for word in _WORD.findall(question)}
        put = dict.fromkeys(spelt for word, spelt in meant.items() if spelt != word)
        return _WORD.sub(lambda match: meant[match.group()], question), tuple(put)

    def _as_spelt(self, word: str, may_say: Callable[[str], bool]) -> str:
        case_folded = word.casefold()
        if any(case_folded in vocabulary.spelt for vocabulary in self._vocabularies):
            return word
        folded = fold(word)
        for vocabulary in self._vocabularies:
            if folded in vocabulary.words and may_say(vocabulary.words[folded]):
                return vocabulary.words[folded]
        if folded in _english() or not folded.isascii():
            return word
        return self._nearest(folded, may_say) or word

    def _nearest(self, folded: str, may_say: Callable[[str], bool]) -> str | None:
        slips = 2 if len(folded) >= _LONG else 1
        meant: dict[str, tuple[float, float, str, str]] = {}
        for vocabulary in self._vocabularies:
            for distance, unlike, word in nearest(folded, vocabulary.words.keys(), most=slips):
                if len(folded) > _SHORT or len(word) > _SHORT or sorted(word) == sorted(folded):
                    meant.setdefault(word, (distance, unlike, word, vocabulary.words[word]))
        return next((spelt for *_, spelt in sorted(meant.values()) if may_say(spelt)), None)


@functools.cache
def _asking() -> Vocabulary:
    """Return the words that questions are asked with."""
    return Vocabulary.of(FUNCTION_WORDS)


@functools.cache
def _english() -> frozenset[str]:
    """English words that are frequent: the whole words that the bundled model knows."""
    return frozenset((bundled_folder() / "vocab.txt").read_text(encoding="utf-8").split())
