"""The library's articles as messages refer to them: by name, and by key where an id has no room for it."""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Article

_KEY = 16
"""Hexadecimal digits of a key."""


class ArticleCatalog:
    """The articles that can be quoted at this moment, in the library's order."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self._by_name = {article.name: article for article in articles}

    @property
    def has_several(self) -> bool:
        """Whether there is more than one article, so that a quote has to say which it is of."""
        return len(self.articles) > 1

    @functools.cached_property
    def snapshot(self) -> str:
        """Changes whenever an article does."""
        seal = hashlib.sha256()
        for article in self.articles:
            seal.update(f"{article.name}\0{article.digest}\0".encode())
        return seal.hexdigest()

    def article(self, name: str) -> Article | None:
        """Find an article by its file's name, or else by its title."""
        titled = (article for article in self.articles if article.title.casefold() == name.casefold())
        return self._by_name.get(name) or next(titled, None)

    def article_named(self, name: str) -> Article | None:
        """Find an article by its file's name alone."""
        return self._by_name.get(name)

    def by_key(self, key: str) -> Article | None:
        """Find an article by its `name_key`; None if it has gone."""
        return next((article for article in self.articles if name_key(article.name) == key), None)


def text_key(article: Article) -> str:
    """Name an article with this very text in a few signs, for what may not hold text itself."""
    return article.digest[:_KEY]


def name_key(name: str) -> str:
    """Name an article in a few signs, whatever its text, as the file's name may be longer than an id may."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY]
