"""Which sentences are offered to a manager."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chosen.candidates import around, candidate_of
from bot.errors import RefusedError
from bot.library.catalog import ArticleCatalog
from bot.state.records import Passage
from index.types import Heading
from tests.bot.doubles import article_of

PLAIN = article_of("One.\nTwo\nThree.\nFour.\nFive.\n")
ARTICLE = replace(PLAIN, headings=(Heading(1, 1, PLAIN.sentences[1]),))


def passage(sentence: int) -> Passage:
    span = ARTICLE.sentences[sentence - 1]
    return Passage(ARTICLE.name, ARTICLE.digest, sentence, span.start, span.end, 0.0, None)


@pytest.mark.parametrize(
    ("quoted", "offered"), [([4], [4, 3, 5]), ([1, 5], [1, 5, 3, 4]), ([2], [2, 1, 3, 4])]
)
def test_what_is_quoted_comes_first_and_headings_beside_it_are_left_out(
    quoted: list[int], offered: list[int]
) -> None:
    found = around(map(passage, quoted), ArticleCatalog([ARTICLE]))
    assert [candidate.sentence for candidate in found] == offered


def test_what_is_chosen_is_found_again_until_its_article_changes() -> None:
    (first, *_) = around([passage(4)], ArticleCatalog([ARTICLE]))
    assert candidate_of(first.value, ArticleCatalog([ARTICLE])) == first
    with pytest.raises(RefusedError):
        candidate_of(first.value, ArticleCatalog([article_of("One.\nTwo.\n")]))
    assert around([passage(4)], ArticleCatalog([article_of("One.\nTwo.\n")])) == ()
