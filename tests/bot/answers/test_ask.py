"""`/ask`, as people in a server, in direct messages and elsewhere use it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
import pytest
import simcord

from tests.bot.world import texts

if TYPE_CHECKING:
    from tests.bot.world import World

NARA = "They met in her hometown of Nara"


async def test_the_answer_is_public_and_quotes_the_sentence(world: World) -> None:
    result = await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    (callback,) = (request for request in world.env.http_requests if request.path.endswith("/callback"))
    assert callback.json == {"type": 5}
    assert not result.ephemeral
    assert not result.followups
    assert result.response is not None
    question, quote, place, *also = texts(result.response.components)
    assert question == "-# They met in her hometown?"
    assert quote.startswith(f"> {NARA}")
    assert place == "-# sentence 9 of 16 · quite sure · 100 %"
    assert (also[0], also[-1]) == (r"-# Also\:", "-# sentence 6 of 16")
    assert world.library.asked == [("They met in her hometown?",)]


async def test_in_a_direct_message(world: World) -> None:
    result = await world.ada.user.slash("ask", question="They met in her hometown?")
    assert result.response is not None
    assert texts(result.response.components)[1].startswith(f"> {NARA}")


async def test_the_command_is_for_servers_and_users_and_every_place(world: World) -> None:
    (sent,) = (request for request in world.env.http_requests if request.path.endswith("/commands"))
    assert sent.json is not None
    for name in ("ask", "Find in the article"):
        (command,) = (each for each in sent.json if each["name"] == name)
        assert command["integration_types"] == [0, 1]
        assert command["contexts"] == [0, 1, 2]


@pytest.mark.parametrize(("length", "taken"), [(2, False), (3, True), (300, True), (301, False)])
async def test_length_of_a_question(world: World, length: int, taken: bool) -> None:  # noqa: FBT001 - a parameter
    if not taken:
        with pytest.raises(simcord.OptionError):
            await world.ada.slash(world.channel, "ask", question="x" * length)
        return
    result = await world.ada.slash(world.channel, "ask", question="x" * length)
    assert result.response is not None
    assert texts(result.response.components)[0] == f"-# {'x' * length}"


async def test_a_reason_for_not_answering_is_private(world: World) -> None:
    result = await world.ada.slash(world.channel, "ask", question="\u200b\u200b\u200b")
    assert result.response is not None
    assert result.response.ephemeral
    assert texts(result.response.components) == [
        r"There is nothing in it to look for\: please write at least one word\."
    ]
    assert not result.followups


async def test_a_failure_has_the_same_reference_in_log_and_reply(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.library.failures["Does it break?"] = RuntimeError("secret inner workings")
    result = await world.ada.slash(world.channel, "ask", question="Does it break?")
    assert result.response is not None
    assert not result.response.ephemeral
    (sentence,) = texts(result.response.components)
    (record,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    reference = record.getMessage().split("reference ")[1][:6]
    assert sentence == rf"Something went wrong on my side \(reference {reference}\)\."
    assert "secret inner workings" in record.getMessage()
    assert record.exc_info is not None


async def test_an_expired_interaction_is_a_line_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error(
        "POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction"
    )
    result = await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    assert not result.acknowledged
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "Unknown interaction" in record.getMessage()
    assert record.exc_info is None
    assert world.library.asked == []


async def test_after_a_restart(world: World) -> None:
    await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    await world.restart()
    result = await world.ada.slash(world.channel, "ask", question="It was a dream come true")
    assert result.response is not None
    assert texts(result.response.components)[1] == r"> For Lee, it was a dream come true\."


async def test_an_error_outside_of_the_callback_is_told(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    command = world.env.bot.tree.get_command("ask")  # type: ignore[attr-defined] # it is bot.client.Client

    async def refuse(_: object) -> bool:
        raise discord.app_commands.CheckFailure("broken check")

    command.add_check(refuse)  # checks are shared by all copies of a command, so it has to go again
    try:
        result = await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    finally:
        command.remove_check(refuse)
    assert result.response is not None
    assert result.response.ephemeral
    assert "Something went wrong on my side" in texts(result.response.components)[0]
    assert "broken check" in caplog.text
    assert len(world.env.errors) == 1
