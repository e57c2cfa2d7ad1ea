"""`/gaps`, as those who manage a server use it, and what it takes for a question to be there."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING

import discord
import pytest
import pytest_asyncio
import simcord

from bot.i18n.words import words_for
from bot.state.records import GapReason, ServerSettings
from bot.state.store import Store
from bot.ui.markdown import escape
from tests.bot.world import texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simcord import InteractionResult, MemberActor, RoleHandle
    from simcord.results import ResponseMessage

    from tests.bot.world import Loader, World

ENGLISH = words_for("en")
warming_up = pytest.mark.parametrize("loader", [False], indirect=True)


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


def questions(result: InteractionResult) -> list[str]:
    """List the questions on a page, with how often they were asked."""
    return [text.split("\n")[0] for text in shown(result)[1:] if "“" in text]


def by_first_word(questions: Sequence[str]) -> list[list[int]]:
    """Group as a library would, only that one can tell how."""
    words = [question.split()[0].lower() for question in questions]
    return [[i for i, word in enumerate(words) if word == own] for own in dict.fromkeys(words)]


@pytest.fixture
def role(world: World) -> RoleHandle:
    return world.server.create_role("Managers", permissions=discord.Permissions(manage_guild=True))


@pytest_asyncio.fixture
async def grace(world: World, role: RoleHandle, monkeypatch: pytest.MonkeyPatch) -> MemberActor:
    """Let a manager in, and have the server keep its gaps."""
    monkeypatch.setattr(world.library, "group", by_first_word, raising=False)
    grace = world.server.add_member(world.env.create_user("grace", global_name="Grace"), roles=[role])
    await world.services.repository.save_settings(world.server.id, ServerSettings(gaps=True))
    await world.env.settle()
    return grace


async def keep(world: World, *gaps: str, reason: GapReason = GapReason.NOT_FOUND) -> None:
    for question in gaps:
        await world.services.repository.add_gap(world.server.id, question, reason)


async def test_what_was_not_found_or_voted_down_is_listed_by_likeness(
    world: World, grace: MemberActor
) -> None:
    await world.ada.slash(world.channel, "ask", question="whoever danced?")
    await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    await world.ada.slash(world.channel, "ask", question="whoever slept?")
    (down,) = [
        button
        for row in world.replies()[1].components[0].children  # type: ignore[union-attr] # a container
        for button in getattr(row, "children", ())
        if button.custom_id is not None and button.custom_id.startswith("answer:down:")
    ]
    await world.ada.click(world.replies()[1], custom_id=down.custom_id)
    result = await grace.slash(world.channel, "gaps")
    title, first, second = shown(result)
    assert title == f"### {say('gaps-title')}"
    assert first.split("\n")[0] == "2 times, such as\\: “whoever slept?”"
    assert say("gaps-reason-not-found") in first
    assert second.split("\n")[0] == "Once\\: “They met in her hometown?”"
    assert say("gaps-reason-downvoted") in second


async def test_nobody_else_sees_the_list(world: World, grace: MemberActor) -> None:
    await keep(world, "who won?")
    assert questions(await grace.slash(world.channel, "gaps")) == ["Once\\: “who won?”"]
    assert world.replies() == []


async def test_nothing_is_kept_where_the_server_did_not_ask_for_it(world: World, grace: MemberActor) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings())
    await world.ada.slash(world.channel, "ask", question="whoever danced?")
    assert shown(await grace.slash(world.channel, "gaps")) == [say("gaps-off")]
    assert await world.services.repository.gaps(world.server.id) == ()


async def test_no_gaps(world: World, grace: MemberActor) -> None:
    assert shown(await grace.slash(world.channel, "gaps")) == [say("gaps-empty")]


async def test_who_may_not_manage_the_server_is_not_offered_the_command(world: World) -> None:
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await world.ada.slash(world.channel, "gaps")


async def test_a_right_that_was_lost_counts_at_each_press(
    world: World, grace: MemberActor, role: RoleHandle
) -> None:
    await keep(world, "who won?")
    opened = await grace.slash(world.channel, "gaps")
    world.env.backend.remove_member_role(world.server.id, grace.id, role.id)
    for custom_id in ("gaps:clear:0", "gaps:export:0"):
        result = await grace.click(private(opened), custom_id=custom_id)
        assert shown(result) == [say("needs-manage-server")]
    assert questions(opened) == ["Once\\: “who won?”"]
    assert len(await world.services.repository.gaps(world.server.id)) == 1


@pytest.mark.usefixtures("grace")
async def test_an_admin_may_show_the_command_to_all_but_not_the_list(world: World) -> None:
    registered = world.env.backend.find_command("gaps", world.server.id)
    assert registered is not None
    world.server.set_command_permissions(int(registered["id"]), {world.ada: True})
    await keep(world, "who won?")
    assert shown(await world.ada.slash(world.channel, "gaps")) == [say("needs-manage-server")]


async def test_turning_pages_after_a_restart_computes_nothing_twice(
    world: World, grace: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []

    def alone(questions: Sequence[str]) -> list[list[int]]:
        compared.append(len(questions))
        return [[i] for i in range(len(questions))]

    monkeypatch.setattr(world.library, "group", alone, raising=False)
    await keep(world, *(f"question {i}" for i in range(600)))
    opened = await grace.slash(world.channel, "gaps")
    assert questions(opened)[0] == "Once\\: “question 599”"
    await world.restart()
    await grace.click(private(opened), custom_id="gaps:page:1")
    assert questions(opened)[0] == "Once\\: “question 592”"
    await grace.click(private(opened), custom_id="gaps:page:2")
    assert questions(opened)[0] == "Once\\: “question 585”"
    assert shown(opened)[-1] == f"-# {say('gaps-page', page=3, pages=86)}"
    assert compared == [300, 300]  # once, and once more after the restart


async def test_clearing_asks_first(world: World, grace: MemberActor) -> None:
    await keep(world, "who won?", "who lost?")
    opened = await grace.slash(world.channel, "gaps")
    await grace.click(private(opened), label="Clear list")
    assert shown(opened) == [say("gaps-clear-sure", count=2)]
    await grace.click(private(opened), label="Cancel")
    assert len(questions(opened)) == 1
    await grace.click(private(opened), label="Clear list")
    await grace.click(private(opened), label="Yes, do it")
    assert shown(opened) == [say("gaps-cleared")]
    assert await world.services.repository.gaps(world.server.id) == ()


async def test_the_file(world: World, grace: MemberActor) -> None:
    await keep(world, "=who()", "where?", "who won?")
    opened = await grace.slash(world.channel, "gaps")
    (file,) = private(await grace.click(private(opened), label="Export as CSV")).attachments
    assert file.filename == f"gaps-{datetime.datetime.now(datetime.UTC).date()}.csv"
    text = (await file.read()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[:4] for row in rows] == [
        ["group", "question", "count", "reason"],
        ["1", "who won?", "1", "the article does not say"],
        ["2", "where?", "1", "the article does not say"],
        ["3", "'=who()", "1", "the article does not say"],
    ]
    assert len(questions(opened)) == 3


@warming_up
async def test_while_the_library_loads_each_wording_is_alone(
    world: World, grace: MemberActor, loader: Loader
) -> None:
    await keep(world, "who won?", "who lost?", "Who  won?")
    assert questions(await grace.slash(world.channel, "gaps")) == [
        "2 times, such as\\: “Who  won?”",
        "Once\\: “who lost?”",
    ]
    loader.ready.set()


async def test_without_the_database_there_is_a_reason(world: World, grace: MemberActor) -> None:
    await keep(world, "who won?")
    opened = await grace.slash(world.channel, "gaps")
    asked = await grace.slash(world.channel, "gaps")
    await grace.click(private(asked), label="Clear list")
    await world.services.repository.close()
    assert shown(await grace.slash(world.channel, "gaps")) == [say("away")]
    for message, label in ((opened, "Clear list"), (asked, "Yes, do it")):
        result = await grace.click(private(message), label=label)
        (told,) = result.followups
        assert told.ephemeral
        assert texts(told.components) == [say("away")]
    assert shown(await grace.click(private(opened), label="Export as CSV")) == [say("away")]
    assert questions(opened) == ["Once\\: “who won?”"]
    assert shown(asked) == [say("gaps-clear-sure", count=1)]


async def test_in_the_servers_language(world: World, grace: MemberActor) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(gaps=True, language="ja"))
    assert shown(await grace.slash(world.channel, "gaps")) == [escape(words_for("ja").say("gaps-empty"))]


async def test_questions_are_removed_each_day_once_they_are_old(world: World, tmp_path: Path) -> None:
    then = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=31)
    store = await Store.open(f"sqlite:///{tmp_path / 'state.db'}", clock=lambda: then)
    await store.add_gap(world.server.id, "How old is this?", GapReason.NOT_FOUND)
    assert len(await store.gaps(world.server.id)) == 1
    await world.env.advance_time(24 * 60 * 60)
    assert await store.gaps(world.server.id) == ()
    await store.close()
