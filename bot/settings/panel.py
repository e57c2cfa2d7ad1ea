"""What the settings panel shows, and the two tabs that it has room for. Pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.settings.changes import Field, Order, SettingsPress
from bot.ui.markdown import escape

if TYPE_CHECKING:
    from bot.i18n.words import Words
    from bot.settings.changes import ServerFacts
    from bot.state.records import ServerSettings


class Tab(enum.Enum):
    """A half of the settings, with its first field: a press on that shows it."""

    SCOPE = Field.CHANNELS
    """Where, for whom and from what questions are answered."""
    MANNER = Field.LANGUAGE
    """How they are."""

    @classmethod
    def of(cls, field: Field) -> Tab:
        """Return the one that a field is on."""
        return cls.SCOPE if field in _SCOPE else cls.MANNER


_SCOPE = {Field.CHANNELS, Field.ROLES, Field.LIBRARIES, Field.ARTICLES}


@dataclass(frozen=True, slots=True)
class Panel:
    """All that the panel shows."""

    settings: ServerSettings
    facts: ServerFacts
    words: Words
    tab: Tab = Tab.SCOPE
    page: int = 0
    """Of the articles, from 0."""
    saved: Field | None = None
    """What has just been saved."""

    def press(self, field: Field, order: Order) -> SettingsPress:
        """Make a press that keeps the panel on its page."""
        return SettingsPress(field, order, self.page)

    def text(self, field: Field, title: str, *about: str, state: str = "") -> str:
        """Say what is set, and small below what that is about."""
        saved = self.words.say("settings-saved") if field is self.saved else ""
        first = " · ".join(escape(part) for part in (state, saved) if part)
        heading = f"**{escape(title)}** · {first}" if first else f"**{escape(title)}**"
        lines = [heading, *(f"-# {escape(line)}" for line in about)]
        return "\n".join(lines)


def capital(text: str) -> str:
    """Begin a label with a capital letter, where the language has them."""
    return text[:1].upper() + text[1:]
