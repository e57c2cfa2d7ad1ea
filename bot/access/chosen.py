"""What a server's managers chose, as far as somebody may read it and its articles are still as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import ChosenSentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.library.catalog import ArticleCatalog
    from bot.state.chosen.answers import ChosenAnswer
    from index import Article


def article_of(chosen: ChosenAnswer, catalog: ArticleCatalog) -> Article | None:
    """Return the article of a chosen sentence; None if it may not be read, has changed or is gone."""
    article = catalog.article_named(chosen.article)
    if article is None or article.digest != chosen.digest:
        return None
    place = chosen.sentence - 1
    return article if article.sentences[place : place + 1] == (Span(chosen.start, chosen.end),) else None


def chosen_within(answers: Iterable[ChosenAnswer], catalog: ArticleCatalog) -> tuple[ChosenSentence, ...]:
    """Return what may be quoted first of the articles that may be read."""
    return tuple(
        ChosenSentence(each.id, each.question, each.article, each.digest, each.sentence)
        for each in answers
        if article_of(each, catalog) is not None
    )
