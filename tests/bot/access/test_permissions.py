"""Where and by whom questions may be asked, and of which articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.access.origin import Origin
from bot.access.permissions import check_may_ask
from bot.access.reach import Reach
from bot.errors import RefusedError
from bot.i18n.words import words_for
from bot.interactions.failures import explain
from bot.library.catalog import ArticleCatalog
from bot.state.records import ServerSettings
from tests.bot.doubles import article_of

HERE = Origin(user=1, channel=20, above=frozenset({21, 22}), server=3, roles=frozenset({31, 32}))
"""In a thread, 20, of a channel, 21, of a category, 22."""


def catalog_of(*names: str) -> ArticleCatalog:
    return ArticleCatalog([replace(article_of("It is so."), name=name, title=name.upper()) for name in names])


def refusal(origin: Origin, settings: ServerSettings) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        check_may_ask(origin, settings)
    return raised.value


@pytest.mark.parametrize(
    "settings",
    [
        ServerSettings(),
        ServerSettings(channels=frozenset({20})),
        ServerSettings(channels=frozenset({21, 99})),
        ServerSettings(channels=frozenset({22})),
        ServerSettings(roles=frozenset({32, 99})),
        ServerSettings(channels=frozenset({22}), roles=frozenset({31})),
    ],
)
def test_admitted(settings: ServerSettings) -> None:
    check_may_ask(HERE, settings)


def test_another_channel_is_told_where_to_ask() -> None:
    error = refusal(HERE, ServerSettings(channels=frozenset({99, 98})))
    assert (error.words_key, error.channels) == ("channel-closed", (98, 99))


def test_at_most_five_channels_are_named() -> None:
    assert refusal(HERE, ServerSettings(channels=frozenset(range(90, 99)))).channels == (90, 91, 92, 93, 94)


def test_nobody_is_sent_to_a_channel_that_was_deleted() -> None:
    error = refusal(HERE, ServerSettings(channels=frozenset()))
    assert (error.words_key, error.channels) == ("channel-closed-everywhere", ())
    assert refusal(HERE, ServerSettings(channels=frozenset({99}))).channels == (99,)


def test_the_channels_reach_the_card() -> None:
    failure = explain(refusal(HERE, ServerSettings(channels=frozenset({99}))), words_for("en"))
    assert failure.sentence == "I do not answer questions in this channel. Try:"
    assert failure.channels == (99,)
    assert failure.reference is None


@pytest.mark.parametrize("roles", [{99}, set()])
def test_without_a_role_that_may_ask(roles: set[int]) -> None:
    assert refusal(HERE, ServerSettings(roles=frozenset(roles))).words_key == "role-missing"


def test_roles_count_only_in_a_channel_that_is_open() -> None:
    settings = ServerSettings(channels=frozenset({99}), roles=frozenset({98}))
    assert refusal(HERE, settings).words_key == "channel-closed"


def test_a_direct_message_is_in_no_thread_and_has_no_roles() -> None:
    check_may_ask(Origin(user=1, channel=2), ServerSettings())


@pytest.mark.parametrize(
    ("allowed", "chosen", "names"),
    [
        ((), None, None),
        (("a.txt",), None, {"a.txt"}),
        (("a.txt", "gone.txt"), None, {"a.txt"}),
        (("gone.txt",), None, None),
        ((), "b.txt", {"b.txt"}),
        ((), "b.TXT", {"b.txt"}),
        (("a.txt", "b.txt"), "b.txt", {"b.txt"}),
    ],
)
def test_readable_articles(allowed: tuple[str, ...], chosen: str | None, names: set[str] | None) -> None:
    reach = Reach(HERE, ServerSettings(articles=frozenset(allowed)))
    assert reach.within(catalog_of("a.txt", "b.txt")).names(chosen) == names


@pytest.mark.parametrize("chosen", ["b.txt", "B.TXT", "gone.txt", ""])
def test_articles_that_are_not_quoted_are_not_there(chosen: str) -> None:
    reach = Reach(HERE, ServerSettings(articles=frozenset({"a.txt"})))
    with pytest.raises(RefusedError) as raised:
        reach.within(catalog_of("a.txt", "b.txt")).names(chosen)
    assert (raised.value.words_key, raised.value.values) == ("article-unknown", {"name": chosen})
