"""A press on the settings panel -> a server's new settings. Pure.

A press says what it changes and how the panel is folded, in ids and numbers. Of a select only the difference
is applied to the settings as they are by then: what another manager has chosen in the meantime stays.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from bot.errors import RefusedError
from bot.library.catalog import name_key
from bot.state.records import LibraryChoice
from bot.ui.custom_ids import CustomId, choice, number

if TYPE_CHECKING:
    import re

    from bot.state.records import ServerSettings
    from bot.ui.picks import Pick
    from index import Article

MOST_RATE = 1000
"""Questions a minute that a limit may allow, at most."""
_DIGITS = 9
OWN_LANGUAGE = "own"
"""The choice of each person's own language."""


class Field(enum.StrEnum):
    """What is changed."""

    CHANNELS = "channels"
    ROLES = "roles"
    LIBRARIES = "libraries"
    ARTICLES = "articles"
    LANGUAGE = "language"
    PRIVATE = "private"
    MENTIONS = "mentions"
    FOLLOW_UPS = "follow_ups"
    ONLY_ANSWERED = "only_answered"
    GAPS = "gaps"
    RATES = "rates"


class Order(enum.StrEnum):
    """What is done with it."""

    ON = "on"
    OFF = "off"
    CHOOSE = "choose"
    ALL = "all"
    """Choose nothing, which allows everything."""
    CLEAR = "clear"
    """Switch off, and delete what was kept."""
    EDIT = "edit"
    """Open the form."""
    SHOW = "show"
    """Show the panel, and change nothing."""


_ID = CustomId("settings", choice(Field), choice(Order), number(6))
TEMPLATE = _ID.template


@dataclass(frozen=True, slots=True)
class SettingsPress:
    """What a press on the panel says."""

    field: Field
    order: Order
    page: int
    """Of the articles, from 0."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.field, self.order, self.page)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it from a match of `TEMPLATE`."""
        return cls(*_ID.read(found))


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a server has to choose from."""

    channels: frozenset[int]
    """With categories."""
    roles: frozenset[int]
    shared: bool
    """Whether the host shares a library with it; where not, there are no libraries to choose from."""
    articles: tuple[Article, ...] | None
    """Of the shared library; None while that loads."""


def changed(settings: ServerSettings, press: SettingsPress, pick: Pick, facts: ServerFacts) -> ServerSettings:
    """Apply a press to the settings as they are now, and to nothing but its own field."""
    match press.field, press.order:
        case Field.CHANNELS, Order.ALL:
            return replace(settings, channels=None)
        case Field.CHANNELS, Order.CHOOSE:
            return replace(settings, channels=pick.applied(settings.channels, facts.channels))
        case Field.ROLES, Order.ALL:
            return replace(settings, roles=None)
        case Field.ROLES, Order.CHOOSE:
            return replace(settings, roles=pick.applied(settings.roles, facts.roles))
        case Field.LIBRARIES, Order.CHOOSE:
            chosen = next((each for each in LibraryChoice if each in pick.after), settings.libraries)
            return replace(settings, libraries=chosen)
        case Field.ARTICLES, Order.CHOOSE if facts.articles is not None:
            names = {name_key(article.name): article.name for article in facts.articles}
            removed, added = (
                {names[key] for key in keys if key in names} for keys in (pick.removed, pick.added)
            )
            return replace(settings, articles=settings.articles & {*names.values()} - removed | added)
        case Field.LANGUAGE, Order.CHOOSE:
            language = next(iter(pick.after), OWN_LANGUAGE)
            return replace(settings, language=None if language == OWN_LANGUAGE else language)
        case field, Order.ON | Order.OFF | Order.CLEAR:
            return turned(settings, field, on=press.order is Order.ON)
        case _:
            return settings


def turned(settings: ServerSettings, field: Field, *, on: bool) -> ServerSettings:
    """Switch something on or off."""
    match field:
        case Field.PRIVATE:
            return replace(settings, private=on)
        case Field.MENTIONS:
            return replace(settings, mentions=on)
        case Field.FOLLOW_UPS:
            return replace(settings, follow_ups=on)
        case Field.ONLY_ANSWERED:
            return replace(settings, only_answered=on)
        case Field.GAPS:
            return replace(settings, gaps=on)
        case _:
            return settings


def user_limited(settings: ServerSettings, text: str) -> ServerSettings:
    """Set what one person may ask, as it was typed; RefusedError as from `rate_of`."""
    return replace(settings, user_rate=rate_of(text))


def server_limited(settings: ServerSettings, text: str) -> ServerSettings:
    """Set what the whole server may ask, likewise."""
    return replace(settings, server_rate=rate_of(text))


def rate_of(text: str) -> int | None:
    """Read a limit that somebody typed, None for the usual one.

    Raises:
        RefusedError: it is no number from 1 to `MOST_RATE`.

    """
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > _DIGITS or not 1 <= int(text) <= MOST_RATE:
        raise RefusedError("settings-rate-unknown", text=text, most=MOST_RATE)
    return int(text)


def without_deleted(settings: ServerSettings, deleted: int) -> ServerSettings:
    """Take a deleted channel or role out of the settings; what was open to it alone stays closed."""
    return replace(
        settings, channels=_without(settings.channels, deleted), roles=_without(settings.roles, deleted)
    )


def _without(chosen: frozenset[int] | None, deleted: int) -> frozenset[int] | None:
    return None if chosen is None else chosen - {deleted}
