"""Articles and questions as tokens: what `prepare` writes and `learn` reads, in one file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors.numpy import load_file, save_file

from index.files import atomic_write

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Tokens = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths, one behind the other."""

    values: npt.NDArray[Any]
    borders: Ints
    """Where each row begins, and where the last one's end is. Shape: (rows + 1,)."""

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.borders) - 1

    def __getitem__(self, row: int) -> npt.NDArray[Any]:
        """Return a row."""
        return self.values[self.borders[row] : self.borders[row + 1]]

    def lengths(self) -> Ints:
        """Return the length of each row."""
        return np.diff(self.borders)

    @classmethod
    def of(cls, rows: list[list[int]], dtype: npt.DTypeLike) -> Ragged:
        """Lay rows one behind the other."""
        borders = np.cumsum([0, *map(len, rows)], dtype=np.int32)
        return cls(np.array([value for row in rows for value in row], dtype=dtype), borders)


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
        arrays = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Ragged):
                arrays[f"{field.name}.values"], arrays[f"{field.name}.borders"] = value.values, value.borders
            else:
                arrays[field.name] = value
        with atomic_write(file) as new:
            save_file({name: np.ascontiguousarray(array) for name, array in arrays.items()}, new)

    @classmethod
    def load(cls, file: Path) -> Corpus:
        """Read what `save` wrote."""
        arrays = load_file(file)
        values: dict[str, Any] = {
            field.name: arrays[field.name]
            if field.name in arrays
            else Ragged(arrays[f"{field.name}.values"], arrays[f"{field.name}.borders"])
            for field in fields(cls)
        }
        return cls(**values)
