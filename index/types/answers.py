"""A question and what is said to it: scores are higher where a passage is nearer to the question.

They are comparable within one question only.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.types.articles import Article, Span

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    also: tuple[Quote, ...] = ()
    """Sentences of other articles that say the same, one of each article, the newest first."""

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

    @property
    def lead_in(self) -> Span | None:
        """The words before it that it needs to be understood: a list's lead-in, a table's header."""
        return self.article.lead_in(self.sentence - 1)


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
    def lead_in(self) -> Span | None:
        """The words before it that its first sentence needs to be understood, where it has such."""
        return self.quotes[0].lead_in

    @property
    def answers(self) -> tuple[Span, ...]:
        """The words that answer, counted from where the excerpt begins."""
        start = self.span.start
        answers = (quote.answer for quote in self.quotes if quote.answer is not None)
        return tuple(Span(answer.start - start, answer.end - start) for answer in answers)

    @property
    def also(self) -> tuple[Article, ...]:
        """Other articles that say all of it, the newest first."""
        others = [[other.article for other in quote.also] for quote in self.quotes]
        return tuple(article for article in others[0] if all(article in each for each in others[1:]))


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
class ChosenSentence:
    """A sentence that somebody has chosen as the answer to a question."""

    id: int
    """Tells it from the others."""
    question: str
    article: str
    """The article's name."""
    digest: str
    """Of the article's text: the place means nothing in another text."""
    sentence: int
    """Counted from 1."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question with what else decides its answer."""

    text: str
    articles: frozenset[str] | None = None
    """Names of the articles that may be quoted, as if the library held no others; None means all."""
    before: str | None = None
    """The question before it, which a follow-up may lean on."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Words of the question, and what they mean; they come before those that the library has."""
    chosen: tuple[ChosenSentence, ...] = ()
    """What is quoted first where a question asks the same as this one; never for a follow-up."""


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
    """Words that the question, or the one before, spells otherwise than the articles, or has aliases for."""
    small_talk: bool = False
    """Whether it was no question at all, but a greeting or chatter: a hint how to ask helps, no quote."""
    chosen: int | None = None
    """The id of the `ChosenSentence` that comes first; None where the library itself found the first one."""

    @property
    def leading(self) -> tuple[Excerpt, ...]:
        """What is worth showing at once, best first.

        Of an answer, the first quote, and a second that is nearly as good; where it is unsure, all that may
        answer; where the article does not say, the closest, or nothing if the question is plainly about
        something else; what was chosen stands alone. Neighbouring sentences are one excerpt.
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
        if self.chosen is not None:
            return 1
        if self.verdict is Verdict.NOT_FOUND:
            return min(len(self.quotes), int(self.confidence >= _RELATED))
        most, behind = (2, _NEARLY_AS_GOOD) if self.verdict is Verdict.ANSWERED else (3, _MAY_ANSWER)
        near = [quote for quote in self.quotes if self.quotes[0].score - quote.score <= behind]
        return min(len(near), most)


def _follows(before: Quote, quote: Quote) -> bool:
    """Whether a quote is the sentence after another, in the same paragraph."""
    beside = quote.article.name == before.article.name and quote.sentence == before.sentence + 1
    return beside and not quote.article.opens_paragraph(quote.sentence - 1)
