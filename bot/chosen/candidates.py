"""The sentences that a manager can choose from, and how one of them is named in a select. Pure."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import RefusedError
from bot.library.catalog import name_key, text_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.library.catalog import ArticleCatalog
    from bot.state.records import Passage
    from index import Article, Span

OFFERED = 25
"""Discord's limit of a select."""
_NEIGHBOURS = 2
"""Sentences before and after a quoted one that are offered, too, without headings."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article that may be read."""

    article: Article
    sentence: int
    """Counted from 1."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.article.sentences[self.sentence - 1]

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.article.read(self.span)

    @property
    def value(self) -> str:
        """Its name in a select."""
        return f"{name_key(self.article.name)}:{text_key(self.article)}:{self.sentence}"


def around(passages: Iterable[Passage], catalog: ArticleCatalog) -> tuple[Candidate, ...]:
    """Offer the passages of an answer, best first, and then the sentences around them."""
    quoted = []
    for passage in passages:
        article = catalog.article_named(passage.article)
        if article is not None and article.digest == passage.digest:
            quoted.append(Candidate(article, passage.sentence))
    return first_of(itertools.chain(quoted, *map(_neighbours, quoted)))


def first_of(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Take so many as a select may have, each once."""
    once = {candidate.value: candidate for candidate in candidates}
    return tuple(itertools.islice(once.values(), OFFERED))


def candidate_of(value: str, catalog: ArticleCatalog) -> Candidate:
    """Find the sentence that was chosen in a select.

    Raises:
        RefusedError: its article has changed since, or may not be read any more.

    """
    name, text, number = value.split(":")
    article = catalog.by_key(name)
    if article is None or text_key(article) != text:
        raise RefusedError("chosen-changed")
    return Candidate(article, int(number))


def _neighbours(candidate: Candidate) -> Iterator[Candidate]:
    article, sentence = candidate.article, candidate.sentence
    headings = {heading.place + 1 for heading in article.headings}
    last = len(article.sentences)
    for number in range(max(1, sentence - _NEIGHBOURS), min(last, sentence + _NEIGHBOURS) + 1):
        if number not in headings:
            yield Candidate(article, number)
