"""Follow-ups, and questions in the message replied to: what the bot takes a message for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.i18n.words import words_for
from bot.state.records import ServerSettings
from bot.ui.markdown import escape
from tests.bot.world import texts

if TYPE_CHECKING:
    from tests.bot.world import World

ENGLISH = words_for("en")
FIRST, FOLLOW_UP = "What did Takaichi give to Lee?", "and who gave it to him?"


def shown(message: discord.Message) -> list[str]:
    return texts(message.components)


async def mention(world: World, text: str, **options: object) -> discord.Message:
    return await world.ada.send(world.channel, f"{world.me.mention} {text}", **options)  # type: ignore[arg-type]


async def test_a_reply_to_an_answer_is_understood_with_its_question(world: World) -> None:
    await mention(world, FIRST)
    (answer,) = world.replies()
    await mention(world, FOLLOW_UP, reply_to=answer)
    assert [query.before for query in world.library.queries] == [None, FIRST]
    together = ENGLISH.say("follow-up-of", question=FIRST)
    assert shown(world.replies()[1])[0] == f"-# {escape(FOLLOW_UP)}\n-# {escape(together)}"


async def test_a_chain_of_replies(world: World) -> None:
    await mention(world, FIRST)
    await mention(world, FOLLOW_UP, reply_to=world.replies()[0])
    await mention(world, "and why?", reply_to=world.replies()[1])
    assert [query.before for query in world.library.queries] == [None, FIRST, FOLLOW_UP]


async def test_a_question_that_stands_on_its_own_is_left_alone(world: World) -> None:
    await mention(world, FIRST)
    await mention(world, "Where is the city of Nara?", reply_to=world.replies()[0])
    assert [query.before for query in world.library.queries] == [None, None]


async def test_in_a_channel_only_a_reply_is_a_follow_up(world: World) -> None:
    await mention(world, FIRST)
    await mention(world, FOLLOW_UP)
    assert [query.before for query in world.library.queries] == [None, None]


async def test_in_a_thread_the_last_answer_is_what_a_follow_up_leans_on(world: World) -> None:
    channel = world.env.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="aside", type=discord.ChannelType.public_thread)
    await world.env.settle()
    (thread,) = world.channel.threads
    await world.ada.send(thread, f"{world.me.mention} {FIRST}")
    await world.ada.send(thread, "aha")
    await world.ada.send(thread, f"{world.me.mention} {FOLLOW_UP}")
    assert [query.before for query in world.library.queries] == [None, FIRST]


async def test_in_direct_messages_too_and_after_a_restart(world: World) -> None:
    await world.ada.send_dm(FIRST)
    await world.restart()
    await world.ada.send_dm(FOLLOW_UP)
    assert [query.before for query in world.library.queries] == [None, FIRST]


async def test_a_server_can_switch_follow_ups_off(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(follow_ups=False))
    await mention(world, FIRST)
    await mention(world, FOLLOW_UP, reply_to=world.replies()[0])
    assert [query.before for query in world.library.queries] == [None, None]


async def test_a_bare_mention_in_reply_to_the_bots_answer_is_a_hint(world: World) -> None:
    await mention(world, FIRST)
    await mention(world, "", reply_to=world.replies()[0])
    assert shown(world.replies()[1]) == [escape(ENGLISH.say("how-to-ask"))]


async def test_a_bare_mention_in_reply_to_a_readable_question_answers_that(world: World) -> None:
    bob = world.server.add_member(world.env.create_user("bob", global_name="Bob"))
    asked = await bob.send(world.channel, f"Hey {world.me.mention} {FIRST}")
    await mention(world, "", reply_to=asked)
    assert world.library.asked == [(f"Hey {FIRST}",), (f"Hey {FIRST}",)]
    assert shown(world.replies()[1])[0].endswith("\n-# From a message by Bob")


async def test_what_cannot_be_read_without_the_privileged_intent_is_said(world: World) -> None:
    asked = await world.ada.send(world.channel, FIRST)
    await mention(world, "", reply_to=asked)
    (reply,) = world.replies()
    assert shown(reply) == [escape(ENGLISH.say("cannot-read-reply"))]
    assert world.library.asked == []


async def test_mentions_can_be_switched_off(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(mentions=False))
    await mention(world, FIRST)
    (reply,) = world.replies()
    assert shown(reply) == [escape(ENGLISH.say("mentions-off"))]
    await world.ada.send_dm(FIRST)
    assert world.library.asked == [(FIRST,)]
