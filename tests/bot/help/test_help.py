"""`/help`: one screen that says how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.help.card import help_card
from bot.i18n.words import LANGUAGES, words_for
from bot.state.records import ServerSettings
from bot.ui.markdown import escape
from tests.bot.answers.test_card import body, parts
from tests.bot.discord_api import broken_limits
from tests.bot.lookup.test_lookup import shown
from tests.bot.world import Loader, texts

if TYPE_CHECKING:
    from tests.bot.world import World

TOPICS = ["help-ask", "help-mention", "help-reply", "help-menu", "help-lookup", "help-read", "help-articles"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_ask_is_on_one_screen(language: str) -> None:
    words = words_for(language)
    card = help_card(words, manager=True)
    assert broken_limits(body(card)) == []
    whole = "\n".join(texts(parts(card)))
    for key in [*TOPICS, "help-privacy", "help-settings", "help-chosen", "help-intro"]:
        assert escape(words.say(key)) in whole
    assert whole.count("\n") <= 12
    assert len(whole) <= 1200


async def test_one_person_alone_is_helped_also_where_they_may_not_ask(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(channels=frozenset({1})))
    result = await world.ada.slash(world.channel, "help")
    assert result.ephemeral
    assert shown(result)[0] == f"### {escape(words_for('en').say('help-title'))}"
    assert world.replies() == []


async def test_settings_are_named_to_who_may_change_them(world: World) -> None:
    line = f"- {escape(words_for('en').say('help-settings'))}"
    assert line not in "\n".join(shown(await world.ada.slash(world.channel, "help")))
    role = world.server.create_role("manager", permissions=discord.Permissions(manage_guild=True))
    eve = world.server.add_member(world.env.create_user("eve"), roles=[role])
    await world.env.settle()
    assert line in "\n".join(shown(await eve.slash(world.channel, "help")))
    assert line not in "\n".join(shown(await world.ada.user.slash("help")))


@pytest.mark.parametrize("loader", [False], indirect=True)
async def test_while_warming_up_and_with_the_database_away(loader: Loader, world: World) -> None:
    await world.services.repository.close()
    result = await world.ada.slash(world.channel, "help")
    assert len(shown(result)) == 4
    assert not loader.ready.is_set()


async def test_in_the_servers_language(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(language="ko"))
    result = await world.ada.slash(world.channel, "help")
    assert shown(result)[1] == escape(words_for("ko").say("help-intro"))
