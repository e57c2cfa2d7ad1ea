"""Questions that are edited or deleted: their answers follow, in channels and direct messages."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import pytest

from bot.i18n.words import words_for
from bot.ui.markdown import escape
from tests.bot.world import record_id, texts

if TYPE_CHECKING:
    from tests.bot.world import World

ENGLISH = words_for("en")
NARA, DREAM = "They met in her hometown?", "For Lee it was a dream?"
NARA_SHOWN, DREAM_SHOWN = "> They met in her hometown of Nara", r"> For Lee, it was a dream come true\."


def shown(message: discord.Message) -> list[str]:
    return texts(message.components)


async def mention(world: World, question: str) -> discord.Message:
    return await world.ada.send(world.channel, f"{world.me.mention} {question}")


async def test_the_answer_to_an_edited_question_is_edited(world: World) -> None:
    asked = await mention(world, NARA)
    await world.ada.edit(asked, f"{world.me.mention} {DREAM}")
    (reply,) = world.replies()
    assert shown(reply)[:2] == [f"-# {escape(DREAM)}", DREAM_SHOWN]
    await world.ada.click(reply, label="Next passage")
    assert shown(world.replies()[0])[-1].endswith("· passage 2 of 5")


async def test_in_direct_messages(world: World) -> None:
    asked = await world.ada.send_dm(NARA)
    await world.ada.user.edit(asked, DREAM)
    (reply,) = world.replies(world.ada.user.dm_channel)
    assert shown(reply)[1] == DREAM_SHOWN
    await world.ada.user.delete(asked)
    assert world.replies(world.ada.user.dm_channel) == []


async def test_an_edit_that_leaves_the_question_as_it_is_changes_nothing(world: World) -> None:
    asked = await mention(world, NARA)
    await world.ada.click(world.replies()[0], label="Next passage")
    before = shown(world.replies()[0])
    await world.ada.edit(asked, f"{NARA} {world.me.mention}")
    assert shown(world.replies()[0]) == before
    assert world.library.asked == [(NARA,)]


async def test_a_mention_that_is_edited_in_is_answered(world: World) -> None:
    asked = await world.ada.send(world.channel, NARA)
    await world.ada.edit(asked, f"{NARA} {world.me.mention}")
    (reply,) = world.replies()
    assert shown(reply)[1].startswith(NARA_SHOWN)


async def test_an_edit_without_the_mention_leaves_the_answer(world: World) -> None:
    asked = await mention(world, NARA)
    await world.ada.edit(asked, "never mind")
    (reply,) = world.replies()
    assert shown(reply)[1].startswith(NARA_SHOWN)


async def test_an_edit_to_a_bad_question_shows_the_reason_instead(world: World) -> None:
    asked = await mention(world, NARA)
    await world.ada.edit(asked, f"{world.me.mention} {'x' * 501}")
    (reply,) = world.replies()
    assert shown(reply) == [escape(ENGLISH.say("question-too-long", length=501, limit=500))]
    await world.ada.edit(asked, f"{world.me.mention} {DREAM}")
    (reply,) = world.replies()
    assert shown(reply)[1] == DREAM_SHOWN


async def test_after_a_quarter_of_an_hour_an_edit_is_not_followed(world: World) -> None:
    asked = await mention(world, NARA)
    await world.env.advance_time(15 * 60 + 1)
    await world.ada.edit(asked, f"{world.me.mention} {DREAM}")
    (reply,) = world.replies()
    assert shown(reply)[1].startswith(NARA_SHOWN)


async def test_an_answer_that_was_deleted_comes_again_when_its_question_is_edited(world: World) -> None:
    asked = await mention(world, NARA)
    await world.ada.click(world.replies()[0], label="Delete")
    assert world.replies() == []
    await world.ada.edit(asked, f"{world.me.mention} {DREAM}")
    (reply,) = world.replies()
    assert shown(reply)[1] == DREAM_SHOWN


async def test_the_answer_to_a_deleted_question_is_deleted(world: World) -> None:
    asked = await mention(world, NARA)
    (reply,) = world.replies()
    await world.ada.delete(asked)
    assert world.replies() == []
    assert await world.services.repository.record(record_id(reply)) is None


async def test_after_a_restart(world: World) -> None:
    first, second = await mention(world, NARA), await mention(world, NARA)
    await world.restart()
    await world.ada.edit(first, f"{world.me.mention} {DREAM}")
    assert shown(world.replies()[0])[1] == DREAM_SHOWN
    await world.ada.delete(second)
    assert len(world.replies()) == 1


async def test_questions_that_are_deleted_together(world: World) -> None:
    asked = [await mention(world, NARA) for _ in range(3)]
    channel = world.env.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    world.env.backend.emit(
        "MESSAGE_DELETE_BULK",
        {
            "ids": [str(message.id) for message in asked],
            "channel_id": str(world.channel.id),
            "guild_id": str(world.server.id),
        },
    )
    await world.env.settle()
    assert world.replies() == []


async def test_edited_while_it_is_being_answered(world: World) -> None:
    world.hold()
    asked = await mention(world, NARA)
    await world.started()
    with pytest.raises(TimeoutError):  # simcord waits in vain for the edit, which waits for the answer
        await world.ada.edit(asked, f"{world.me.mention} {DREAM}")
    await world.release()
    async with asyncio.timeout(20):
        while shown(world.replies()[0])[1] != DREAM_SHOWN:  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0.05)
    assert len(world.replies()) == 1
