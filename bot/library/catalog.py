"""The library's articles as messages refer to them: by name, and by key where an id has no room for it."""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING

from bot.errors import RefusedError
from bot.keys import KEY, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index import Article


class ArticleCatalog:
    """The articles that can be quoted at this moment, in the library's order.

    `whole` is whether these are all that the library holds.
    """

    def __init__(self, articles: Sequence[Article], *, whole: bool = True) -> None:
        self.articles = tuple(articles)
        self._whole = whole
        self._by_name = {article.name: article for article in articles}

    def within(self, keep: Callable[[Article], bool]) -> ArticleCatalog:
        """Leave out what is not to be kept."""
        kept = tuple(filter(keep, self.articles))
        return self if len(kept) == len(self.articles) else ArticleCatalog(kept, whole=False)

    def names(self, chosen: str | None = None) -> frozenset[str] | None:
        """Return the names of the articles that may be quoted, None for all that the library holds.

        Args:
            chosen: the name or title of the only one that is asked for.

        Raises:
            RefusedError: there is no such one, or none at all.

        """
        if chosen is not None:
            article = self.article(chosen)
            if article is None:
                raise RefusedError("article-unknown", name=chosen)
            return frozenset({article.name})
        if not self.articles:
            raise RefusedError("articles-none")
        return None if self._whole else frozenset(self._by_name)

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
    return article.digest[:KEY]


def name_key(name: str) -> str:
    """Name an article in a few signs, whatever its text, as the file's name may be longer than an id may."""
    return key_of(name)
