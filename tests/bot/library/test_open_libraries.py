"""Libraries of parts: opened once, shared, renewed, and closed when memory is short."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import RefusedError
from bot.library.interface import SHARED, Selection
from bot.library.open_libraries import OpenLibraries
from index import Article, SnapshotError
from tests.bot.doubles import WordLibrary, article_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MIB = 2**20


@dataclass(frozen=True)
class Opened:
    articles: tuple[Article, ...]
    size: int = MIB


class Disk:
    """Each server has a snapshot of one article, named after it; the host's folder has `host.txt`."""

    def __init__(self) -> None:
        self.there: dict[int | None, tuple[str, ...]] = {None: ("host.txt",)}
        self.opened: Counter[int | None] = Counter()
        self.damaged: set[int | None] = set()

    def load(self) -> None:
        pass

    def open(self, server: int | None) -> Opened | None:
        self.opened[server] += 1
        if server in self.damaged:
            raise SnapshotError("the index is damaged")
        names = self.there.get(server)
        if names is None:
            return None
        return Opened(tuple(replace(article_of("It is so."), name=name) for name in names))

    def join(self, parts: Sequence[Opened]) -> WordLibrary:
        assert parts, "a library needs a part"
        library = WordLibrary()
        library.articles = tuple(article for part in parts for article in part.articles)
        return library


@pytest.fixture
def disk() -> Disk:
    disk = Disk()
    disk.there |= {server: (f"{server:x}/a.txt",) for server in range(1, 10)}
    return disk


def libraries(disk: Disk, *, mib: int = 100) -> OpenLibraries[Opened]:
    made = OpenLibraries(disk, budget=mib * MIB)
    made.load()
    return made


def names(held_by: OpenLibraries[Opened], selection: Selection) -> list[str]:
    return [article.name for article in held_by.open(selection).catalog.articles]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (SHARED, ["host.txt"]),
        (Selection(1, shared=True), ["1/a.txt", "host.txt"]),
        (Selection(1, shared=False), ["1/a.txt"]),
        (Selection(99, shared=True), ["host.txt"]),
        (Selection(99, shared=False), []),
    ],
)
def test_a_library_is_made_of_what_was_selected(
    disk: Disk, selection: Selection, expected: list[str]
) -> None:
    assert names(libraries(disk), selection) == expected


def test_a_library_of_nothing_has_nothing_to_quote(disk: Disk) -> None:
    held = libraries(disk).open(Selection(99, shared=False))
    with pytest.raises(RefusedError) as raised:
        held.catalog.names()
    assert raised.value.words_key == "articles-none"


def test_parts_are_opened_once_for_all_libraries(disk: Disk) -> None:
    opened = libraries(disk)
    for shared in (True, False, True):
        for server in (1, 2):
            opened.open(Selection(server, shared=shared))
    assert disk.opened == {None: 1, 1: 1, 2: 1}


def test_what_is_not_open_is_not_held(disk: Disk) -> None:
    opened = libraries(disk)
    assert opened.held(Selection(1)) is None
    held = opened.open(Selection(1))
    assert opened.held(Selection(1)) is held


def test_the_least_lately_asked_is_closed_when_memory_is_short(disk: Disk) -> None:
    opened = libraries(disk, mib=3)  # the host's folder, and two more
    opened.open(Selection(1))
    opened.open(Selection(2))
    opened.held(Selection(1))
    opened.open(Selection(3))
    assert [server for server in (1, 2, 3) if opened.held(Selection(server))] == [1, 3]
    assert opened.held(SHARED)
    assert opened.size == 3 * MIB
    assert names(opened, Selection(2)) == ["2/a.txt", "host.txt"]


def test_one_that_is_larger_than_the_budget_is_opened_all_the_same(disk: Disk) -> None:
    opened = libraries(disk, mib=1)
    assert names(opened, Selection(1)) == ["1/a.txt", "host.txt"]


def test_a_new_snapshot_takes_the_place_of_the_old_one_in_every_library(disk: Disk) -> None:
    opened = libraries(disk)
    before = opened.open(Selection(1))
    opened.open(Selection(1, shared=False))
    disk.there[1] = ("1/a.txt", "2/b.txt")
    opened.renew(1)
    held = opened.held(Selection(1))
    assert held is not None
    assert [article.name for article in held.catalog.articles] == ["1/a.txt", "2/b.txt", "host.txt"]
    assert names(opened, Selection(1, shared=False)) == ["1/a.txt", "2/b.txt"]
    assert [article.name for article in before.catalog.articles] == ["1/a.txt", "host.txt"]


def test_a_new_snapshot_of_the_hosts_folder_reaches_all(disk: Disk) -> None:
    opened = libraries(disk)
    opened.open(Selection(1))
    disk.there[None] = ("new.txt",)
    opened.renew(None)
    assert names(opened, Selection(1)) == ["1/a.txt", "new.txt"]
    assert names(opened, SHARED) == ["new.txt"]
    assert disk.opened[1] == 1


def test_what_is_not_open_is_not_opened_to_be_renewed(disk: Disk) -> None:
    opened = libraries(disk)
    opened.renew(1)
    assert disk.opened[1] == 0


def test_a_first_snapshot_is_seen(disk: Disk) -> None:
    opened = libraries(disk)
    assert names(opened, Selection(99)) == ["host.txt"]
    disk.there[99] = ("63/a.txt",)
    opened.renew(99)
    assert names(opened, Selection(99)) == ["63/a.txt", "host.txt"]


def test_a_snapshot_that_is_gone_is_closed(disk: Disk) -> None:
    opened = libraries(disk)
    opened.open(Selection(1))
    del disk.there[1]
    opened.renew(1)
    assert names(opened, Selection(1)) == ["host.txt"]
    assert opened.size == MIB


def test_the_old_one_answers_on_where_the_new_one_cannot_be_opened(disk: Disk) -> None:
    opened = libraries(disk)
    opened.open(Selection(1))
    disk.damaged.add(1)
    with pytest.raises(SnapshotError):
        opened.renew(1)
    held = opened.held(Selection(1))
    assert held is not None
    assert [article.name for article in held.catalog.articles] == ["1/a.txt", "host.txt"]
