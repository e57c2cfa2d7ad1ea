"""The bot on a simulated Discord, with a library that the test controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.asking import Desk
from bot.client import Client
from bot.replies import Replies
from tests.bot.discord_api import check_requests
from tests.bot.doubles import WordLibrary
from tests.bot.world import Loader, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from simcord import Env


@pytest.fixture
def library() -> WordLibrary:
    return WordLibrary()


@pytest.fixture
def loader(request: pytest.FixtureRequest, library: WordLibrary) -> Loader:
    """Load at once, or with the parameter False not before `ready` is set."""
    loader = Loader(library)
    if not getattr(request, "param", True):
        loader.ready.clear()
    return loader


@pytest_asyncio.fixture
async def desk(loader: Loader) -> AsyncIterator[Desk]:
    desk = Desk(loader, queue_size=2, batch_size=16, deadline=10.0)
    desk.open()
    yield desk
    loader.ready.set()
    loader.library.free.set()
    await desk.close(5)


@pytest.fixture
def simcord_bot(desk: Desk) -> Client:
    return Client(Replies(desk))


@pytest_asyncio.fixture
async def world(simcord_env: Env, desk: Desk, library: WordLibrary) -> World:
    return await World.furnish(simcord_env, desk, library)


@pytest.fixture(autouse=True)
def discord_accepts_every_body(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check what every test has the bot send against what Discord takes."""
    if "simcord_env" not in request.fixturenames:
        yield
        return
    env: Env = request.getfixturevalue("simcord_env")
    yield
    check_requests(env.http_requests)
