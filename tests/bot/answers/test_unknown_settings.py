"""Nobody could read yet what the server chose: each is answered alone, until it could be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
import pytest_asyncio

from bot.i18n.words import words_for
from bot.state.records import ServerSettings
from bot.state.repository import Repository
from bot.ui.markdown import escape
from tests.bot.state.kept import until
from tests.bot.state.opened import PATIENT
from tests.bot.world import button, texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.bot.world import World

ENGLISH = words_for("en")
QUESTION = "They met in her hometown?"
SHOWN = "> They met in her hometown of Nara"
WHY = escape(ENGLISH.say("settings-unknown"))


@pytest_asyncio.fixture
async def repository(tmp_path: Path) -> AsyncIterator[Repository]:
    """Have something else stand where the database belongs."""
    (tmp_path / "kept").touch()
    async with Repository(f"sqlite:///{tmp_path}/kept/state.db", limits=PATIENT) as repository:
        yield repository


async def come_back(world: World, tmp_path: Path, chosen: ServerSettings) -> None:
    (tmp_path / "kept").unlink()
    repository = world.services.repository
    await until(lambda: not repository.away)
    await repository.save_settings(world.server.id, chosen)


async def test_a_command_is_answered_to_the_asker_alone(world: World, tmp_path: Path) -> None:
    result = await world.ada.slash(world.channel, "ask", question=QUESTION, private=False)
    assert result.response is not None
    assert result.response.ephemeral
    header, quote, *_ = texts(result.response.components)
    assert header.split("\n")[-1] == f"-# {WHY}"
    assert quote.startswith(SHOWN)
    with pytest.raises(ValueError, match="not enough values"):
        button(result.response, "share")
    turned = await world.ada.click(result.response, custom_id=button(result.response, "next"))
    with pytest.raises(ValueError, match="not enough values"):
        button(turned.response, "share")
    await come_back(world, tmp_path, ServerSettings(private=False))
    result = await world.ada.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert not result.response.ephemeral
    assert WHY not in "\n".join(texts(result.response.components))


async def test_a_mention_is_answered_in_a_direct_message(world: World, tmp_path: Path) -> None:
    asked = await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    await world.ada.edit(asked, f"{world.me.mention} For Lee it was a dream?")
    assert world.replies() == []
    said = [texts(message.components) for message in world.replies(world.ada.user.dm_channel)]
    assert [card[0] for card in said[::2]] == [WHY, WHY]
    assert said[1][1].startswith(SHOWN)
    assert WHY not in said[1][0]
    assert said[3][1].startswith("> For Lee, it was a dream")
    await come_back(world, tmp_path, ServerSettings(mentions=False))
    await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    (reply,) = world.replies()
    assert texts(reply.components)[0].startswith("Mentions are switched off here")


async def test_where_direct_messages_are_closed_a_mention_is_a_line_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, message="Cannot send")
    await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    assert world.replies() == []
    (line,) = [each.getMessage() for each in caplog.records if each.name == "bot.interactions.delivery"]
    assert "could not reply" in line
    assert "Cannot send" in line


async def test_a_look_up_is_for_the_asker_alone(world: World) -> None:
    result = await world.ada.slash(world.channel, "lookup", text="drumstick")
    assert result.response is not None
    assert result.response.ephemeral
    assert texts(result.response.components)[1] == f"-# {WHY}"


async def test_managers_are_told_instead_of_shown_what_was_not_chosen(world: World) -> None:
    role = world.server.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    grace = world.server.add_member(world.env.create_user("grace"), roles=[role])
    await world.env.settle()
    result = await grace.slash(world.channel, "settings")
    assert result.response is not None
    assert texts(result.response.components) == [escape(ENGLISH.say("away"))]


async def test_articles_that_may_be_left_out_are_not_offered(world: World) -> None:
    assert await world.ada.autocomplete(world.channel, "ask", "article", "") == []
