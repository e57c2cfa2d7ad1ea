"""Mentions and direct messages: what is answered, and what is not."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
import pytest
from simcord.enums import MessageType

from bot.i18n.words import words_for
from bot.state.records import ServerSettings
from bot.ui.markdown import escape
from tests.bot.world import texts

if TYPE_CHECKING:
    from tests.bot.world import World

ENGLISH = words_for("en")
QUESTION = "They met in her hometown?"
NARA = "> They met in her hometown of Nara"


async def test_a_mention_is_answered_by_a_reply_that_pings_nobody(world: World) -> None:
    asked = await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    (reply,) = world.replies()
    assert texts(reply.components)[1].startswith(NARA)
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    assert not reply.mentions


async def test_the_mention_may_stand_anywhere(world: World) -> None:
    await world.ada.send(world.channel, f"They met <@!{world.me.id}> in her\nhometown? {world.me.mention}")
    assert world.library.asked == [("They met in her hometown?",)]


async def test_other_mentions_are_read_as_names(world: World) -> None:
    brahms = world.server.add_member(world.env.create_user("brahms", global_name="Johannes"))
    emoji = world.server.create_emoji("drum")
    await world.ada.send(
        world.channel,
        f"{world.me.mention} Did {brahms.mention} write {world.channel.mention} <:drum:{emoji.id}> <@&1>?",
    )
    assert world.library.asked == [("Did @Johannes write #questions :drum: <@&1>?",)]


async def test_a_reply_to_the_bot_is_for_the_bot(world: World) -> None:
    await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    (answer,) = world.replies()
    await world.ada.send(world.channel, f"{world.me.mention} It was a dream?", reply_to=answer)
    assert world.library.asked == [(QUESTION,), ("It was a dream?",)]


async def test_in_a_thread_and_in_a_forum_post(world: World) -> None:
    forum = world.server.create_forum_channel("help")
    channel = world.env.bot.get_channel(world.channel.id)
    posts = world.env.bot.get_channel(forum.id)
    assert isinstance(channel, discord.TextChannel)
    assert isinstance(posts, discord.ForumChannel)
    await channel.create_thread(name="aside", type=discord.ChannelType.public_thread)
    await posts.create_thread(name="post", content="Hello")
    await world.env.settle()
    for thread in [*world.channel.threads, *forum.threads]:
        await world.ada.send(thread, f"{world.me.mention} {QUESTION}")
        assert texts(world.replies(thread)[-1].components)[1].startswith(NARA)
    assert len(world.library.asked) == 2


async def test_a_direct_message(world: World) -> None:
    await world.ada.send_dm(QUESTION)
    (reply,) = world.replies(world.ada.user.dm_channel)
    assert texts(reply.components)[1].startswith(NARA)


async def test_silence_about_everything_else(world: World) -> None:
    robot = world.server.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, f"{world.me.mention} {QUESTION}")
    await world.server.create_webhook(world.channel).send(f"{world.me.mention} {QUESTION}")
    await world.ada.send(world.channel, f"@everyone @here {QUESTION}")
    await world.ada.send(world.channel, QUESTION)
    await world.ada.send(world.channel, f"<@&{world.server.create_role('Verbatim').id}> {QUESTION}")
    world.server.create_system_message(world.channel, MessageType.NEW_MEMBER, author=world.ada)
    await world.env.settle()
    assert world.replies() == []
    assert world.library.asked == []


async def test_the_bot_does_not_answer_itself(world: World) -> None:
    channel = world.env.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.send(view=discord.ui.LayoutView().add_item(discord.ui.TextDisplay(world.me.mention)))
    await world.env.settle()
    assert len(world.replies()) == 1


async def test_its_own_role_is_answered_with_a_hint(world: World) -> None:
    role = await world.own_role()
    await world.ada.send(world.channel, f"<@&{role.id}> {QUESTION}")
    (reply,) = world.replies()
    assert texts(reply.components) == [escape(ENGLISH.say("mentioned-role"))]
    assert world.library.asked == []


async def test_its_own_role_beside_its_mention_is_left_out(world: World) -> None:
    role = await world.own_role()
    await world.ada.send(world.channel, f"<@&{role.id}> {world.me.mention} {QUESTION}")
    assert world.library.asked == [(QUESTION,)]


async def test_a_mention_without_a_question_is_answered_with_a_hint(world: World) -> None:
    await world.ada.send(world.channel, f" {world.me.mention} ")
    await world.ada.send_dm(world.me.mention)
    assert texts(world.replies()[0].components) == [escape(ENGLISH.say("how-to-ask"))]
    (hint,) = world.replies(world.ada.user.dm_channel)
    assert texts(hint.components) == [escape(ENGLISH.say("how-to-ask-here"))]


@pytest.mark.parametrize("length", [500, 501])
async def test_length_of_a_question(world: World, length: int) -> None:
    await world.ada.send(world.channel, f"{world.me.mention} {'x' * length}")
    first = texts(world.replies()[0].components)[0]
    assert first.startswith("-# xxx") if length == 500 else first.startswith("That has 501 characters")


async def test_a_message_that_is_gone_before_the_answer_gets_none(world: World) -> None:
    world.hold()
    asked = await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    await world.started()
    await world.ada.delete(asked)
    await world.release()
    assert world.replies() == []


async def test_without_the_right_to_send_the_answer_comes_in_private(world: World) -> None:
    silent = world.server.create_text_channel(
        "silent", overwrites={world.me: discord.PermissionOverwrite(send_messages=False)}
    )
    await world.env.settle()
    await world.ada.send(silent, f"{world.me.mention} {QUESTION}")
    assert world.replies(silent) == []
    why, answer = world.replies(world.ada.user.dm_channel)
    assert texts(why.components) == [escape(ENGLISH.say("could-not-answer-there", channel="#silent"))]
    assert texts(answer.components)[1].startswith(NARA)


async def test_with_neither_the_right_to_send_nor_open_messages(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    silent = world.server.create_text_channel(
        "silent", overwrites={world.me: discord.PermissionOverwrite(send_messages=False)}
    )
    await world.env.settle()
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, message="Cannot send")
    await world.ada.send(silent, f"{world.me.mention} {QUESTION}")
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "50007" in record.getMessage()
    assert record.exc_info is None


async def test_without_the_right_to_read_the_history(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=160002, message="No history")
    await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    (reply,) = world.replies()
    assert reply.reference is None


async def test_the_settings_of_a_server_are_read_once_a_mention(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, read = world.services.repository, []

    async def settings(server: int | None) -> ServerSettings:
        read.append(server)
        return ServerSettings()

    monkeypatch.setattr(repository, "settings", settings)
    await world.ada.send(world.channel, f"{world.me.mention} They met in her hometown?")
    assert len(world.replies()) == 1
    assert read == [world.server.id]
