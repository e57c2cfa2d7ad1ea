"""What words of questions mean in a server: written in its panel, used at its next question, nowhere else."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import discord
import pytest
import pytest_asyncio

from bot.library.worker import LibraryWorker
from bot.state.records import LibraryChoice, ServerSettings
from index import Library, build
from index.models.protocols import Models
from tests.bot.doubles import stopped
from tests.bot.shared_library import SharedLibrary
from tests.bot.uploads.building import card, control, say, shown, told
from tests.bot.world import texts
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simcord import ChannelHandle, InteractionResult, MemberActor

    from tests.bot.world import Patience, World

BUTTON = "aliases:0"


@pytest_asyncio.fixture
async def worker(articles: Path, patience: Patience) -> AsyncIterator[LibraryWorker]:
    """Answer from a folder that has an alias of its own."""
    (articles / "aliases.toml").write_text('hound = "blue dog"\n', encoding="utf-8")
    index = articles.parent / "index"
    build(articles, index, encoder=ToyEncoder())
    worker = LibraryWorker(
        SharedLibrary(functools.partial(Library.open, index, Models(ToyEncoder()))),
        queue_size=2,
        batch_size=16,
        deadline=10.0,
        question_seconds=0.05,
        clock=stopped,
        wait=patience,
    )
    worker.open()
    await worker.ready()
    yield worker
    await worker.close(5)


async def form(world: World, person: MemberActor, channel: ChannelHandle | None = None) -> InteractionResult:
    """Open the panel, and its form of aliases; returns both."""
    panel = await person.slash(channel or world.channel, "library")
    return await person.click(card(panel), custom_id=BUTTON)


async def write(world: World, person: MemberActor, text: str) -> InteractionResult:
    """Write aliases; returns the panel, which says what came of it."""
    panel = await person.slash(world.channel, "library")
    opened = await person.click(card(panel), custom_id=BUTTON)
    await person.submit_modal(opened, {"aliases": text})
    return panel


def standing(opened: InteractionResult) -> str:
    """Read what stands in the form."""
    assert opened.modal is not None
    (label,) = opened.modal["components"]
    return label["component"].get("value") or ""


async def asked(person: MemberActor, channel: ChannelHandle, question: str) -> list[str]:
    result = await person.slash(channel, "ask", question=question)
    assert result.response is not None
    return texts(result.response.components)


async def test_a_running_bot_uses_them_at_the_next_question(world: World, grace: MemberActor) -> None:
    before = await asked(world.ada, world.channel, "the pup")
    assert not any("Read as" in text for text in before)
    panel = await write(world, grace, "pup = red fox\nSol = sun")
    assert shown(panel) == [
        f"### {say('library-form-aliases')}",
        say("aliases-saved", count=2),
        "-# pup \\= red fox\n-# Sol \\= sun",
    ]
    head, quote, *_ = await asked(world.ada, world.channel, "the pup")
    assert head == "-# the pup\n-# Read as\\: red fox"
    assert quote.startswith("> The red fox")
    head, quote, *_ = await asked(world.ada, world.channel, "the hound")
    assert head == "-# the hound\n-# Read as\\: blue dog"
    assert quote.startswith("> The blue dog")


async def test_they_come_before_those_of_the_folder(world: World, grace: MemberActor) -> None:
    await write(world, grace, "Hound = red fox")
    head, *_ = await asked(world.ada, world.channel, "the hound")
    assert head == "-# the hound\n-# Read as\\: red fox"


@pytest.mark.parametrize("choice", [LibraryChoice.BOTH, LibraryChoice.SHARED])
async def test_they_never_act_in_another_server(
    world: World, grace: MemberActor, choice: LibraryChoice
) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(libraries=choice))
    other = world.env.create_guild("Elsewhere")
    channel = other.create_text_channel("talk")
    role = other.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    there = other.add_member(world.env.create_user("eve", global_name="Eve"), roles=[role])
    ada = other.add_member(world.ada.user)
    await world.env.settle()
    await write(world, grace, "pup = red fox")
    assert "Read as" not in "".join(await asked(ada, channel, "the pup"))
    assert standing(await form(world, there, channel)) == ""
    assert "Read as" in "".join(await asked(world.ada, world.channel, "the pup"))
    direct = await world.ada.user.slash("ask", question="the pup")
    assert direct.response is not None
    assert "Read as" not in "".join(texts(direct.response.components))


async def test_what_is_kept_stands_in_the_form_and_can_be_taken_away(
    world: World, grace: MemberActor, alan: MemberActor
) -> None:
    await write(world, grace, "pup = red fox\n\nsol=sun")
    opened = await form(world, alan)
    assert standing(opened) == "pup = red fox\nsol = sun"
    panel = await write(world, alan, "")
    assert shown(panel)[1:] == [say("aliases-saved", count=0)]
    assert "Read as" not in "".join(await asked(world.ada, world.channel, "the pup"))


async def test_wrong_lines_are_said_and_what_was_typed_stands_in_the_form_again(
    world: World, grace: MemberActor, alan: MemberActor
) -> None:
    typed = "pup = red fox\nsun\n= moon"
    panel = await write(world, grace, typed)
    assert shown(panel) == [
        f"### {say('aliases-not-saved')}",
        "\n".join(
            f"-# {say('aliases-line-wrong', number=number, text=text)}"
            for number, text in ((2, "sun"), (3, "= moon"))
        ),
        say("aliases-typed-kept"),
    ]
    assert "Read as" not in "".join(await asked(world.ada, world.channel, "the pup"))
    assert standing(await form(world, alan)) == ""
    again = await grace.click(card(panel), custom_id=BUTTON)
    assert standing(again) == typed
    await grace.submit_modal(again, {"aliases": "pup = red fox"})
    assert shown(panel)[1] == say("aliases-saved", count=1)
    assert standing(await form(world, grace)) == "pup = red fox"


async def test_what_two_managers_write_is_both_kept(
    world: World, grace: MemberActor, alan: MemberActor
) -> None:
    forms = [(person, await form(world, person)) for person in (grace, alan)]
    for (person, opened), text in zip(forms, ("pup = red fox", "sol = sun"), strict=True):
        await person.submit_modal(opened, {"aliases": text})
    assert standing(await form(world, grace)) == "sol = sun\npup = red fox"


async def test_without_the_database_nothing_typed_is_lost(world: World, grace: MemberActor) -> None:
    panel = await grace.slash(world.channel, "library")
    opened = await grace.click(card(panel), custom_id=BUTTON)
    await world.services.repository.close()
    result = await grace.submit_modal(opened, {"aliases": "pup = red fox"})
    assert told(result) == [say("away")]
    again = await grace.click(card(panel), custom_id=BUTTON)
    assert standing(again) == "pup = red fox"


async def test_a_member_who_manages_nothing(world: World, grace: MemberActor) -> None:
    panel = await grace.slash(world.channel, "library")
    world.env.backend.remove_member_role(world.server.id, grace.id, world.server.roles["Graces"].id)
    assert shown(await grace.click(card(panel), custom_id=BUTTON)) == [say("needs-manage-server")]


async def test_back_leads_to_the_list(world: World, grace: MemberActor) -> None:
    panel = await write(world, grace, "pup = red fox")
    await grace.click(card(panel), custom_id=control(card(panel), "page"))
    assert shown(panel)[0].startswith(f"### {say('library-title')}")
