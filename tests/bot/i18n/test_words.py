"""What the bot says, in each of its languages: nothing missing, nothing broken, nothing too long."""

from __future__ import annotations

import ast
import functools
import itertools
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    BaseComment,
    Message,
    MessageReference,
    Pattern,
    SelectExpression,
    Term,
    VariableReference,
)
from fluent.syntax.visitor import Visitor

from bot.i18n.words import LANGUAGES, language_of, words_for
from bot.ui.layout import SENTENCE_SHARE
from bot.ui.markdown import escape, width
from tests.bot.world import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluent.syntax.ast import SyntaxNode

    from tests.bot.world import World

BOT = Path(__file__).parents[3] / "bot"
COUNTS = (0, 1, 2, 5)
NUMBERS = {
    *(
        "answers",
        "count",
        "documents",
        "first",
        "kibibytes",
        "last",
        "length",
        "limit",
        "mebibytes",
        "milliseconds",
        "most",
        "number",
        "page",
        "place",
    ),
    *("pages", "passage", "passages", "percent", "rate", "seconds", "sentence", "sentences", "votes"),
}
"""The values that are numbers; all others are texts."""

in_every_language = pytest.mark.parametrize("language", LANGUAGES)


class Reading(Visitor):
    """What a message is made of."""

    def __init__(self, node: SyntaxNode) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.selectors: set[str] = set()
        self.visit(node)

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802 - Fluent's name
        self.messages.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802 - Fluent's name
        if isinstance(node.selector, VariableReference):
            self.selectors.add(node.selector.id.name)
        self.generic_visit(node)


@functools.cache
def entries(language: str) -> tuple[SyntaxNode, ...]:
    text = (resources.files("bot.i18n") / "translations" / f"{language}.ftl").read_text("utf-8")
    return tuple(FluentParser().parse(text).body)


@functools.cache
def catalogue(language: str) -> dict[str, Reading]:
    return {entry.id.name: Reading(entry) for entry in entries(language) if isinstance(entry, Message)}


def sayings(language: str, key: str) -> Iterator[tuple[dict[str, str | int], str]]:
    """Say a sentence with each count for each of its numbers."""
    variables = catalogue(language)[key].variables
    numbers = sorted(variables & NUMBERS)
    named: dict[str, str | int] = dict.fromkeys(sorted(variables - NUMBERS), "Nara")
    for counts in itertools.product(COUNTS, repeat=len(numbers)):
        values = named | dict(zip(numbers, counts, strict=True))
        yield values, words_for(language).say(key, **values)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        (None, "en"),
        ("en-US", "en"),
        ("en-GB", "en"),
        (discord.Locale.japanese, "ja"),
        (discord.Locale.korean, "ko"),
        ("de", "de"),
        ("es-ES", "es"),
        (discord.Locale.latin_american_spanish, "es"),
        ("fr", "fr"),
        ("pt-BR", "en"),
        ("zh-CN", "en"),
        ("", "en"),
        ("../ja", "en"),
    ],
)
def test_the_language_of_a_locale(locale: discord.Locale | str | None, language: str) -> None:
    assert words_for(locale).locale == language


def test_every_language_has_its_catalogue_and_no_other_is_there() -> None:
    there = {Path(file.name).stem for file in (resources.files("bot.i18n") / "translations").iterdir()}
    assert there == set(LANGUAGES)
    assert LANGUAGES["ja"] == "日本語"


def test_a_language_that_the_bot_does_not_speak() -> None:
    assert language_of("pt-BR") is None
    assert language_of(None) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["sentence 9 of 1,200", "One sentence has “Nara”.", "2 sentences have “Nara”."]),
        ("ja", ["全1,200文中 9文目", "「Nara」を含む文が1個あります。", "「Nara」を含む文が2個あります。"]),
        (
            "ko",
            [
                "전체 1,200문장 중 9번째",
                "‘Nara’, 1개 문장에서 찾았습니다.",
                "‘Nara’, 2개 문장에서 찾았습니다.",
            ],
        ),
        ("de", ["Satz 9 von 1.200", "„Nara“ steht in einem Satz.", "„Nara“ steht in 2 Sätzen."]),
        ("es", ["frase 9 de 1.200", "«Nara» está en una frase.", "«Nara» está en 2 frases."]),
        (
            "fr",
            [
                "phrase 9 sur 1\u202f200",
                "«\xa0Nara\xa0» figure dans 1 phrase.",
                "«\xa0Nara\xa0» figure dans 2 phrases.",
            ],
        ),
    ],
)
def test_values_are_filled_in_as_the_language_does(language: str, said: list[str]) -> None:
    say = words_for(language).say
    assert said == [
        say("place", sentence=9, sentences=1200),
        say("lookup-found", text="Nara", sentences=1),
        say("lookup-found", text="Nara", sentences=2),
    ]


def test_no_sentence_is_said_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="has no message 'no-such-key'"):
        words_for("en").say("no-such-key")


def test_no_sentence_is_said_with_a_value_missing() -> None:
    with pytest.raises(KeyError, match="Unknown external: sentences"):
        words_for("de").say("place", sentence=1)


def test_a_value_is_never_read_as_fluent() -> None:
    said = words_for("en").say("read-title", title="{ $title } { place } \\u0041")
    assert said == "Reading: { $title } { place } \\u0041"


@in_every_language
def test_a_catalogue_is_well_formed(language: str) -> None:
    assert [entry for entry in entries(language) if not isinstance(entry, Message | Term | BaseComment)] == []
    names = [entry.id.name for entry in entries(language) if isinstance(entry, Message)]
    assert len(names) == len(set(names))
    assert all(isinstance(entry.value, Pattern) for entry in entries(language) if isinstance(entry, Message))


@in_every_language
def test_all_languages_have_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(catalogue(language)) == list(catalogue("en"))


@in_every_language
def test_all_languages_name_the_same_values_and_commands(language: str) -> None:
    english = catalogue("en")
    for key, reading in catalogue(language).items():
        assert reading.variables == english[key].variables, key
        assert reading.messages == english[key].messages, key
        assert reading.selectors <= NUMBERS, key


@in_every_language
def test_every_sentence_can_be_said_with_any_numbers(language: str) -> None:
    for key in catalogue(language):
        for values, said in sayings(language, key):
            assert said == said.strip(), (key, values)
            assert said, (key, values)
            assert "\n" not in said, (key, values)
            assert "  " not in said, (key, values)
            assert not set(said) & set("{}$"), (key, values)
            assert ("Nara" in said) is ("Nara" in values.values()), (key, values)


@in_every_language
def test_every_sentence_fits_where_it_is_shown(language: str) -> None:
    limits = {"button-": 20, "settings-turn-": 20, "read-jump-": 45, "settings-rate-hint": 100}
    limits |= {"settings-user-rate": 45, "settings-server-rate": 45, "gaps-csv-": 20}
    limits |= {"library-form-": 45, "library-files-hint": 100, "library-aliases-hint": 100}
    limits |= {"settings-libraries-": 100, "library-links-hint": 100, "library-link-hint": 100}
    for key in catalogue(language):
        limit = next((limit for start, limit in limits.items() if key.startswith(start)), SENTENCE_SHARE)
        if key.endswith("-choose") or (key.startswith("settings-") and key.endswith("-about")):
            limit = 100
        for values, said in sayings(language, key):
            shown = said if limit < SENTENCE_SHARE else escape(said)
            assert width(shown) <= limit, (key, values, width(shown))


@in_every_language
def test_greetings_alone_exclaim(language: str) -> None:
    exclaiming = {
        key
        for key in catalogue(language)
        if any(set(said) & set("!！") for _, said in sayings(language, key))
    }
    assert exclaiming == {"small-talk"}


def test_other_languages_are_not_left_in_english() -> None:
    same_in = {"de", "es", "fr"}  # short words may happen to be the same there
    for language, key in itertools.product(LANGUAGES, catalogue("en")):
        if language == "en":
            continue
        for (values, said), (_, english) in zip(sayings(language, key), sayings("en", key), strict=True):
            if language in same_in and width(english) <= 16:
                continue
            assert said != english or key == "status-mebibytes", (language, key, values)


def said_in_the_code() -> set[str]:
    """List the keys that are given to be said, at once or by an error."""
    return {key for file in BOT.rglob("*.py") for key in _said(ast.parse(file.read_text("utf-8")))}


def _said(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="say" | "note"), args=[key, *_]):
                yield from _texts([key])
            case ast.Call(
                func=ast.Name(id="FullError" | "LinkError" | "RefusedError" | "RateLimitError"),
                args=[key, *_],
            ):
                yield from _texts([key])
            case ast.Assign(targets=[ast.Name(id="words_key")], value=value):
                yield from _texts([value])


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.IfExp(body=body, orelse=orelse):
                yield from _texts([body, orelse])


def named_in_the_code() -> set[str]:
    """List all texts of the code that could be keys, such as those in tables of keys."""
    return {
        node.value
        for file in BOT.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_everything_that_the_code_says_is_there() -> None:
    assert said_in_the_code() <= set(catalogue("en"))


def test_no_table_in_the_code_has_a_key_that_is_not_there() -> None:
    families = {key.partition("-")[0] for key in catalogue("en") if "-" in key}
    commands = {words_for("en").say(key) for key in catalogue("en") if key.startswith("command-")}
    keys = {text for text in named_in_the_code() - commands if re.fullmatch(r"[a-z]+(-[a-z]+)+", text)}
    assert {key for key in keys if key.partition("-")[0] in families} - set(catalogue("en")) == set()


def test_everything_that_is_there_is_said() -> None:
    found_by_name = ("command-", "menu-", "choice-")  # by `bot.i18n.translator`
    keys = {key for key in catalogue("en") if not key.startswith(found_by_name)}
    assert keys - named_in_the_code() == set()


async def test_a_server_is_answered_in_its_language(world: World) -> None:
    server = world.env.create_guild("読書室", preferred_locale="ja")
    channel = server.create_text_channel("questions")
    ada = server.add_member(world.ada.user)
    await world.env.settle()
    await ada.send(channel, f"{world.me.mention} They met in her hometown?")
    await ada.send(channel, world.me.mention)
    answer, hint = world.replies(channel)
    assert any("全16文中 9文目" in text for text in texts(answer.components))
    assert texts(hint.components) == [escape(words_for("ja").say("how-to-ask"))]
