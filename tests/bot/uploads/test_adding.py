"""Adding documents, as two managers of a server do it, and as others may not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import pytest

from bot.publishing.problems import LibraryProblem
from bot.publishing.publisher import Progress
from bot.ui.markdown import escape
from tests.bot.uploads.building import (
    GUIDE,
    NOTES,
    HeldPublishing,
    add,
    card,
    control,
    say,
    shown,
    stored,
    told,
    upload,
)
from tests.index.text.test_language import PARAGRAPHS

if TYPE_CHECKING:
    from simcord import MemberActor

    from tests.bot.world import World


async def test_what_was_understood_is_shown_before_it_counts(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE)
    title, described = shown(preview)
    assert title == f"### {say('library-preview')}"
    assert described.split("\n") == [
        "**Guide**",
        "-# guide\\.md · 4 sentences · English",
        "> The pump starts at noon\\.",
        "> It stops when the tank is full\\.",
        "> Ask Nara\\.",
    ]
    assert await stored(world) == ()


async def test_a_document_is_there_once_it_is_confirmed(world: World, grace: MemberActor) -> None:
    preview = await add(world, grace, GUIDE)
    assert shown(preview) == ["Added\\: **Guide**", say("library-ready")]
    (entry,) = await stored(world)
    assert (entry.name, entry.title, entry.sentences, entry.added_by) == ("guide.md", "Guide", 4, grace.id)
    assert (await world.services.documents.document(entry)).title == "Guide"


async def test_several_files_with_one_that_cannot_be_read(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE, NOTES, ("empty.txt", b""))
    assert [text.split("\n")[0] for text in shown(preview)[1:3]] == ["**Guide**", "**Notes**"]
    assert "empty\\.txt" in shown(preview)[3]
    await grace.click(card(preview), custom_id=control(card(preview), "confirm"))
    assert [entry.title for entry in await stored(world)] == ["Guide", "Notes"]


async def test_where_nothing_can_be_read_nothing_can_be_confirmed(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, ("empty.txt", b""))
    assert shown(preview)[0] == f"### {say('library-preview-none')}"
    with pytest.raises(StopIteration):
        control(card(preview), "confirm")


async def test_cancelling_adds_nothing(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE)
    await grace.click(card(preview), custom_id=control(card(preview), "cancel"))
    assert shown(preview) == [say("library-cancelled")]
    assert await stored(world) == ()


async def test_what_is_confirmed_twice_at_once_is_added_once(
    world: World, grace: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, defer = asyncio.Event(), discord.InteractionResponse.defer

    async def defer_and_wait(response: discord.InteractionResponse) -> None:
        await defer(response)
        await world.env.external_wait(gate.wait(), reason="two presses are on their way")

    preview = await upload(world, grace, GUIDE)
    monkeypatch.setattr(discord.InteractionResponse, "defer", defer_and_wait)
    presses = [await grace.click(card(preview), custom_id=control(card(preview), "confirm")) for _ in "12"]
    assert await stored(world) == ()
    gate.set()
    await world.env.settle()
    assert [entry.title for entry in await stored(world)] == ["Guide"]
    for press in presses:
        assert shown(press) == ["Added\\: **Guide**", say("library-ready")]
        assert told(press) == []


async def test_by_the_command_alone(world: World, grace: MemberActor) -> None:
    preview = await grace.slash(world.channel, "library", file=GUIDE)
    assert shown(preview)[1].startswith("**Guide**")
    assert card(preview).ephemeral


async def test_by_the_menu_of_a_message(world: World, grace: MemberActor) -> None:
    message = await world.ada.send(world.channel, "Here it is", attachments=[GUIDE, NOTES])
    preview = await grace.context_menu(world.channel, "Add to the library", message)
    assert [text.split("\n")[0] for text in shown(preview)[1:]] == ["**Guide**", "**Notes**"]


async def test_the_menu_of_a_message_without_files(world: World, grace: MemberActor) -> None:
    message = await world.ada.send(world.channel, "Nothing here")
    assert shown(await grace.context_menu(world.channel, "Add to the library", message)) == [
        say("library-no-files")
    ]


async def test_a_preview_is_gone_after_a_restart(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE)
    await world.restart()
    pressed = await grace.click(card(preview), custom_id=control(card(preview), "confirm"))
    assert shown(pressed) == [say("library-draft-gone")]
    assert await stored(world) == ()


async def test_who_is_no_manager_any_more_cannot_confirm(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE)
    world.env.backend.remove_member_role(world.server.id, grace.id, world.server.roles["Graces"].id)
    pressed = await grace.click(card(preview), custom_id=control(card(preview), "confirm"))
    assert shown(pressed) == [say("needs-manage-server")]
    assert await stored(world) == ()


async def test_two_managers_add_at_once(world: World, grace: MemberActor, alan: MemberActor) -> None:
    first, second = await upload(world, grace, GUIDE), await upload(world, alan, NOTES)
    await alan.click(card(second), custom_id=control(card(second), "confirm"))
    await grace.click(card(first), custom_id=control(card(first), "confirm"))
    assert [(entry.title, entry.added_by) for entry in await stored(world)] == [
        ("Notes", alan.id),
        ("Guide", grace.id),
    ]


async def test_the_progress_is_shown_as_a_bar(
    world: World, grace: MemberActor, publishing: HeldPublishing
) -> None:
    publishing.ready.clear()
    publishing.now = Progress(0, 10)
    preview = await add(world, grace, GUIDE)
    assert len(shown(preview)) == 1
    await world.env.advance_time(5)
    assert shown(preview)[1].startswith("░░░░░░░░░░ 0 %")
    publishing.now = Progress(6, 10)
    await world.env.advance_time(5)
    assert shown(preview)[1].startswith("▓▓▓▓▓▓░░░░ 60 % · about")
    publishing.ready.set()
    await world.env.settle()
    assert shown(preview)[1] == say("library-ready")


async def test_a_document_in_another_language_is_said_to_be(world: World, grace: MemberActor) -> None:
    text = "\n\n".join([*PARAGRAPHS["it"]] * 2).encode()
    _, described = shown(await upload(world, grace, ("mulino.txt", text)))
    _, facts, odd, *_ = described.split("\n")
    assert facts == "-# mulino\\.txt · 4 sentences · Italiano"
    assert odd == f"-# ⚠️ {say('oddity-other-language', detail='Italiano')}"


async def test_what_goes_wrong_in_a_build_is_said(
    world: World, grace: MemberActor, publishing: HeldPublishing
) -> None:
    publishing.wrong = LibraryProblem.some_lost(["guide.md"])
    preview = await add(world, grace, GUIDE)
    assert shown(preview)[1] == say("library-some-lost", names="guide.md")
    panel = await grace.slash(world.channel, "library")
    assert f"-# {say('library-some-lost', names='guide.md')}" in shown(panel)[0].split("\n")


async def test_a_build_that_takes_long_is_left_to_the_panel(
    world: World, grace: MemberActor, publishing: HeldPublishing
) -> None:
    publishing.ready.clear()
    preview = await add(world, grace, GUIDE)
    await world.env.advance_time(13 * 60)
    assert shown(preview)[1] == say("library-later")
    publishing.ready.set()


async def test_the_database_is_away(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE)
    await world.services.repository.close()
    pressed = await grace.click(card(preview), custom_id=control(card(preview), "confirm"))
    assert told(pressed) == [say("away")]
    assert shown(preview)[0] == f"### {say('library-preview')}"  # and can be confirmed later
    assert shown(await grace.slash(world.channel, "library")) == [say("away")]


class Refusal:
    """What discord.py wants to know of an answer."""

    reason = "of the test"

    def __init__(self, status: int) -> None:
        self.status = status


async def test_a_file_that_discord_has_no_more(
    world: World, grace: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(_: str) -> bytes:
        raise discord.NotFound(Refusal(404), "asset not found")

    monkeypatch.setattr(world.env.bot.http, "get_from_cdn", gone)
    preview = await upload(world, grace, GUIDE)
    assert shown(preview)[1] == say("library-file-gone", name="guide.md")


async def test_a_file_is_asked_for_again_while_discord_is_out_of_order(
    world: World, grace: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    give, failures = world.env.bot.http.get_from_cdn, [503, 502]

    async def give_later(url: str) -> bytes:
        if failures:
            refusal = Refusal(failures.pop())
            raise discord.HTTPException(refusal, "failed to get asset")
        return await give(url)

    monkeypatch.setattr(world.env.bot.http, "get_from_cdn", give_later)
    preview = await upload(world, grace, GUIDE)
    await world.env.advance_time(60)
    assert shown(preview)[1].startswith("**Guide**")
    assert failures == []


async def test_a_file_that_is_too_large_is_not_downloaded(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, ("large.txt", b"x" * (10 * 2**20 + 1)))
    assert shown(preview)[1] == say("document-too-large", name="large.txt", mebibytes=11, limit=10)


async def test_names_are_shown_as_they_are(world: World, grace: MemberActor) -> None:
    await add(world, grace, ("../../**b**\u202e_x.txt", b"It is so."))
    (entry,) = await stored(world)
    assert "/" not in entry.name
    panel = "\n".join(shown(await grace.slash(world.channel, "library")))
    assert escape(entry.name) in panel
    assert "\u202e" not in panel


async def test_only_managers_add(world: World, grace: MemberActor) -> None:
    preview = await upload(world, grace, GUIDE)
    assert card(preview).ephemeral
    message = await world.ada.send(world.channel, "Here", attachments=[GUIDE])
    assert world.ada.available_commands(world.channel).count("library") == 0
    assert "Add to the library" not in world.ada.available_commands(world.channel)
    assert message.attachments
