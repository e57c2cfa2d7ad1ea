"""Words or a phrase -> the sentences in which they stand exactly as written, case and accents aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.errors import QuestionError
from index.text.folding import Folded, fold, is_letter, is_mark
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.types import Article

MAX_LENGTH = 100
_TERM = re.compile(r'"(?P<phrase>[^"]*)"|「(?P<title>[^」]*)」|『(?P<book>[^』]*)』|(?P<word>[^\s"「『]+)')
"""In a folded text, where all double quotation marks are straight."""
_PUNCTUATION = ".,;:!?()[]。、」』"
"""What clings to a word that is not in quotation marks; folded."""


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence in which every term stands."""

    article: Article
    sentence: int
    """Counted from 1."""
    spans: tuple[Span, ...]
    """Where the terms stand in the article: inside the sentence, disjoint, in order, never none."""


@dataclass(frozen=True, slots=True)
class FoldedArticle:
    """An article folded once, for many look-ups."""

    article: Article
    folded: Folded = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)
    """Where its sentences begin."""
    _ends: tuple[int, ...] = field(repr=False)
    """Where they end in the folded text."""

    @classmethod
    def of(cls, article: Article) -> FoldedArticle:
        """Fold an article."""
        folded = Folded.of(article.text)
        return cls(
            article,
            folded,
            tuple(span.start for span in article.sentences),
            tuple(folded.place(span.end) for span in article.sentences),
        )

    def matches(self, terms: Sequence[str]) -> Iterator[Match]:
        """Find the sentences that hold every term, in reading order."""
        found: list[dict[int, list[Span]]] = []
        for term in terms:
            places: dict[int, list[Span]] = {}
            for number, span in self._places(term):
                places.setdefault(number, []).append(span)
            if not places:
                return
            found.append(places)
        for number in sorted(set.intersection(*map(set, found))):
            spans = _disjoint(span for places in found for span in places[number])
            yield Match(self.article, number + 1, spans)

    def _places(self, term: str) -> Iterator[tuple[int, Span]]:
        """Find a term; each place with the number of its sentence, from 0."""
        text, place, rough = self.folded.text, 0, _rough(term)
        while hit := rough.search(text, place):
            start, end = hit.span()
            found = self._at(start, end) if is_whole(text, start, end) else None
            if found is not None:
                yield found
            # Where it was half a word, or ran on into the next sentence, one may begin inside it.
            place = start + 1 if found is None else end

    def _at(self, start: int, end: int) -> tuple[int, Span] | None:
        first, last = self.folded.original(start), self.folded.original(end)
        if first is None or last is None:
            return None
        number = bisect_right(self._starts, first) - 1
        if number < 0 or end > self._ends[number]:
            return None
        return number, Span(first, min(last, self.article.sentences[number].end))


def find_terms(text: str) -> tuple[str, ...]:
    """Read what is to be looked up: words, and phrases in quotation marks; folded, each once.

    Raises:
        QuestionError: there is no word in it, or it is longer than 100 characters.

    """
    typed = text.strip()
    if len(typed) > MAX_LENGTH:
        raise QuestionError(
            f"the text to look up has {len(typed):,} characters and may have {MAX_LENGTH}: "
            "look up fewer words",
            length=len(typed),
            limit=MAX_LENGTH,
        )
    terms = [
        term["word"].strip(_PUNCTUATION)
        if term["word"]
        else " ".join((term["phrase"] or term["title"] or term["book"] or "").split())
        for term in _TERM.finditer(fold(typed))
    ]
    if not any(terms):
        raise QuestionError("there is no word to look up: give at least one", length=0)
    return tuple(dict.fromkeys(filter(None, terms)))


def _rough(term: str) -> re.Pattern[str]:
    """Write a term as a regular expression, in which nothing repeats; it passes over most halves of words."""
    # The term stands in front of the look behind it, because a search for plain text is quick.
    literal = re.escape(term)
    before = f"(?<![a-z0-9]{literal})" if is_letter(term[0]) else ""
    after = "(?![a-z0-9])" if is_letter(term[-1]) else ""
    return re.compile(literal + before + after)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a folded text neither begins nor ends inside a word."""
    if end < len(text) and (is_mark(text[end]) or (is_letter(text[end - 1]) and is_letter(text[end]))):
        return False
    return start == 0 or not (is_letter(text[start - 1]) and is_letter(text[start]))


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Order spans; of two that overlap, the one that begins first stays, or else the longer."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)
