"""The sentences that may be quoted: all of a library's, or those of some of its articles."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from index.types import Article

_NAMED = 10
"""Names of articles that an error lists."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Sentences in reading order, and where each one comes from. All but `borders`: one for each sentence."""

    articles: tuple[Article, ...]
    borders: tuple[int, ...]
    """Where each article's sentences begin, and where the last one's end."""
    places: npt.NDArray[np.intp]
    """Among all sentences of the library."""
    sentences: tuple[tuple[Article, int], ...]
    """The article, and the number there, from 1."""
    texts: tuple[str, ...]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Scope:
        """Take in all sentences of all articles."""
        sentences = [
            (article, number) for article in articles for number in range(1, len(article.sentences) + 1)
        ]
        texts = [article.read(span) for article in articles for span in article.sentences]
        return cls(
            articles=tuple(articles),
            borders=(0, *itertools.accumulate(len(article.sentences) for article in articles)),
            places=np.arange(len(sentences)),
            sentences=tuple(sentences),
            texts=tuple(texts),
        )

    @classmethod
    def joined(cls, scopes: Sequence[Scope]) -> Scope:
        """Take in all sentences of several scopes, each of which takes in all of its own."""
        if len(scopes) == 1:
            return scopes[0]
        articles = tuple(article for scope in scopes for article in scope.articles)
        sentences = tuple(itertools.chain.from_iterable(scope.sentences for scope in scopes))
        return cls(
            articles=articles,
            borders=(0, *itertools.accumulate(len(article.sentences) for article in articles)),
            places=np.arange(len(sentences)),
            sentences=sentences,
            texts=tuple(itertools.chain.from_iterable(scope.texts for scope in scopes)),
        )

    def place_of(self, name: str, sentence: int) -> int:
        """Return the place of an article's sentence, numbered from 1; the article is one of these."""
        number = next(number for number, article in enumerate(self.articles) if article.name == name)
        return self.borders[number] + sentence - 1

    def within(self, names: frozenset[str] | None) -> Scope:
        """Take in only the articles of these names; None means all.

        Raises:
            QuestionError: there is no article of such a name, or no name.

        """
        if names is None:
            return self
        unknown = sorted(names - {article.name for article in self.articles})
        if unknown or not names:
            there = [article.name for article in self.articles]
            more = f" and {len(there) - _NAMED} more" if len(there) > _NAMED else ""
            asked = f"there is no article {', '.join(unknown)}" if unknown else "no article was named to ask"
            raise QuestionError(f"{asked}: choose among {', '.join(there[:_NAMED])}{more}")
        chosen = [article.name in names for article in self.articles]
        articles = [article for article, inside in zip(self.articles, chosen, strict=True) if inside]
        places = np.flatnonzero(np.repeat(chosen, np.diff(self.borders)))
        return Scope(
            articles=tuple(articles),
            borders=(0, *itertools.accumulate(len(article.sentences) for article in articles)),
            places=places,
            sentences=tuple(self.sentences[place] for place in places),
            texts=tuple(self.texts[place] for place in places),
        )
