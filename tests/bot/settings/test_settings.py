"""`/settings`, as those who manage a server use it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest
import pytest_asyncio
import simcord

from bot.i18n.words import words_for
from bot.library.catalog import name_key
from bot.settings.actions import SettingsActions
from bot.state.records import GapReason, LibraryChoice, ServerSettings
from bot.ui.markdown import escape
from tests.bot.doubles import article_of
from tests.bot.world import texts

if TYPE_CHECKING:
    from simcord import InteractionResult, MemberActor, RoleHandle

    from tests.bot.world import Loader, World

ENGLISH = words_for("en")


def say(key: str, **values: str | int) -> str:
    return escape(ENGLISH.say(key, **values))


def panel(result: InteractionResult) -> Any:  # noqa: ANN401 - simcord exports no name for it
    """Return the panel as it is now, which nobody else sees."""
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def heading(result: InteractionResult, title: str) -> str:
    """Find what the panel says about something, without the small lines below."""
    (found,) = [text for text in texts(panel(result).components) if text.startswith(f"**{title}**")]
    return found.split("\n")[0].removeprefix(f"**{title}**").removeprefix(" · ")


def reasons(result: InteractionResult) -> list[str]:
    """List what was told in private beside the panel."""
    assert all(told.ephemeral for told in result.followups)
    return [text for told in result.followups for text in texts(told.components)]


def articles(result: InteractionResult) -> str:
    """Find all that the panel says about articles."""
    (found,) = [text for text in texts(panel(result).components) if text.startswith("**Articles**")]
    return found


async def stored(world: World) -> ServerSettings:
    return await world.services.repository.settings(world.server.id)


async def store(world: World, settings: ServerSettings) -> None:
    await world.services.repository.save_settings(world.server.id, settings)


MANNER, SCOPE = "settings:language:show:0", "settings:channels:show:0"
"""The tabs of how questions are answered, and of where, for whom and from what."""


async def open_manner(world: World, person: MemberActor) -> InteractionResult:
    """Open the panel and turn to how questions are answered."""
    opened = await person.slash(world.channel, "settings")
    await person.click(panel(opened), custom_id=MANNER)
    return opened


@pytest.fixture
def role(world: World) -> RoleHandle:
    return world.server.create_role("Managers", permissions=discord.Permissions(manage_guild=True))


def manager(world: World, role: RoleHandle, name: str) -> MemberActor:
    return world.server.add_member(world.env.create_user(name.lower(), global_name=name), roles=[role])


@pytest_asyncio.fixture
async def grace(world: World, role: RoleHandle) -> MemberActor:
    grace = manager(world, role, "Grace")
    await world.env.settle()
    return grace


async def test_the_panel_is_for_the_manager_alone(world: World, grace: MemberActor) -> None:
    opened = await grace.slash(world.channel, "settings")
    assert texts(panel(opened).components)[0].startswith("### Settings of this server")
    assert not opened.followups
    assert world.replies() == []


async def test_who_may_not_manage_the_server_is_not_offered_the_command(world: World) -> None:
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await world.ada.slash(world.channel, "settings")
    (sent,) = (request for request in world.env.http_requests if request.path.endswith("/commands"))
    assert sent.json is not None
    (command,) = [each for each in sent.json if each["name"] == "settings"]
    assert command["default_member_permissions"] == discord.Permissions(manage_guild=True).value
    assert (command["contexts"], command["integration_types"]) == ([0], [0])


async def test_an_admin_may_show_the_command_to_all_but_not_the_panel(world: World) -> None:
    registered = world.env.backend.find_command("settings", world.server.id)
    assert registered is not None
    world.server.set_command_permissions(int(registered["id"]), {world.ada: True})
    result = await world.ada.slash(world.channel, "settings")
    assert texts(panel(result).components) == [say("needs-manage-server")]


@pytest.mark.parametrize("custom_id", ["settings:mentions:off:0", "settings:rates:edit:0"])
async def test_a_right_that_was_lost_counts_at_each_press(
    world: World, grace: MemberActor, role: RoleHandle, custom_id: str
) -> None:
    opened = await open_manner(world, grace)
    before = panel(opened).components
    world.env.backend.remove_member_role(world.server.id, grace.id, role.id)
    result = await grace.click(panel(opened), custom_id=custom_id)
    assert texts(panel(result).components) == [say("needs-manage-server")]
    assert panel(opened).components == before
    assert await stored(world) == ServerSettings()


async def test_a_right_that_was_lost_counts_for_an_open_form(
    world: World, grace: MemberActor, role: RoleHandle
) -> None:
    opened = await open_manner(world, grace)
    form = await grace.click(panel(opened), label="Change")
    world.env.backend.remove_member_role(world.server.id, grace.id, role.id)
    result = await grace.submit_modal(form, {"user": "5"})
    assert texts(panel(result).components) == [say("needs-manage-server")]
    assert await stored(world) == ServerSettings()


@pytest.mark.parametrize(
    ("field", "title", "after"),
    [
        ("private", "Private answers", ServerSettings(private=True)),
        ("mentions", "Mentions", ServerSettings(mentions=False)),
        ("follow_ups", "Follow\\-up questions", ServerSettings(follow_ups=False)),
        ("only_answered", "Sure answers only", ServerSettings(only_answered=True)),
        ("gaps", "Unanswered questions", ServerSettings(gaps=True)),
    ],
)
async def test_switches(
    world: World, grace: MemberActor, field: str, title: str, after: ServerSettings
) -> None:
    opened = await open_manner(world, grace)
    on = heading(opened, title) == "on"
    order, back = ("off", "on") if on else ("on", "off")
    await grace.click(panel(opened), custom_id=f"settings:{field}:{order}:0")
    assert await stored(world) == after
    assert heading(opened, title) == f"{order} · Saved\\."
    await grace.click(panel(opened), custom_id=f"settings:{field}:{back}:0")
    assert await stored(world) == ServerSettings()
    assert sum("Saved" in text for text in texts(panel(opened).components)) == 1


async def test_a_double_click_does_the_same_twice(
    world: World, grace: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, defer = asyncio.Event(), discord.InteractionResponse.defer

    async def defer_and_wait(response: discord.InteractionResponse, *, ephemeral: bool = False) -> None:
        await defer(response, ephemeral=ephemeral)
        await world.env.external_wait(gate.wait(), reason="two presses are on their way")

    opened = await open_manner(world, grace)
    monkeypatch.setattr(discord.InteractionResponse, "defer", defer_and_wait)
    for _ in range(2):
        await grace.click(panel(opened), custom_id="settings:private:on:0")
    gate.set()
    await world.env.settle()
    assert await stored(world) == ServerSettings(private=True)
    assert heading(opened, "Private answers") == "on · Saved\\."


async def test_channels_and_roles(world: World, grace: MemberActor, role: RoleHandle) -> None:
    forum = world.server.create_forum_channel("help")
    category = world.server.create_category("Lobby")
    await world.env.settle()
    opened = await grace.slash(world.channel, "settings")
    choose = "settings:channels:choose:0"
    await grace.select(panel(opened), [world.channel, forum, category], custom_id=choose)
    assert (await stored(world)).channels == frozenset({world.channel.id, forum.id, category.id})
    await grace.select(panel(opened), [forum], custom_id=choose)
    await grace.select(panel(opened), [role], custom_id="settings:roles:choose:0")
    assert await stored(world) == ServerSettings(channels=frozenset({forum.id}), roles=frozenset({role.id}))
    assert heading(opened, "Roles") == "Saved\\."
    await grace.select(panel(opened), [], custom_id=choose)
    await grace.select(panel(opened), [], custom_id="settings:roles:choose:0")
    assert await stored(world) == ServerSettings()
    assert heading(opened, "Channels") == "all channels"


async def test_the_language_of_the_panel_changes_with_it(world: World, grace: MemberActor) -> None:
    opened = await open_manner(world, grace)
    await grace.select(panel(opened), ["ja"], custom_id="settings:language:choose:0")
    assert (await stored(world)).language == "ja"
    assert heading(opened, "言語") == "保存しました。"
    await grace.select(panel(opened), ["own"], custom_id="settings:language:choose:0")
    assert (await stored(world)).language is None
    assert heading(opened, "Language") == "Saved\\."


async def test_articles_page_by_page(world: World, grace: MemberActor) -> None:
    world.library.articles = tuple(
        replace(article_of(f"It is {i}."), name=f"{i}.txt", title=f"Article {i}") for i in range(30)
    )
    await world.restart(fresh=True)
    try:
        await store(world, ServerSettings(articles=frozenset({"2.txt", "gone.txt"})))
        opened = await grace.slash(world.channel, "settings")
        assert heading(opened, "Articles") == "Article 2"
        await grace.click(panel(opened), label="Next")
        assert "page 2 of 2" in articles(opened)
        await grace.select(panel(opened), [name_key("29.txt")], custom_id="settings:articles:choose:1")
        assert (await stored(world)).articles == {"2.txt", "29.txt"}
        assert heading(opened, "Articles") == "Article 2, Article 29 · Saved\\."
        await grace.click(panel(opened), label="How I answer")
        await grace.click(panel(opened), custom_id="settings:private:on:1")
        await grace.click(panel(opened), label="Where, who, what")
        assert "page 2 of 2" in articles(opened)
        await grace.click(panel(opened), label="Previous")
        await grace.select(panel(opened), [], custom_id="settings:articles:choose:0")
        assert (await stored(world)).articles == {"29.txt"}
    finally:
        await world.services.worker.close(5)


@pytest.mark.parametrize("choice", LibraryChoice)
async def test_which_libraries_answer(world: World, grace: MemberActor, choice: LibraryChoice) -> None:
    opened = await grace.slash(world.channel, "settings")
    await grace.select(panel(opened), [choice.value], custom_id="settings:libraries:choose:0")
    assert await stored(world) == ServerSettings(libraries=choice)
    assert heading(opened, "Libraries") == "Saved\\."
    library = await grace.slash(world.channel, "library")
    assert say(f"library-answers-{choice.value}") in texts(panel(library).components)[0]


async def test_limits(world: World, grace: MemberActor) -> None:
    await store(world, ServerSettings(user_rate=7))
    opened = await open_manner(world, grace)
    form = await grace.click(panel(opened), label="Change")
    assert form.modal is not None
    assert [each["component"].get("value") for each in form.modal["components"]] == ["7", None]
    await grace.submit_modal(form, {"user": "", "server": "90"})
    assert await stored(world) == ServerSettings(server_rate=90)
    assert heading(opened, "Limits") == "Saved\\."
    assert "whole server\\: 90" in texts(panel(opened).components)[-1]


async def test_a_limit_that_cannot_be_is_repeated_and_the_other_is_set(
    world: World, grace: MemberActor
) -> None:
    await store(world, ServerSettings(user_rate=7))
    opened = await open_manner(world, grace)
    form = await grace.click(panel(opened), label="Change")
    result = await grace.submit_modal(form, {"user": "as many as *I* like", "server": "90"})
    assert reasons(result) == [say("settings-rate-unknown", text="as many as *I* like", most=1000)]
    assert await stored(world) == ServerSettings(user_rate=7, server_rate=90)
    form = await grace.click(panel(opened), label="Change")
    await grace.submit_modal(form, {"user": "no", "server": " 90 "})
    assert heading(opened, "Limits") == ""
    form = await grace.click(panel(opened), label="Change")
    result = await grace.submit_modal(form, {"user": "0", "server": "-1"})
    assert reasons(result) == [say("settings-rate-unknown", text=text, most=1000) for text in ("0", "-1")]
    assert await stored(world) == ServerSettings(user_rate=7, server_rate=90)
    assert heading(opened, "Limits") == ""


async def test_two_forms_at_once(world: World, grace: MemberActor, role: RoleHandle) -> None:
    hopper = manager(world, role, "Hopper")
    await world.env.settle()
    panels = [await open_manner(world, who) for who in (grace, hopper)]
    forms = [
        await who.click(panel(opened), label="Change")
        for who, opened in zip((grace, hopper), panels, strict=True)
    ]
    await grace.submit_modal(forms[0], {"user": "5", "server": ""})
    await hopper.submit_modal(forms[1], {"user": "", "server": "50"})
    assert await stored(world) == ServerSettings(user_rate=5, server_rate=50)


async def test_two_managers_at_once(world: World, grace: MemberActor, role: RoleHandle) -> None:
    hopper = manager(world, role, "Hopper")
    other = world.server.create_text_channel("other")
    await world.env.settle()
    one, two = [await who.slash(world.channel, "settings") for who in (grace, hopper)]
    choose = "settings:channels:choose:0"
    await grace.select(panel(one), [world.channel], custom_id=choose)
    for custom_id in (MANNER, "settings:mentions:off:0"):
        await grace.click(panel(one), custom_id=custom_id)
        await hopper.click(panel(two), custom_id=custom_id)
    assert heading(two, "Mentions") == "off · Saved\\."
    await grace.click(panel(one), custom_id=SCOPE)
    await hopper.click(panel(two), custom_id=SCOPE)
    await grace.select(panel(one), [], custom_id=choose)
    await hopper.select(panel(two), [world.channel, other], custom_id=choose)
    assert await stored(world) == ServerSettings(channels=frozenset({other.id}), mentions=False)


async def test_changes_of_one_server_come_one_after_the_other(world: World) -> None:
    channels = [world.server.create_text_channel(name) for name in ("a", "b", "c")]
    await world.env.settle()
    await store(world, ServerSettings(channels=frozenset(channel.id for channel in channels)))
    actions = SettingsActions(world.services)
    await asyncio.gather(*(actions.deleted(world.server.id, channel.id) for channel in channels[:2]))
    assert (await stored(world)).channels == frozenset({channels[2].id})


async def test_an_old_panel_works_after_a_restart(world: World, grace: MemberActor) -> None:
    opened = await grace.slash(world.channel, "settings")
    await world.restart()
    await grace.select(panel(opened), [world.channel], custom_id="settings:channels:choose:0")
    await grace.click(panel(opened), custom_id=MANNER)
    await grace.click(panel(opened), custom_id="settings:private:on:0")
    assert await stored(world) == ServerSettings(channels=frozenset({world.channel.id}), private=True)


async def test_switching_unanswered_questions_off_asks_before_it_deletes_them(
    world: World, grace: MemberActor
) -> None:
    repository = world.services.repository
    await store(world, ServerSettings(gaps=True))
    for question in ("who won?", "who lost?"):
        await repository.add_gap(world.server.id, question, GapReason.NOT_FOUND)
    opened = await open_manner(world, grace)
    await grace.click(panel(opened), custom_id="settings:gaps:off:0")
    (asked,) = texts(panel(opened).components)
    assert say("gaps-clear-sure", count=2) in asked
    await grace.click(panel(opened), label="Cancel")
    assert heading(opened, "Unanswered questions") == "on"
    assert len(await repository.gaps(world.server.id)) == 2
    await grace.click(panel(opened), custom_id="settings:gaps:off:0")
    await grace.click(panel(opened), label="Yes, do it")
    assert heading(opened, "Unanswered questions") == "off · Saved\\."
    assert await repository.gaps(world.server.id) == ()
    assert await stored(world) == ServerSettings()


async def test_without_the_database_the_panel_shows_what_is_stored(world: World, grace: MemberActor) -> None:
    await store(world, ServerSettings(private=True))
    opened = await open_manner(world, grace)
    form = await grace.click(panel(opened), label="Change")
    await world.services.repository.close()
    result = await grace.click(panel(opened), custom_id="settings:mentions:off:0")
    assert reasons(result) == [say("away")]
    assert (heading(opened, "Mentions"), heading(opened, "Private answers")) == ("on", "on")
    assert reasons(await grace.submit_modal(form, {"user": "5", "server": "0"})) == [say("away")]
    assert heading(opened, "Limits") == ""


async def test_settings_that_may_be_out_of_date_are_not_written_back(
    world: World, grace: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[ServerSettings] = []

    async def save(_: int, settings: ServerSettings) -> None:
        saved.append(settings)  # the database is back just when it is written to

    opened = await open_manner(world, grace)
    monkeypatch.setattr(world.services.repository, "save_settings", save)
    await world.services.repository.close()
    result = await grace.click(panel(opened), custom_id="settings:mentions:off:0")
    assert reasons(result) == [say("away")]
    assert saved == []


async def test_an_expired_press_is_a_line_in_the_log(
    world: World, grace: MemberActor, caplog: pytest.LogCaptureFixture
) -> None:
    opened = await open_manner(world, grace)
    world.env.inject_error(
        "POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction"
    )
    await grace.click(panel(opened), custom_id="settings:mentions:off:0")
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "Unknown interaction" in record.getMessage()
    assert record.exc_info is None
    assert await stored(world) == ServerSettings()


@pytest.mark.parametrize("loader", [False], indirect=True)
async def test_while_the_library_loads_all_but_articles_can_be_set(
    world: World, grace: MemberActor, loader: Loader
) -> None:
    await store(world, ServerSettings(articles=frozenset({"a.txt"})))
    opened = await grace.slash(world.channel, "settings")
    assert say("warming-up") in articles(opened)
    await grace.click(panel(opened), custom_id=MANNER)
    await grace.click(panel(opened), custom_id="settings:private:on:0")
    assert await stored(world) == ServerSettings(articles=frozenset({"a.txt"}), private=True)
    loader.ready.set()


async def test_a_deleted_channel_or_role_leaves_the_settings(world: World, grace: MemberActor) -> None:
    other, speaker = world.server.create_text_channel("other"), world.server.create_role("Speaker")
    await world.env.settle()
    await store(
        world,
        ServerSettings(channels=frozenset({world.channel.id, other.id}), roles=frozenset({speaker.id})),
    )
    guild = world.env.bot.get_guild(world.server.id)
    assert guild is not None
    for gone in (guild.get_channel(other.id), guild.get_role(speaker.id)):
        assert gone is not None
        await gone.delete()
    await world.env.settle()
    assert await stored(world) == ServerSettings(channels=frozenset({world.channel.id}), roles=frozenset())
    opened = await grace.slash(world.channel, "settings")
    assert say("settings-roles-gone") in texts(panel(opened).components)[2]
    await grace.click(panel(opened), label="Everybody")
    assert (await stored(world)).roles is None
    assert heading(opened, "Roles") == "everybody · Saved\\."


async def test_a_deleted_channel_while_the_database_is_away_is_a_line_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await store(world, ServerSettings(channels=frozenset({world.channel.id})))
    await world.services.repository.close()
    guild = world.env.bot.get_guild(world.server.id)
    assert guild is not None
    channel = guild.get_channel(world.channel.id)
    assert channel is not None
    await channel.delete()
    await world.env.settle()
    (record,) = [each for each in caplog.records if each.name == "bot.settings.actions"]
    assert record.levelno == logging.WARNING
    assert str(world.channel.id) in record.getMessage()
