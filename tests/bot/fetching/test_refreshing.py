"""Which links are due, in which order, and what has changed."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import LinkError
from bot.fetching.refreshing import Change, Refreshed, WatchedLink, due, due_at, refreshed
from bot.fetching.types import Conditions, Fetched, NotModified

NOW = datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
URL = "https://news.test/"
FETCHED = Fetched(URL, b"one", "text/html", conditions=Conditions('"1"'))


def link(id_: int, *, owner: int = 1, hours: float | None = None) -> WatchedLink:
    """Return a link that was read so many hours ago; None means never."""
    checked_at = None if hours is None else NOW - hours * HOUR
    return WatchedLink(id_, owner, URL, checked_at)


def ids(links: list[WatchedLink]) -> list[int]:
    return [link.id for link in links]


def test_a_link_is_due_after_about_a_day() -> None:
    links = [link(1, hours=0), link(2, hours=21.5), link(3, hours=26.5), link(4)]
    assert ids(due(links, NOW)) == [4, 3]


@given(
    st.integers(0, 2**63 - 1), st.datetimes(timezones=st.just(datetime.UTC)).filter(lambda t: t.year < 9000)
)
def test_a_link_is_due_within_a_tenth_of_a_day_of_a_day(id_: int, moment: datetime.datetime) -> None:
    wait = due_at(WatchedLink(id_, 1, URL, moment)) - moment
    assert 21.6 * HOUR <= wait <= 26.4 * HOUR


def test_links_that_were_read_together_are_not_due_together() -> None:
    hours = {(due_at(link(id_, hours=0)) - NOW) // HOUR for id_ in range(100)}
    assert hours == {21, 22, 23, 24, 25, 26}


def test_owners_take_turns_and_each_begins_with_what_is_longest_overdue() -> None:
    many = [link(id_, owner=1, hours=100 - id_) for id_ in range(5)]
    few = [link(10, owner=2, hours=40), link(11, owner=2, hours=50), link(20, owner=3, hours=30)]
    assert ids(due([*few, *many], NOW)) == [0, 11, 20, 1, 10, 2, 3, 4]


@given(st.permutations([link(id_, owner=id_ % 3, hours=id_ * 10) for id_ in range(12)]))
def test_the_order_does_not_depend_on_the_order_they_come_in(links: list[WatchedLink]) -> None:
    assert ids(due(links, NOW)) == ids(due(sorted(links, key=lambda link: link.id), NOW))


def test_a_first_reading_is_a_change() -> None:
    kept = replace(link(1), checked_at=NOW, conditions=FETCHED.conditions, digest=FETCHED.digest)
    assert refreshed(link(1), FETCHED, NOW) == Refreshed(kept, Change.CHANGED, fetched=FETCHED)


def test_the_same_bytes_are_no_change_though_the_server_says_so() -> None:
    before = refreshed(link(1), FETCHED, NOW - 30 * HOUR).link
    again = replace(FETCHED, conditions=Conditions('"2"'))
    kept = replace(before, checked_at=NOW, conditions=Conditions('"2"'))
    assert refreshed(before, again, NOW) == Refreshed(kept, Change.SAME)


def test_what_is_not_modified_keeps_its_conditions() -> None:
    before = refreshed(link(1), FETCHED, NOW - 30 * HOUR).link
    assert refreshed(before, NotModified(URL), NOW) == Refreshed(replace(before, checked_at=NOW), Change.SAME)


def test_other_bytes_are_a_change() -> None:
    before = refreshed(link(1), FETCHED, NOW - 30 * HOUR).link
    outcome = refreshed(before, replace(FETCHED, content=b"two"), NOW)
    assert outcome.change is Change.CHANGED
    assert outcome.fetched is not None
    assert outcome.link.digest == outcome.fetched.digest


def test_a_failure_is_told_and_the_old_version_stays() -> None:
    before = refreshed(link(1), FETCHED, NOW - 30 * HOUR).link
    refusal = LinkError("link-status", host="news.test", status="503")
    kept = replace(before, checked_at=NOW)
    assert refreshed(before, refusal, NOW) == Refreshed(kept, Change.FAILED, refusal=refusal)
    assert due([kept], NOW) == []
