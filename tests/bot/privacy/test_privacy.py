"""`/privacy` and `/forget-me`, as people use them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.i18n.words import LANGUAGES, words_for
from bot.privacy.card import forget_card, privacy_card
from bot.state.records import ServerSettings, Tally
from bot.ui.markdown import escape
from tests.bot.answers.test_card import body
from tests.bot.discord_api import broken_limits
from tests.bot.state.catalog.documents import HANDBOOK, PLENTY
from tests.bot.state.kept import until
from tests.bot.world import record_id, texts

if TYPE_CHECKING:
    import discord
    from simcord import InteractionResult
    from simcord.results import ResponseMessage

    from tests.bot.world import World

ENGLISH = words_for("en")
QUESTION = "They met in her hometown?"


def say(key: str, **values: int) -> str:
    return escape(ENGLISH.say(key, **values))


def private(result: InteractionResult) -> ResponseMessage:
    """Return an answer that nobody else sees."""
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def shown(result: InteractionResult) -> list[str]:
    """List the texts of such an answer."""
    return texts(private(result).components)


def button(message: discord.Message, action: str) -> str:
    """Return the custom_id of one of the buttons under an answer."""
    (found,) = [
        each.custom_id
        for row in message.components[0].children  # type: ignore[union-attr] # a container
        for each in getattr(row, "children", ())
        if each.custom_id is not None and each.custom_id.startswith(f"answer:{action}:")
    ]
    return str(found)


@pytest.mark.parametrize(("gaps", "said"), [(True, "privacy-gaps-on"), (False, "privacy-gaps-off")])
async def test_privacy_says_what_is_kept_in_this_server(world: World, gaps: bool, said: str) -> None:  # noqa: FBT001 - a parameter
    await world.services.repository.save_settings(world.server.id, ServerSettings(gaps=gaps))
    title, listed = shown(await world.ada.slash(world.channel, "privacy"))
    assert title == f"### {say('privacy-title')}"
    assert listed.split("\n") == [
        f"- {each}"
        for each in (
            *(say("privacy-read"), say("privacy-answers", days=180), say(said)),
            *map(say, ("privacy-unanswered", "privacy-votes")),
            say("privacy-documents", days=30),
            *map(say, ("privacy-chosen", "privacy-machine", "privacy-remove")),
        )
    ]
    assert world.replies() == []


async def test_privacy_in_a_direct_message(world: World) -> None:
    assert say("privacy-gaps-off") in shown(await world.ada.user.slash("privacy"))[1]


async def test_nobody_is_forgotten_before_they_are_sure(world: World) -> None:
    await world.ada.slash(world.channel, "ask", question=QUESTION)
    (reply,) = world.replies()
    await world.ada.click(reply, custom_id=button(reply, "up"))
    asked = await world.ada.slash(world.channel, "forget-me")
    assert shown(asked) == [say("forget-me-sure"), say("forget-me-after")]
    await world.ada.click(private(asked), label="Cancel")
    assert asked.response is None
    record = await world.services.repository.record(record_id(reply))
    assert record is not None
    assert record.asker == world.ada.id
    assert await world.services.repository.tally(record.id) == Tally(1, 0)


async def test_what_is_forgotten(world: World) -> None:
    brahms = world.server.add_member(world.env.create_user("brahms"))
    await world.ada.slash(world.channel, "ask", question=QUESTION)
    await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    await brahms.slash(world.channel, "ask", question=QUESTION)
    mine, also_mine, other = world.replies()
    for member, answer in ((world.ada, mine), (brahms, mine), (world.ada, other)):
        await member.click(answer, custom_id=button(answer, "up"))
    asked = await world.ada.slash(world.channel, "forget-me")
    await world.restart()
    await world.ada.click(private(asked), label="Yes, do it")
    assert shown(asked) == [say("forgotten", votes=2, answers=2)]
    repository = world.services.repository
    for message, asker in ((mine, None), (also_mine, None), (other, brahms.id)):
        record = await repository.record(record_id(message))
        assert record is not None
        assert record.asker == asker
        assert record.question_message is None
    record = await repository.record(record_id(mine))
    assert record is not None
    assert await repository.tally(record.id) == Tally(1, 0)


async def test_a_manager_is_taken_out_of_documents(world: World) -> None:
    repository = world.services.repository
    entry = replace(HANDBOOK, server=world.server.id, added_by=world.ada.id)
    await repository.add_entry(entry, most=PLENTY)
    asked = await world.ada.slash(world.channel, "forget-me")
    await world.ada.click(private(asked), label="Yes, do it")
    said = ENGLISH.say("forgotten", votes=0, answers=0)
    assert shown(asked) == [escape(f"{said} One document no longer names you.")]
    assert await repository.catalog(world.server.id) == (replace(entry, added_by=None),)


async def test_afterwards_only_who_manages_messages_deletes_the_answers(world: World) -> None:
    await world.ada.slash(world.channel, "ask", question=QUESTION)
    (reply,) = world.replies()
    asked = await world.ada.slash(world.channel, "forget-me")
    await world.ada.click(private(asked), label="Yes, do it")
    refused = await world.ada.click(reply, custom_id=button(reply, "delete"))
    assert shown(refused) == [say("not-yours-delete")]
    assert len(world.replies()) == 1


async def test_the_second_of_two_quick_presses_does_not_hide_what_the_first_did(world: World) -> None:
    await world.ada.slash(world.channel, "ask", question=QUESTION)
    asked = await world.ada.slash(world.channel, "forget-me")
    message = private(asked)
    with_buttons = message.components
    await world.ada.click(private(asked), label="Yes, do it")
    assert shown(asked) == [say("forgotten", votes=0, answers=1)]
    # The second press sets out while the buttons are still there.
    world.env.backend.edit_message(message.channel_id, message.id, {"components": with_buttons})
    before = len(world.env.http_requests)
    second = await world.ada.click(message, label="Yes, do it")
    assert [request.json for request in world.env.http_requests[before:]] == [{"type": 6}]
    assert second.followups == []


async def test_in_a_direct_message(world: World) -> None:
    await world.ada.send_dm(QUESTION)
    asked = await world.ada.user.slash("forget-me")
    assert shown(asked) == [say("forget-me-sure"), say("forget-me-after")]
    await world.ada.user.click(private(asked), label="Yes, do it")
    assert shown(asked) == [say("forgotten", votes=0, answers=1)]


async def test_without_the_database_nothing_is_claimed(world: World) -> None:
    asked = await world.ada.slash(world.channel, "forget-me")
    await world.services.repository.close()
    result = await world.ada.click(private(asked), label="Yes, do it")
    (told,) = result.followups
    assert told.ephemeral
    assert texts(told.components) == [say("away")]
    await world.services.repository.open()
    await until(lambda: not world.services.repository.away)
    await world.ada.click(private(asked), label="Yes, do it")
    assert shown(asked) == [say("forgotten", votes=0, answers=0)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_are_within_discords_limits(language: str) -> None:
    words = words_for(language)
    for card in (
        privacy_card(words, gaps=True, days=365, library_days=365),
        privacy_card(words, gaps=False, days=1, library_days=1),
        forget_card(words),
    ):
        assert broken_limits(body(card)) == []
        assert card.content_length() <= 4000
