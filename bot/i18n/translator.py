"""The commands' names and descriptions in the languages of Discord's clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import Choice, Command, ContextMenu, Parameter, TranslationContextLocation

from bot.i18n import command_names
from bot.i18n.words import language_of, words_for

if TYPE_CHECKING:
    from discord import Locale
    from discord.app_commands import TranslationContextTypes, locale_str

_MENUS = {
    command_names.MENU_FIND: "menu-find",
    command_names.MENU_ADD: "menu-add",
    command_names.MENU_CHOOSE: "menu-choose",
}
_DESCRIPTIONS = {
    TranslationContextLocation.command_description,
    TranslationContextLocation.parameter_description,
}


class CommandTranslator(app_commands.Translator):
    """Finds translations in the catalogues, by the English names of commands and parameters."""

    async def translate(self, _: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:
        """Translate a name or description; None for languages that the bot does not speak.

        Raises:
            KeyError: the catalogues have no such command, parameter, menu or choice.

        """
        if language_of(locale) is None:
            return None
        about = "-about" if context.location in _DESCRIPTIONS else ""
        return words_for(locale).say(f"{_key(context.data)}{about}")


def _key(data: object) -> str:
    match data:
        case Command():
            return f"command-{data.name}"
        case Parameter():
            return f"command-{data.command.name}-{data.name}"
        case ContextMenu():
            return _MENUS[data.name]
        case Choice():
            return f"choice-{data.value}"
        case _:
            raise KeyError(f"no words for {data!r}: expected a command, a parameter, a menu or a choice")
