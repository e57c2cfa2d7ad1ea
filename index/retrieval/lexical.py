"""Texts -> BM25 scores for a question: the only door to bm25s and to the stemmer."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from index.text.english import STEMMER, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import bm25s  # noqa: TID251 - this is its door
    import numpy.typing as npt

_K1, _B = 1.2, 0.75
"""The usual saturation and length normalisation of Lucene's BM25."""
_LENGTHS = "lengths.npy"
_WORD = r"(?u)\w\w+|\d"


class LexicalIndex:
    """BM25 (Robertson and Zaragoza, 2009, as Lucene computes it) over a fixed list of texts."""

    def __init__(self, index: bm25s.BM25 | None, lengths: npt.NDArray[np.int32]) -> None:
        self._index = index
        self._lengths = lengths
        """Words of each text. Shape: (texts,)."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> LexicalIndex:
        """Index texts; they are then known by their place in the list."""
        import bm25s  # noqa: TID251

        tokens = [_tokens(text) for text in texts]
        lengths = np.array([len(words) for words in tokens], dtype=np.int32)
        if not any(tokens):
            return cls(None, lengths)
        index = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        index.index(tokens, show_progress=False)
        return cls(index, lengths)

    @classmethod
    def read(cls, folder: Path) -> LexicalIndex:
        """Read what `write` wrote; the caller has checked that the files are whole."""
        import bm25s  # noqa: TID251

        lengths = np.load(folder / _LENGTHS, allow_pickle=False)
        return cls(bm25s.BM25.load(folder) if lengths.any() else None, lengths)

    def write(self, folder: Path) -> None:
        """Write the index to a folder, as arrays and JSON.

        Raises:
            OSError: the disk refused; numpy, which writes the arrays, gives no reason.

        """
        folder.mkdir()
        np.save(folder / _LENGTHS, self._lengths, allow_pickle=False)
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    def __len__(self) -> int:
        return len(self._lengths)

    @property
    def words(self) -> int:
        """How many words all texts have together."""
        return int(self._lengths.sum())

    @property
    def vocabulary_size(self) -> int:
        """How many different words there are."""
        return len(self._index.vocab_dict) if self._index is not None else 0

    def scores(self, question: str) -> npt.NDArray[np.float32]:
        """Score every text; 0 where it shares no word with the question. Shape: (texts,)."""
        tokens = _tokens(question)
        if self._index is None or not tokens:
            return np.zeros(len(self), dtype=np.float32)
        scores: npt.NDArray[np.float32] = self._index.get_scores(tokens)
        return scores

    def texts_with(self, word: str) -> int:
        """Count the texts that hold a stem."""
        return len(self._entries(word)[0])

    def scores_among(
        self, idf: Mapping[str, float], average: float, counts: Mapping[str, int]
    ) -> npt.NDArray[np.float32]:
        """Score every text as one of a greater list. Shape: (texts,).

        Args:
            idf: of the question's stems, in that list.
            average: how many words a text of that list has.
            counts: how often each stem stands in the question.

        """
        scores = np.zeros(len(self), dtype=np.float32)
        if not self.words:
            return scores
        here, there = (
            _K1 * (1 - _B + _B * self._lengths / mean) for mean in (self.words / len(self), average)
        )
        for word, count in counts.items():
            texts, known = self._entries(word)
            # What bm25s keeps is idf * tf / (tf + norm), from which tf is got back: a whole number.
            share = known / _idf(len(texts), len(self))
            tf = np.rint(share * here[texts] / (1 - share))
            scores[texts] += (count * idf[word] * tf / (tf + there[texts])).astype(np.float32)
        return scores

    def _entries(self, word: str) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
        """Return the texts that hold a stem, and their scores for it alone."""
        row = self._index.vocab_dict.get(word) if self._index is not None else None
        if self._index is None or row is None:
            return np.empty(0, dtype=np.int32), np.empty(0)
        kept = self._index.scores
        start, stop = kept["indptr"][row : row + 2]
        return kept["indices"][start:stop], kept["data"][start:stop].astype(np.float64)


def joint_scores(question: str, indexes: Sequence[LexicalIndex]) -> list[npt.NDArray[np.float32]]:
    """Score the texts of all indexes as if they were those of one."""
    if len(indexes) == 1:
        return [indexes[0].scores(question)]
    counts = Counter(_tokens(question))
    texts = sum(map(len, indexes))
    average = sum(index.words for index in indexes) / max(texts, 1)
    idf = {word: _idf(sum(index.texts_with(word) for index in indexes), texts) for word in counts}
    return [index.scores_among(idf, average, counts) for index in indexes]


def _idf(having: int, texts: int) -> float:
    """Say how rare a word is that so many of the texts have, as Lucene does."""
    return math.log(1 + (texts - having + 0.5) / (having + 0.5))


def _tokens(text: str) -> list[str]:
    """Cut a text into stems, lower case, without stop words."""
    import bm25s  # noqa: TID251
    import Stemmer  # noqa: TID251

    (tokens,) = bm25s.tokenize(
        [text],
        token_pattern=_WORD,
        stopwords=sorted(STOP_WORDS),
        stemmer=Stemmer.Stemmer(STEMMER),
        return_ids=False,
        show_progress=False,
    )
    return list(tokens)
