"""What a press on the settings panel changes, and what it leaves alone."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from bot.errors import RefusedError
from bot.library.catalog import name_key
from bot.settings.changes import (
    TEMPLATE,
    Field,
    Order,
    ServerFacts,
    SettingsPress,
    changed,
    rate_of,
    server_limited,
    user_limited,
    without_deleted,
)
from bot.state.records import LibraryChoice, ServerSettings
from bot.ui.picks import Pick
from tests.bot.doubles import article_of

ARTICLES = tuple(replace(article_of("It is so."), name=name) for name in ("a.txt", "b.txt", "c.txt"))
FACTS = ServerFacts(
    channels=frozenset({10, 11, 12}), roles=frozenset({20, 21}), shared=True, articles=ARTICLES
)
CHOSEN = ServerSettings(
    channels=frozenset({10}),
    roles=frozenset({20}),
    private=True,
    mentions=False,
    follow_ups=False,
    articles=frozenset({"a.txt"}),
    only_answered=True,
    language="ja",
    gaps=True,
    user_rate=5,
    server_rate=50,
    libraries=LibraryChoice.OWN,
)
"""Nothing as it is by default."""


def pressed(
    field: Field,
    order: Order,
    before: set[str] | None = None,
    after: set[str] | None = None,
    *,
    settings: ServerSettings = CHOSEN,
    facts: ServerFacts = FACTS,
) -> ServerSettings:
    pick = Pick(frozenset(before or ()), frozenset(after or ()))
    return changed(settings, SettingsPress(field, order, 0), pick, facts)


def keys(*names: str) -> set[str]:
    return {name_key(name) for name in names}


@pytest.mark.parametrize("field", Field)
@pytest.mark.parametrize("order", Order)
def test_a_press_changes_its_own_field_at_most(field: Field, order: Order) -> None:
    after = pressed(field, order, set(), keys("b.txt") if field is Field.ARTICLES else {"11"})
    different = {
        each.name for each in fields(CHOSEN) if getattr(after, each.name) != getattr(CHOSEN, each.name)
    }
    assert different <= {field.value}


@pytest.mark.parametrize(
    ("before", "after", "stored", "then"),
    [
        ((), ("11",), (), {11}),
        (("10",), ("10", "11"), (10,), {10, 11}),
        (("10", "11"), ("11",), (10, 11), {11}),
        (("10",), (), (10,), None),
        (("10",), ("10", "11"), (10, 12), {10, 11, 12}),  # 12 was chosen by another manager since
        (("10",), ("10", "11"), (), {11}),  # 10 was taken out by another manager since
        ((), ("11",), None, {11}),
        ((), ("11",), (99,), {11}),
    ],
)
def test_only_the_difference_is_applied(
    before: tuple[str, ...], after: tuple[str, ...], stored: tuple[int, ...] | None, then: set[int] | None
) -> None:
    settings = replace(CHOSEN, channels=None if stored is None else frozenset(stored))
    chosen = pressed(Field.CHANNELS, Order.CHOOSE, {*before}, {*after}, settings=settings).channels
    assert chosen == (None if then is None else frozenset(then))


def test_roles() -> None:
    assert pressed(Field.ROLES, Order.CHOOSE, {"20"}, {"21"}).roles == frozenset({21})
    assert pressed(Field.ROLES, Order.ALL).roles is None
    assert pressed(Field.CHANNELS, Order.ALL).channels is None


def test_articles_of_other_pages_stay_chosen() -> None:
    settings = replace(CHOSEN, articles=frozenset({"a.txt", "c.txt"}))
    after = pressed(Field.ARTICLES, Order.CHOOSE, keys("a.txt"), keys("b.txt"), settings=settings)
    assert after.articles == {"b.txt", "c.txt"}


def test_an_article_that_has_gone_is_dropped() -> None:
    settings = replace(CHOSEN, articles=frozenset({"a.txt", "gone.txt"}))
    after = pressed(
        Field.ARTICLES, Order.CHOOSE, keys("a.txt"), keys("a.txt", "gone.txt", "b.txt"), settings=settings
    )
    assert after.articles == {"a.txt", "b.txt"}


def test_articles_stay_as_they_are_while_the_library_loads() -> None:
    facts = replace(FACTS, articles=None)
    assert pressed(Field.ARTICLES, Order.CHOOSE, keys("a.txt"), set(), facts=facts) == CHOSEN


@pytest.mark.parametrize(
    ("picked", "libraries"), [("both", LibraryChoice.BOTH), ("all of them", LibraryChoice.OWN)]
)
def test_libraries(picked: str, libraries: LibraryChoice) -> None:
    assert pressed(Field.LIBRARIES, Order.CHOOSE, {"own"}, {picked}).libraries is libraries


@pytest.mark.parametrize(("picked", "language"), [("de", "de"), ("own", None)])
def test_languages(picked: str, language: str | None) -> None:
    assert pressed(Field.LANGUAGE, Order.CHOOSE, {"ja"}, {picked}).language == language


@pytest.mark.parametrize("order", [Order.ON, Order.OFF])
@pytest.mark.parametrize(
    "field", [Field.PRIVATE, Field.MENTIONS, Field.FOLLOW_UPS, Field.ONLY_ANSWERED, Field.GAPS]
)
def test_switches(field: Field, order: Order) -> None:
    assert getattr(pressed(field, order), field.value) is (order is Order.ON)


def test_clearing_switches_off() -> None:
    assert pressed(Field.GAPS, Order.CLEAR).gaps is False


@pytest.mark.parametrize(
    "press", [SettingsPress(Field.FOLLOW_UPS, Order.CHOOSE, 123), SettingsPress(Field.GAPS, Order.ON, 0)]
)
def test_a_press_is_read_back(press: SettingsPress) -> None:
    found = TEMPLATE.fullmatch(press.custom_id)
    assert found is not None
    assert SettingsPress.read(found) == press


@pytest.mark.parametrize(
    ("text", "rate"),
    [("", None), ("  ", None), ("1", 1), (" 20 ", 20), ("1000", 1000), ("007", 7), ("２０", 20)],
)
def test_what_is_a_limit(text: str, rate: int | None) -> None:
    assert rate_of(text) == rate


@pytest.mark.parametrize("text", ["0", "1001", "-5", "2.5", "many", "²", "1e2", "9" * 20, "5 5", "9" * 6000])
def test_what_is_no_limit(text: str) -> None:
    with pytest.raises(RefusedError) as raised:
        rate_of(f" {text} ")
    assert raised.value.words_key == "settings-rate-unknown"
    assert raised.value.values == {"text": text, "most": 1000}


def test_limits() -> None:
    assert user_limited(CHOSEN, "") == replace(CHOSEN, user_rate=None)
    assert user_limited(CHOSEN, "9") == replace(CHOSEN, user_rate=9)
    assert server_limited(CHOSEN, "") == replace(CHOSEN, server_rate=None)
    assert server_limited(CHOSEN, "9") == replace(CHOSEN, server_rate=9)


def test_what_was_deleted_leaves_the_settings_and_opens_nothing() -> None:
    settings = ServerSettings(channels=frozenset({10, 11}), roles=frozenset({20}))
    one = without_deleted(settings, 11)
    assert one == replace(settings, channels=frozenset({10}))
    none = without_deleted(without_deleted(one, 10), 20)
    assert none.channels == none.roles == frozenset()
    assert without_deleted(ServerSettings(), 10) == ServerSettings()
