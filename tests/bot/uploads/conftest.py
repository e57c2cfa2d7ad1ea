"""A bot whose libraries are built as the test says, and two managers of its server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
import pytest_asyncio

from bot.access.rate_limits import RateLimiter
from bot.interactions.services import Services
from tests.bot.uploads.building import HeldPublishing

if TYPE_CHECKING:
    from simcord import MemberActor

    from bot.library.worker import LibraryWorker
    from bot.state.repository import Repository
    from tests.bot.world import World


@pytest.fixture
def publishing() -> HeldPublishing:
    return HeldPublishing()


@pytest.fixture
def services(worker: LibraryWorker, repository: Repository, publishing: HeldPublishing) -> Services:
    limiter = RateLimiter(user_rate=1000, server_rate=1000, addition_rate=20)
    return Services.of(worker, repository, limiter, publishing=publishing)


async def manager(world: World, name: str) -> MemberActor:
    role = world.server.create_role(f"{name}s", permissions=discord.Permissions(manage_guild=True))
    return world.server.add_member(world.env.create_user(name.lower(), global_name=name), roles=[role])


@pytest_asyncio.fixture
async def grace(world: World, publishing: HeldPublishing) -> MemberActor:
    publishing.env = world.env
    grace = await manager(world, "Grace")
    await world.env.settle()
    return grace


@pytest_asyncio.fixture
async def alan(world: World, grace: MemberActor) -> MemberActor:
    assert grace.id
    alan = await manager(world, "Alan")
    await world.env.settle()
    return alan
