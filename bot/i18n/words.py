"""Every sentence of prose that the bot says, in each of its languages; plain text, escaped where it is shown.

The only door to Fluent. The sentences stand in `bot/i18n/translations`, one catalogue for each language.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING

from fluent.runtime import FluentBundle, FluentResource  # noqa: TID251 - this is its door

if TYPE_CHECKING:
    import discord

LANGUAGES = {
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
}
"""Each language's code and its own name."""


class Words:
    """The bot's sentences in one language, by key."""

    def __init__(self, locale: str, catalogue: str) -> None:
        self._locale = locale
        # Without isolating marks around values: `bot.ui.markdown` would drop those invisible signs anyway.
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(FluentResource(catalogue))

    @property
    def locale(self) -> str:
        """The language's code, one of `LANGUAGES`."""
        return self._locale

    def say(self, key: str, /, **values: str | int | float) -> str:
        """Return the sentence of a key with its values filled in; numbers are written as the language does.

        Raises:
            KeyError: there is no such sentence, or it needs a value that was not given.

        """
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            raise KeyError(f"{self._locale}.ftl has no message {key!r}: it is said in the code, so add it")
        sentence, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KeyError(f"{self._locale}.ftl cannot say {key!r} with {sorted(values)}: {errors[0]}")
        return str(sentence)


def language_of(locale: discord.Locale | str | None) -> str | None:
    """Return the code of the language that the bot speaks in one of Discord's locales, if it does."""
    code = str(locale).partition("-")[0]
    return code if code in LANGUAGES else None


def words_for(locale: discord.Locale | str | None) -> Words:
    """Return the sentences for one of Discord's locales; English for those that it does not speak."""
    return _load(language_of(locale) or "en")


@functools.cache
def _load(language: str) -> Words:
    catalogue = resources.files("bot.i18n") / "translations" / f"{language}.ftl"
    return Words(language, catalogue.read_text("utf-8"))
