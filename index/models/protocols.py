"""What the rest of `index/` asks of models: vectors of texts, and readings of sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from index.calibration import SEARCH_ONLY
from index.models.question_vectors import QuestionVectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.calibration import Calibration
    from index.text.windows import Window
    from index.types import Vectors


@dataclass(frozen=True, slots=True)
class RerankRequest:
    """A question with what is to be read for it."""

    question: str
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader says of a sentence, read in a window; logits, higher is likelier."""

    start: int
    end: int
    """Where in the sentence's own text the likeliest answering words stand, the end excluded."""
    span: float
    """That these words answer."""
    null: float
    """That no words of the window do."""
    sentence: float
    """That the sentence answers."""
    none: float
    """That no sentence of the window does."""

    @property
    def over_null(self) -> float:
        """How much likelier these words answer than none of the window."""
        return self.span - self.null

    @property
    def over_none(self) -> float:
        """How much likelier the sentence answers than none of the window."""
        return self.sentence - self.none


def keep_better(read: dict[int, Reading], place: int, reading: Reading) -> None:
    """Put a reading of the sentence at a place among the others; of two of the same, the better one stays."""
    known = read.get(place)
    if known is None or reading.over_none > known.over_none:
        read[place] = reading


@dataclass(frozen=True, slots=True)
class Models:
    """What computes an answer, and the numbers that were fitted for it."""

    encoder: Encoder
    reader: Reader | None = None
    """Without one, search alone decides."""
    calibration: Calibration = SEARCH_ONLY
    questions: QuestionVectors = field(init=False, repr=False, compare=False)
    """The encoder's vectors of questions, kept."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "questions", QuestionVectors(self.encoder))


class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how alike the texts are."""

    @property
    def name(self) -> str:
        """What the settings call the model."""

    @property
    def digest(self) -> str:
        """Changes whenever the same text could get another vector."""

    @property
    def dimension(self) -> int:
        """Width of the vectors."""

    def windows(self, text: str) -> tuple[str, ...]:
        """Cut a text into overlapping pieces, none longer than the model reads; one piece if it fits."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed texts, each no longer than the model reads. Shape: (len(texts), dimension)."""


class Reader(Protocol):
    """Reads sentences again, together with a question."""

    @property
    def digest(self) -> str:
        """Changes whenever the same question and window could be read otherwise."""

    def read_all(self, asked: Sequence[RerankRequest]) -> list[dict[int, Reading]]:
        """Read windows for questions.

        Returns:
            For each question, what is said of the sentences that were read, by their places; of a sentence
            that stands in two windows, what says most for it.

        """
