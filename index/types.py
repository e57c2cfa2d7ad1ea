"""The whole vocabulary: what the rest of `index/` takes and gives.

Offsets are Unicode code points of the article's decoded text, the end excluded, so that
`article.text[span.start:span.end]` is what the span means. Scores are higher where a passage is nearer to
the question, and comparable within one question only.
"""

from __future__ import annotations

import bisect
import enum
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime

    import numpy as np
    import numpy.typing as npt

CUT = "…"
"""Ends a title that is the beginning of a longer text."""

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
class Heading:
    """A sentence of an article that is the heading of what follows."""

    place: int
    """Of the sentence, counted from 0."""
    level: int
    """1 for the highest."""
    text: Span
    """Its words, without the signs that make it a heading."""


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
    paragraphs: tuple[int, ...] = field(default=(0,), repr=False)
    """The places, counted from 0, of the sentences with which a paragraph begins; the first is 0."""
    headings: tuple[Heading, ...] = field(default=(), repr=False)
    """In reading order; none where the format has no headings."""
    digest: str = field(init=False, repr=False, compare=False)
    """SHA-256 of the text, which says whether a place in it still means the same."""

    def __post_init__(self) -> None:
        seal = hashlib.sha256(self.text.encode("utf-8", "surrogatepass"))
        object.__setattr__(self, "digest", seal.hexdigest())

    def read(self, span: Span) -> str:
        """Return the article's own words at the span."""
        return self.text[span.start : span.end]

    def opens_paragraph(self, place: int) -> bool:
        """Whether a paragraph begins with the sentence at a place, counted from 0."""
        found = bisect.bisect_left(self.paragraphs, place)
        return self.paragraphs[found : found + 1] == (place,)


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


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote, or quotes of neighbouring sentences that are read as one."""

    quotes: tuple[Quote, ...]
    """In reading order, side by side in one paragraph; at least one."""

    @property
    def article(self) -> Article:
        """What is quoted."""
        return self.quotes[0].article

    @property
    def first(self) -> int:
        """The number of the first sentence."""
        return self.quotes[0].sentence

    @property
    def last(self) -> int:
        """The number of the last sentence."""
        return self.quotes[-1].sentence

    @property
    def span(self) -> Span:
        """Where all of it stands."""
        return Span(self.quotes[0].span.start, self.quotes[-1].span.end)

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.article.read(self.span)

    @property
    def answers(self) -> tuple[Span, ...]:
        """The words that answer, counted from where the excerpt begins."""
        start = self.span.start
        answers = (quote.answer for quote in self.quotes if quote.answer is not None)
        return tuple(Span(answer.start - start, answer.end - start) for answer in answers)


_NEARLY_AS_GOOD, _MAY_ANSWER = 1.0, 3.0
"""How far a quote's score may lie behind the first one's; a reader's scores are logits."""
_RELATED = 0.1
"""With less confidence, a question is about something else."""


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

    @property
    def leading(self) -> tuple[Excerpt, ...]:
        """What is worth showing at once, best first.

        Of an answer, the first quote, and a second that is nearly as good; where it is unsure, all that may
        answer; where the article does not say, the closest, or nothing if the question is plainly about
        something else. Neighbouring sentences are one excerpt.
        """
        led = self.quotes[: self.led]
        runs: list[list[Quote]] = []
        for quote in sorted(led, key=lambda quote: (quote.article.name, quote.sentence)):
            if runs and _follows(runs[-1][-1], quote):
                runs[-1].append(quote)
            else:
                runs.append([quote])
        runs.sort(key=lambda run: min(map(led.index, run)))
        return tuple(Excerpt(tuple(run)) for run in runs)

    @property
    def led(self) -> int:
        """How many of the quotes `leading` shows."""
        if self.verdict is Verdict.NOT_FOUND:
            return min(len(self.quotes), int(self.confidence >= _RELATED))
        most, behind = (2, _NEARLY_AS_GOOD) if self.verdict is Verdict.ANSWERED else (3, _MAY_ANSWER)
        near = [quote for quote in self.quotes if self.quotes[0].score - quote.score <= behind]
        return min(len(near), most)


def _follows(before: Quote, quote: Quote) -> bool:
    """Whether a quote is the sentence after another, in the same paragraph."""
    beside = quote.article.name == before.article.name and quote.sentence == before.sentence + 1
    return beside and not quote.article.opens_paragraph(quote.sentence - 1)
