"""The panel of a server's library, as two managers use it, and a member of two servers."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import discord
import pytest
import simcord

from tests.bot.uploads.building import (
    GUIDE,
    NOTES,
    add,
    card,
    control,
    say,
    shown,
    stored,
    told,
)
from tests.bot.world import texts

if TYPE_CHECKING:
    from simcord import InteractionResult, MemberActor

    from tests.bot.discord_api import Json
    from tests.bot.world import World


async def opened(world: World, person: MemberActor, document: str = "Guide") -> InteractionResult:
    """Open the panel and a document; returns the panel, whose card is the document's then."""
    panel = await person.slash(world.channel, "library")
    (entry,) = [entry for entry in await stored(world) if entry.title == document]
    await person.click(card(panel), custom_id=f"library:open:0:{entry.id:x}")
    return panel


async def pressed(person: MemberActor, panel: InteractionResult, action: str) -> InteractionResult:
    return await person.click(card(panel), custom_id=control(card(panel), action))


async def test_an_empty_library_explains_itself(world: World, grace: MemberActor) -> None:
    panel = await grace.slash(world.channel, "library")
    head, explained, *_ = shown(panel)
    assert head.split("\n") == [
        f"### {say('library-title')}",
        f"-# {say('library-intro')}",
        "-# 0 of 100 documents · 0 of 20,000 sentences · 0 of 50 MiB",
        f"-# {say('library-answers-both')}",
    ]
    assert explained == say("library-empty")
    with pytest.raises(StopIteration):
        control(card(panel), "export")


async def test_what_is_there_is_listed(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE, NOTES)
    panel = await grace.slash(world.channel, "library")
    head, guide, notes, *_ = shown(panel)
    assert "2 of 100 documents · 7 of 20,000 sentences · 0\\.1 of 50 MiB" in head
    title, facts, origin, state = guide.split("\n")
    assert (title, facts) == ("**Guide**", "-# guide\\.md · 4 sentences · English · 1 KiB")
    assert origin.startswith("-# added <t:")
    assert origin.endswith(f"by <@{grace.id}>")
    assert state == f"-# {say('library-waiting')}"
    assert notes.startswith("**Notes**")


async def test_nobody_else_sees_the_panel(world: World) -> None:
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await world.ada.slash(world.channel, "library")
    registered = world.env.backend.find_command("library", world.server.id)
    assert registered is not None
    world.server.set_command_permissions(int(registered["id"]), {world.ada: True})
    assert shown(await world.ada.slash(world.channel, "library")) == [say("needs-manage-server")]
    assert shown(await world.ada.slash(world.channel, "library", file=GUIDE)) == [say("needs-manage-server")]


async def test_a_right_that_was_lost_counts_at_each_press(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    panel = await grace.slash(world.channel, "library")
    world.env.backend.remove_member_role(world.server.id, grace.id, world.server.roles["Graces"].id)
    assert shown(await pressed(grace, panel, "clear")) == [say("needs-manage-server")]


async def test_another_server_sees_nothing_of_it(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    other = world.env.create_guild("Elsewhere")
    channel = other.create_text_channel("talk")
    role = other.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    there = other.add_member(grace.user, roles=[role])
    await world.env.settle()
    panel = await there.slash(channel, "library")
    assert shown(panel)[1] == say("library-empty")
    (entry,) = await stored(world)
    assert await world.services.repository.stored_catalog(other.id) == ()
    assert entry.server == world.server.id


async def test_a_document_has_a_card_of_its_own(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    panel = await opened(world, grace)
    about, channels, roles = shown(panel)
    assert about.startswith("**Guide**\n-# guide\\.md")
    assert (channels, roles) == (f"**{say('library-channels')}**", f"**{say('library-roles')}**")
    await pressed(grace, panel, "page")
    assert shown(panel)[0].startswith(f"### {say('library-title')}")


async def test_renaming(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    panel = await opened(world, grace)
    form = await pressed(grace, panel, "rename")
    await grace.submit_modal(form, {"title": "The *pump*"})
    (entry,) = await stored(world)
    assert entry.title == "The *pump*"
    assert shown(panel)[0].startswith("**The \\*pump\\***\n")


async def test_replacing(world: World, grace: MemberActor, alan: MemberActor) -> None:
    await add(world, grace, GUIDE)
    panel = await opened(world, alan)
    form = await pressed(alan, panel, "replace")
    preview = await alan.submit_modal(form, {"files": [("guide.md", b"# Guide\n\nThe pump starts at one.")]})
    assert shown(preview)[1] == say("library-preview-replaces", title="Guide")
    await pressed(alan, preview, "confirm")
    (entry,) = await stored(world)
    assert (entry.version, entry.sentences, entry.added_by) == (2, 2, alan.id)
    assert f"by <@{alan.id}> · version 2" in shown(await grace.slash(world.channel, "library"))[1]


async def test_what_two_managers_replace_is_replaced_once(
    world: World, grace: MemberActor, alan: MemberActor
) -> None:
    await add(world, grace, GUIDE)
    previews = []
    for person in (grace, alan):
        form = await pressed(person, await opened(world, person), "replace")
        text = f"# Guide\n\nThe text of {person.name}.".encode()
        preview = await person.submit_modal(form, {"files": [("guide.md", text)]})
        previews.append((person, preview))
    for person, preview in previews:
        await pressed(person, preview, "confirm")
    assert shown(previews[1][1]) == [say("document-changed")]
    (entry,) = await stored(world)
    assert (entry.version, entry.added_by) == (2, grace.id)


async def test_removing_asks_once(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE, NOTES)
    panel = await opened(world, grace)
    await pressed(grace, panel, "remove")
    assert shown(panel) == [say("library-remove-sure", title="Guide")]
    await pressed(grace, panel, "open")
    assert len(await stored(world)) == 2
    await pressed(grace, panel, "remove")
    await pressed(grace, panel, "remove_now")
    assert [entry.title for entry in await stored(world)] == ["Notes"]
    assert shown(panel)[1].startswith("**Notes**")


async def test_what_another_manager_has_removed(world: World, grace: MemberActor, alan: MemberActor) -> None:
    await add(world, grace, GUIDE, NOTES)
    panel = await opened(world, alan)
    other = await opened(world, grace)
    await pressed(grace, other, "remove")
    await pressed(grace, other, "remove_now")
    result = await pressed(alan, panel, "remove")
    assert told(result) == [say("document-gone")]
    assert shown(panel)[1].startswith("**Notes**")


async def test_removing_all_asks_once(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE, NOTES)
    panel = await grace.slash(world.channel, "library")
    await pressed(grace, panel, "clear")
    assert shown(panel) == [say("library-clear-sure", count=2)]
    await pressed(grace, panel, "page")
    assert len(await stored(world)) == 2
    await pressed(grace, panel, "clear")
    await pressed(grace, panel, "clear_now")
    assert await stored(world) == ()
    assert shown(panel)[1] == say("library-empty")


async def test_exporting(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE, NOTES)
    panel = await grace.slash(world.channel, "library")
    exported = await pressed(grace, panel, "export")
    (attachment,) = card(exported).attachments
    with zipfile.ZipFile(io.BytesIO(await attachment.read())) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict([GUIDE, NOTES])


async def test_limits_to_channels_and_roles(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    role = world.server.roles["Graces"]
    panel = await opened(world, grace)
    await grace.select(card(panel), [world.channel], custom_id=control(card(panel), "channels"))
    await grace.select(card(panel), [role], custom_id=control(card(panel), "roles"))
    (entry,) = await stored(world)
    assert (entry.channels, entry.roles) == (frozenset({world.channel.id}), frozenset({role.id}))
    listed = shown(await grace.slash(world.channel, "library"))[1].split("\n")
    assert listed[-2:] == [f"-# only in <#{world.channel.id}>", f"-# only for <@&{role.id}>"]
    about, *_ = shown(panel)
    assert "only" not in about  # the selects below say so
    await grace.select(card(panel), [], custom_id=control(card(panel), "channels"))
    (entry,) = await stored(world)
    assert (entry.channels, entry.roles) == (None, frozenset({role.id}))


async def test_a_channel_that_was_deleted_leaves_limits_closed(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    gone = world.server.create_text_channel("gone")
    await world.env.settle()
    panel = await opened(world, grace)
    await grace.select(card(panel), [gone], custom_id=control(card(panel), "channels"))
    channel = world.env.bot.get_channel(gone.id)
    await channel.delete()  # type: ignore[union-attr] # it is a channel of a server
    await world.env.settle()
    (entry,) = await stored(world)
    assert entry.channels == frozenset()
    await pressed(grace, panel, "page")
    assert shown(panel)[1].split("\n")[-1] == f"-# {say('library-nowhere')}"
    panel = await opened(world, grace)
    assert say("library-channels-gone") in shown(panel)[1]
    await pressed(grace, panel, "all_channels")
    (entry,) = await stored(world)
    assert entry.channels is None


async def test_pages(world: World, grace: MemberActor) -> None:
    for number in range(7):
        await add(world, grace, (f"{number}.md", f"# Number {number}\n\nIt is so.".encode()))
    panel = await grace.slash(world.channel, "library")
    assert say("library-page", page=1, pages=2) in shown(panel)[6]
    (after,) = [each for each in buttons(card(panel)) if each.get("label") == "Next"]
    await grace.click(card(panel), custom_id=after["custom_id"])
    assert [text.split("\n")[0] for text in shown(panel)[1:3]] == ["**Number 5**", "**Number 6**"]


def buttons(message: Json) -> list[Json]:
    def visit(components: Json) -> list[Json]:
        found = []
        for item in components:
            raw = item if isinstance(item, dict) else item.to_dict()
            found += [raw] if "label" in raw else []
            found += visit(raw.get("components") or [])
        return found

    return visit(message.components)


async def test_an_old_panel_works_after_a_restart(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    panel = await opened(world, grace)
    await world.restart()
    await pressed(grace, panel, "page")
    assert shown(panel)[1].startswith("**Guide**")


async def test_the_database_is_away(world: World, grace: MemberActor) -> None:
    await add(world, grace, GUIDE)
    panel = await grace.slash(world.channel, "library")
    before = texts(card(panel).components)
    await world.services.repository.close()
    assert told(await pressed(grace, panel, "clear")) == [say("away")]
    assert texts(card(panel).components) == before


async def test_managers_read_of_it_in_the_help(world: World, grace: MemberActor) -> None:
    for person, there in ((grace, True), (world.ada, False)):
        helped = await person.slash(world.channel, "help")
        assert (say("help-library") in "\n".join(shown(helped))) is there
