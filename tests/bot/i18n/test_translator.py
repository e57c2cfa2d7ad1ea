"""Commands in the languages of Discord's clients: all there, and as Discord takes them."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

import discord
import pytest
from discord import app_commands
from discord.app_commands import TranslationContext, TranslationContextLocation, locale_str

from bot.i18n import command_names
from bot.i18n.translator import CommandTranslator
from bot.i18n.words import LANGUAGES, words_for
from tests.bot.i18n.test_words import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord.app_commands import TranslationContextTypes

    from tests.bot.discord_api import Json
    from tests.bot.world import World

SPOKEN = {"en-US", "en-GB", "ja", "ko", "de", "es-ES", "es-419", "fr"}
CONSTANTS = {name: value for name, value in vars(command_names).items() if name.isupper()}


def key_of(constant: str) -> str:
    key = constant.lower().replace("_", "-")
    return key if key.startswith("menu-") else f"command-{key}"


def registered(world: World) -> list[Json]:
    (sent,) = (request for request in world.env.http_requests if request.path.endswith("/commands"))
    assert isinstance(sent.json, list)
    return sent.json


def with_options(commands: list[Json]) -> Iterator[Json]:
    for command in commands:
        yield command
        yield from command.get("options", [])


async def ask(interaction: discord.Interaction, question: str) -> None: ...


async def find(interaction: discord.Interaction, message: discord.Message) -> None: ...


def test_the_english_words_at_import_are_those_of_the_catalogue() -> None:
    assert {key_of(name): value for name, value in CONSTANTS.items()}.items() <= {
        key: words_for("en").say(key) for key in catalogue("en") if key.startswith(("command-", "menu-"))
    }.items()


def test_every_option_has_a_name_and_says_what_it_is_for() -> None:
    keys = {key for key in catalogue("en") if key.startswith(("command-", "menu-"))}
    options = keys - {key_of(name) for name in CONSTANTS}
    assert {f"{option}-about" for option in options} <= keys
    commands = {key_of(name) for name in CONSTANTS if f"{name}_ABOUT" in CONSTANTS}
    for option in options:
        (name,) = (option.removeprefix(f"{key}-") for key in commands if option.startswith(f"{key}-"))
        assert words_for("en").say(option) == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_descriptions_are_as_discord_takes_them(language: str) -> None:
    for key in catalogue(language):
        said = words_for(language).say(key) if key.startswith(("command-", "menu-")) else ""
        if key.startswith("menu-"):
            assert 1 <= len(said) <= 32, key
        elif key.startswith("command-") and key.endswith("-about"):
            assert 1 <= len(said) <= 100, key
        elif key.startswith("command-"):
            assert 1 <= len(said) <= 32, key
            assert said == said.lower(), key
            # Discord's pattern; it has the marks of two more scripts, which no language here is written in.
            assert all(sign in "-_'" or unicodedata.category(sign)[0] in "LN" for sign in said), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_commands_have_one_name(language: str) -> None:
    names = [key_of(name) for name in CONSTANTS if f"{name}_ABOUT" in CONSTANTS]
    own = [words_for(language).say(name) for name in names]
    assert len(set(own)) == len(own)
    for key, said in zip(names, own, strict=True):
        assert said not in {words_for("en").say(other) for other in names if other != key}


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (discord.Locale.american_english, ["ask", "question", "Your question, in your own words."]),
        (discord.Locale.british_english, ["ask", "question", "Your question, in your own words."]),
        (discord.Locale.japanese, ["質問", "質問", "自分の言葉で書いた質問。"]),
        (discord.Locale.korean, ["질문", "질문", "자신의 말로 적은 질문."]),
        (discord.Locale.german, ["fragen", "frage", "Die Frage, in eigenen Worten."]),
        (discord.Locale.spain_spanish, ["preguntar", "pregunta", "Tu pregunta, con tus propias palabras."]),
        (
            discord.Locale.latin_american_spanish,
            ["preguntar", "pregunta", "Tu pregunta, con tus propias palabras."],
        ),
        (discord.Locale.french, ["demander", "question", "Votre question, avec vos propres mots."]),
        (discord.Locale.brazil_portuguese, [None, None, None]),
    ],
)
async def test_a_command_in_a_language(locale: discord.Locale, expected: list[str | None]) -> None:
    command: app_commands.Command[app_commands.Group, ..., None] = app_commands.Command(
        name=command_names.ASK, description=command_names.ASK_ABOUT, callback=ask
    )
    (parameter,) = command.parameters
    origin = TranslationContextLocation
    contexts: list[TranslationContextTypes] = [
        TranslationContext(origin.command_name, command),
        TranslationContext(origin.parameter_name, parameter),
        TranslationContext(origin.parameter_description, parameter),
    ]
    translator = CommandTranslator()
    assert expected == [
        await translator.translate(locale_str("in English"), locale, context) for context in contexts
    ]


async def test_a_menu_in_a_language() -> None:
    menu = app_commands.ContextMenu(name=command_names.MENU_FIND, callback=find)
    context: TranslationContextTypes = TranslationContext(TranslationContextLocation.command_name, menu)
    said = await CommandTranslator().translate(locale_str(menu.name), discord.Locale.german, context)
    assert said == "Im Artikel suchen"


async def test_a_command_without_words_is_an_error() -> None:
    command: app_commands.Command[app_commands.Group, ..., None] = app_commands.Command(
        name="unheard-of", description="None", callback=ask
    )
    context: TranslationContextTypes = TranslationContext(TranslationContextLocation.command_name, command)
    with pytest.raises(KeyError, match="command-unheard-of"):
        await CommandTranslator().translate(locale_str("unheard-of"), discord.Locale.french, context)


async def test_all_that_is_registered_is_in_every_language(world: World) -> None:
    for each in with_options(registered(world)):
        assert set(each["name_localizations"]) == SPOKEN, each["name"]
        assert each["name_localizations"]["en-US"] == each["name"]
        if each.get("description"):  # a menu has none
            assert set(each["description_localizations"]) == SPOKEN, each["name"]
            assert each["description_localizations"]["en-GB"] == each["description"]


async def test_no_command_is_larger_than_discord_takes(world: World) -> None:
    for command in registered(world):
        texts = itertools.chain.from_iterable(
            [
                *(each["name_localizations"].values()),
                *(each.get("description_localizations", {}).values()),
                *(each["name"], each.get("description", "")),
            ]
            for each in with_options([command])
        )
        assert sum(map(len, texts)) <= 8000, command["name"]
