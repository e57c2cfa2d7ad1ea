"""Where a sentence stands, as people say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.i18n.words import words_for
from bot.ui.places import place_of
from index.types import Heading, Span
from tests.bot.doubles import article_of

if TYPE_CHECKING:
    from index import Article

ENGLISH = words_for("en")


def guide(**changes: object) -> Article:
    """Make an article with a heading in a heading; its last sentence stands below both."""
    text = "The guide\nIt begins.\nInstallation\nIt is quick.\nWindows *11*\nPress twice.\nWait."
    article = article_of(text, title="A guide")
    headings = tuple(
        Heading(place, level, article.sentences[place]) for place, level in ((0, 1), (2, 2), (4, 3))
    )
    return replace(article, headings=headings, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (1, 1, "sentence 1 of 7"),
        (2, 2, "The guide · sentence 2 of 7"),
        (4, 4, "The guide › Installation · sentence 4 of 7"),
        (6, 7, r"The guide › Installation › Windows \*11\* · sentences 6 to 7 of 7"),
    ],
)
def test_below_headings(first: int, last: int, said: str) -> None:
    assert place_of(guide(), first, last, ENGLISH) == said


def test_a_heading_that_is_the_title_is_not_said_twice() -> None:
    article = guide(title="The guide")
    assert place_of(article, 4, 4, ENGLISH) == "Installation · sentence 4 of 7"
    assert place_of(article, 2, 2, ENGLISH) == "sentence 2 of 7"


def test_on_a_page() -> None:
    article = article_of("One.\nTwo.\nThree.\nFour.")
    starts = [span.start for span in article.sentences]
    article = replace(article, pages=(0, starts[1], starts[1], starts[3]))  # the second one is empty
    assert place_of(article, 1, 1, ENGLISH) == "page 1 · sentence 1 of 4"
    assert place_of(article, 2, 3, ENGLISH) == "page 3 · sentences 2 to 3 of 4"
    assert place_of(article, 3, 4, ENGLISH) == "pages 3 to 4 · sentences 3 to 4 of 4"


def test_many_long_headings_are_cut() -> None:
    text = "\n".join("Words and words " * 20 for _ in range(3)) + "\nIt is so."
    article = article_of(text)
    headings = tuple(
        Heading(place, place + 1, Span(span.start, span.end))
        for place, span in enumerate(article.sentences[:3])
    )
    said = place_of(replace(article, headings=headings), 4, 4, ENGLISH)
    assert len(said) < 200
    assert said.endswith(" · sentence 4 of 4")
