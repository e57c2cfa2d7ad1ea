"""Drafts are kept for a while, and not more of them than memory has room for."""

from __future__ import annotations

from bot.uploads.drafts import KEPT, Draft, Drafts, UnderstoodFile
from index import Document
from tests.bot.doubles import article_of

DOCUMENT = Document.of(article_of("It is so."))


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def draft(size: int, made_at: float = 0.0) -> Draft:
    return Draft(1, 2, (UnderstoodFile(DOCUMENT, bytes(size), 3),), None, made_at)


def test_a_draft_goes_after_a_quarter_of_an_hour() -> None:
    clock = Clock()
    drafts = Drafts(clock)
    key = drafts.add(draft(1))
    clock.now = KEPT - 1
    assert drafts.get(key) == draft(1)
    clock.now = KEPT
    assert drafts.get(key) is None
    assert len(key) == 16


def test_the_earliest_goes_where_all_are_too_large() -> None:
    drafts = Drafts(Clock())
    keys = [drafts.add(draft(100 * 2**20)) for _ in range(3)]
    assert [drafts.get(key) is not None for key in keys] == [False, True, True]


def test_a_draft_that_was_dropped() -> None:
    drafts = Drafts(Clock())
    key = drafts.add(draft(1))
    drafts.drop(key)
    assert drafts.get(key) is None
    assert drafts.get("0" * 16) is None
