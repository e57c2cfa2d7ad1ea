"""Servers that the bot leaves are forgotten, their documents after a while, and not where it returns."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.state.records import GapReason, ServerSettings
from tests.bot.state.catalog.documents import HANDBOOK, PLENTY

if TYPE_CHECKING:
    from bot.state.repository import Repository
    from tests.bot.world import World

DAY = datetime.timedelta(days=1)


def tomorrow(repository: Repository) -> datetime.datetime:
    """Return when the documents of a server that is left today are kept no longer."""
    return datetime.datetime.now(datetime.UTC) + repository.keep_libraries + DAY


async def leave(world: World) -> None:
    guild = world.env.bot.get_guild(world.server.id)
    assert guild is not None
    await guild.leave()
    await world.env.settle()


async def test_a_server_that_the_bot_leaves_is_forgotten(world: World) -> None:
    repository = world.services.repository
    document = replace(HANDBOOK, server=world.server.id)
    await repository.save_settings(world.server.id, ServerSettings(private=True))
    await repository.add_gap(world.server.id, "who won?", GapReason.NOT_FOUND)
    await repository.add_entry(document, most=PLENTY)
    await leave(world)
    assert await repository.stored_settings(world.server.id) == ServerSettings()
    assert await repository.gaps(world.server.id) == ()
    await repository.delete_old(datetime.datetime.now(datetime.UTC) + DAY)
    assert await repository.catalog(world.server.id) == (document,)
    await repository.delete_old(tomorrow(repository))
    assert await repository.catalog(world.server.id) == ()


async def test_documents_of_a_server_that_the_bot_left_unseen_go_and_others_stay(world: World) -> None:
    repository = world.services.repository
    here, gone = replace(HANDBOOK, server=world.server.id), replace(HANDBOOK, id=1, server=7)
    for document in (here, gone):
        await repository.add_entry(document, most=PLENTY)
    await repository.left(world.server.id)  # and it came back while the bot was not connected
    await world.restart()
    await world.env.settle()
    await repository.delete_old(tomorrow(repository))
    assert await repository.catalog(world.server.id) == (here,)
    assert await repository.catalog(7) == ()
