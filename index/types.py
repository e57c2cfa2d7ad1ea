"""The whole vocabulary: what the rest of `index/` takes and gives.

Offsets are Unicode code points of the article's decoded text, the end excluded, so that
`article.text[span.start:span.end]` is what the span means. Scores are higher where a passage is nearer to
the question, and comparable within one question only.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

Vectors: TypeAlias = "npt.NDArray[np.float32]"
"""Shape: (texts, dimension), float32, every row of unit length."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One file of the articles folder, decoded, and where its sentences stand."""

    name: str
    """The file's name, unique in a library."""
    text: str = field(repr=False)
    """The decoded file, without byte order mark, line ends untouched."""
    title: str
    url: str | None
    """Where the article is published (http or https)."""
    published: datetime.date | None
    language: str
    """ISO 639-1 code, which the sentence splitter goes by."""
    sentences: tuple[Span, ...] = field(repr=False)
    """In reading order, disjoint; everything between them is white space."""

    def read(self, span: Span) -> str:
        """Return the article's own words at the span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader says of a sentence, read in a window with its neighbours; logits, higher is likelier."""

    start: int
    end: int
    """Where in the sentence's own text the likeliest answer stands, the end excluded."""
    span: float
    """That the answer stands there."""
    null: float
    """That no answer stands anywhere in the window."""
    answerable: float
    """That the window holds an answer, judged as a whole."""

    @property
    def over_null(self) -> float:
        """How much likelier the answer stands there than nowhere in the window."""
        return self.span - self.null


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence shown as an answer: a place in an article, never a copy of its text.

    Raises:
        ValueError: the article has no such sentence, or the answer does not lie inside it.

    """

    article: Article
    sentence: int
    score: float
    answer: Span | None = None
    """The words of the sentence that answer the question, where a reader found them."""

    def __post_init__(self) -> None:
        if not 1 <= self.sentence <= len(self.article.sentences):
            raise ValueError(f"{self.article.name} has no sentence {self.sentence}")
        if self.answer is not None and not self.span.holds(self.answer):
            raise ValueError(f"the answer {self.answer} lies outside sentence {self.span}")

    @property
    def span(self) -> Span:
        """Where the quoted sentence stands."""
        return self.article.sentences[self.sentence - 1]

    @property
    def text(self) -> str:
        """The article's own words, read from the article each time."""
        return self.article.read(self.span)

    def unmarked(self) -> Quote:
        """Give the same quote without its answer, for where none is claimed."""
        return replace(self, answer=None)


class Verdict(enum.StrEnum):
    """Whether the best quote answers the question."""

    ANSWERED = "answered"
    UNSURE = "unsure"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Query:
    """A question with what else decides its answer."""

    text: str
    articles: frozenset[str] | None = None
    """Names of the articles that may be quoted, as if the library held no others; None means all."""
    before: str | None = None
    """The question before it, which a follow-up may lean on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to a question; "nothing found" is a verdict, not an error."""

    question: str
    """As it was understood: see `clean_question`."""
    verdict: Verdict
    confidence: float
    """Probability from 0 to 1 that the first quote answers the question; comparable between questions."""
    quotes: tuple[Quote, ...]
    """Best first; under "not_found" they are only the closest passages, and for small talk there are none."""
    read_as: tuple[str, ...] = ()
    """Words that the question, or the one before it, spells otherwise than the articles do."""
    small_talk: bool = False
    """Whether it was no question at all, but a greeting or chatter: a hint how to ask helps, no quote."""


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

    def read_all(self, windows: Sequence[tuple[str, Sequence[str]]]) -> list[list[Reading]]:
        """Read windows, each a question and sentences in order; one reading for each sentence of each."""
