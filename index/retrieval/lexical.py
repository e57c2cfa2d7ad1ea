"""Texts -> BM25 scores for a question: the only door to bm25s and to the stemmer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.text.english import STEMMER, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import bm25s  # noqa: TID251 - this is its door
    import numpy.typing as npt

_K1, _B = 1.2, 0.75
"""The usual saturation and length normalisation of Lucene's BM25."""
_WORD = r"(?u)\w\w+|\d"


class LexicalIndex:
    """BM25 (Robertson and Zaragoza, 2009, as Lucene computes it) over a fixed list of texts."""

    def __init__(self, index: bm25s.BM25 | None, size: int) -> None:
        self._index = index
        self._size = size

    @classmethod
    def of(cls, texts: Sequence[str]) -> LexicalIndex:
        """Index texts; they are then known by their place in the list."""
        import bm25s  # noqa: TID251

        tokens = [_tokens(text) for text in texts]
        if not any(tokens):
            return cls(None, len(texts))
        index = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        index.index(tokens, show_progress=False)
        return cls(index, len(texts))

    @classmethod
    def read(cls, folder: Path, *, size: int) -> LexicalIndex:
        """Read what `write` wrote of so many texts; the caller has checked that the files are whole."""
        import bm25s  # noqa: TID251

        return cls(bm25s.BM25.load(folder) if folder.exists() else None, size)

    def write(self, folder: Path) -> None:
        """Write the index to a folder, as arrays and JSON; none is made if no text has a word in it.

        Raises:
            OSError: the disk refused; numpy, which writes the arrays, gives no reason.

        """
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    def scores(self, question: str) -> npt.NDArray[np.float32]:
        """Score every text; 0 where it shares no word with the question. Shape: (texts,)."""
        tokens = _tokens(question)
        if self._index is None or not tokens:
            return np.zeros(self._size, dtype=np.float32)
        scores: npt.NDArray[np.float32] = self._index.get_scores(tokens)
        return scores


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
