"""What Discord says of whoever asks: their language, and whether they brought the bot along."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord

from bot.i18n.words import words_for
from bot.ui.markdown import escape
from tests.bot.world import button, record_id, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.world import World

QUESTION = "They met in her hometown?"
Says = dict[str, object]


@pytest.fixture
def discord_says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Says], None]:
    """Have the simulated Discord say more of interactions than it does by itself."""
    plain = simcord.interactions.base_payload

    def say(more: Says) -> None:
        def payload(*args: Any, **options: Any) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401 - simcord's own
            record, body = plain(*args, **options)
            if permissions := more.get("permissions"):
                body["member"]["permissions"] = permissions
            return record, body | more

        monkeypatch.setattr(simcord.interactions, "base_payload", payload)

    return say


@pytest.mark.parametrize(("locale", "language"), [("de", "de"), ("es-419", "es"), ("ja", "ja"), ("it", "en")])
async def test_each_person_is_answered_in_their_own_language(
    world: World, discord_says: Callable[[Says], None], locale: str, language: str
) -> None:
    words = words_for(language)
    discord_says({"locale": locale})
    result = await world.ada.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    place = escape(words.say("place", sentence=9, sentences=16))
    assert texts(result.response.components)[2].split(" · ")[0] == f"-# {place}"
    refused = await world.ada.slash(world.channel, "ask", question="\u200b\u200b\u200b")
    assert refused.response is not None
    assert texts(refused.response.components) == [escape(words.say("question-empty"))]


async def test_a_vote_does_not_change_the_language_of_a_public_card(
    world: World, discord_says: Callable[[Says], None]
) -> None:
    bob = world.server.add_member(world.env.create_user("bob"))
    discord_says({"locale": "de"})
    result = await world.ada.slash(world.channel, "ask", question=QUESTION)
    answer = result.response
    assert answer is not None
    before = texts(answer.components)
    discord_says({"locale": "fr"})
    await bob.click(answer, custom_id=button(answer, "up"))
    assert texts(answer.components) == before
    copy = (await bob.click(answer, custom_id=button(answer, "context"))).response
    assert copy is not None
    assert escape(words_for("fr").say("place", sentence=9, sentences=16)) in texts(copy.components)[-1]


@pytest.mark.parametrize("allowed", [True, False])
async def test_who_brought_the_bot_along_and_may_not_use_it_in_public_is_answered_alone(
    world: World,
    discord_says: Callable[[Says], None],
    allowed: bool,  # noqa: FBT001 - a parameter
) -> None:
    permissions = discord.Permissions(use_external_apps=allowed)
    owners = {"1": str(world.ada.id)}
    discord_says({"authorizing_integration_owners": owners, "permissions": str(permissions.value)})
    result = await world.ada.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert result.response.ephemeral is not allowed
    assert button(result.response, "delete" if allowed else "share")


async def test_in_a_group_only_the_asker_may_delete(
    world: World, discord_says: Callable[[Says], None]
) -> None:
    await world.ada.send_dm(QUESTION)
    (answer,) = world.replies(world.ada.user.dm_channel)
    record = await world.services.repository.record(record_id(answer))
    assert record is not None
    await world.services.repository.replace(dataclasses.replace(record, asker=1))
    discord_says({"context": 2})  # a group of people who brought the bot along
    refused = await world.ada.user.click(answer, custom_id=button(answer, "delete"))
    assert refused.response is not None
    assert texts(refused.response.components) == [escape(words_for("en").say("not-yours-delete"))]
    discord_says({"context": 1})  # alone with the bot
    await world.ada.user.click(answer, custom_id=button(answer, "delete"))
    assert world.replies(world.ada.user.dm_channel) == []
