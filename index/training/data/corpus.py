"""Articles and questions as tokens: what `prepare` writes and `learn` reads, in one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.training.data.arrays import Ragged, load_arrays, save_arrays

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Tokens = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that training sees. Sentences are counted over all articles; -1 means none."""

    sentences: Ragged
    """The tokens of each sentence, uint16."""
    opens: npt.NDArray[np.bool_]
    """Whether a sentence is the first of its paragraph."""
    articles: Ints
    """Where each article's sentences begin, and the last one's end. Shape: (articles + 1,)."""
    titles: Ragged
    """Tokens; for each article its title, then its first words, either of which may be empty."""
    forms: Ragged
    """The tokens of each form of each question."""
    questions: Ints
    """Where each question's forms begin, and the last one's end: as it was asked, then as people type it.
    Shape: (questions + 1,)."""
    article_of: Ints
    """The article that a question is asked of. Shape of this and of what follows: (questions,), if not said
    otherwise."""
    answering: Ragged
    """The sentences that answer each question."""
    span: Ints
    """The sentence, first and last token of the answer. Shape: (questions, 3)."""
    near: Ints
    """The first sentence, and that after the last, of the paragraph that a question was written for.
    Shape: (questions, 2)."""
    hard: Ints
    """Sentences of the article, outside that paragraph, that share its words. Shape: (questions, 4)."""
    foreign: Ints
    """Sentences of other articles that share its words. Shape: (questions, 4)."""
    weight: npt.NDArray[np.float32]
    """How much a question counts."""
    source: Ints
    """The number of its question set."""

    def save(self, file: Path) -> None:
        """Write all arrays."""
        save_arrays(self, file)

    @classmethod
    def load(cls, file: Path) -> Corpus:
        """Read what `save` wrote."""
        return load_arrays(cls, file)
