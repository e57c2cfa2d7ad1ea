"""A library's articles as the options of a select, page by page. Pure."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.library.catalog import name_key
from bot.ui.picks import OPTION_SHARE, option_text

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from index import Article

_PAGE = 25
"""At most 25 options in a select; Discord's limit."""
_NAME = 40
_NAMED = 3


def pages(articles: Sequence[Article]) -> int:
    """Count the pages that the articles take."""
    return math.ceil(len(articles) / _PAGE)


def article_select(
    articles: Sequence[Article], chosen: Set[str], *, page: int, custom_id: str, placeholder: str
) -> ui.Select[ui.LayoutView]:
    """Offer a page of articles, from 0; those whose names are among the chosen are marked."""
    titles = Counter(article.title for article in articles)
    options = [
        discord.SelectOption(
            label=_title(article, OPTION_SHARE),
            value=name_key(article.name),
            description=option_text(article.name, OPTION_SHARE) if titles[article.title] > 1 else None,
            default=article.name in chosen,
        )
        for article in articles[page * _PAGE : (page + 1) * _PAGE]
    ]
    return ui.Select(
        custom_id=custom_id,
        placeholder=placeholder,
        min_values=0,
        max_values=len(options),
        required=False,
        options=options,
    )


def names_of(articles: Sequence[Article], chosen: Set[str]) -> str:
    """Name the first of the chosen articles that are there, and count the others; "" if there is none."""
    there = [article for article in articles if article.name in chosen]
    others = f" +{len(there) - _NAMED}" if len(there) > _NAMED else ""
    return ", ".join(_title(article, _NAME) for article in there[:_NAMED]) + others


def _title(article: Article, limit: int) -> str:
    """Name an article, also one whose title cannot be seen."""
    return option_text(article.title, limit) or option_text(article.name, limit) or name_key(article.name)
