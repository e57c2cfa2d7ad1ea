"""The bot on a simulated Discord, with a library that the test controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.access.rate_limits import RateLimiter
from bot.client import Client
from bot.interactions.services import Services
from bot.library.worker import LibraryWorker
from bot.state.repository import Repository
from bot.state.resilient import Limits
from tests.bot.databases import KINDS, empty_database
from tests.bot.discord_api import check_requests
from tests.bot.doubles import WordLibrary, stopped
from tests.bot.world import Loader, Patience, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

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


@pytest.fixture
def patience() -> Patience:
    return Patience()


@pytest_asyncio.fixture
async def worker(loader: Loader, patience: Patience) -> AsyncIterator[LibraryWorker]:
    worker = LibraryWorker(
        loader,
        queue_size=2,
        batch_size=16,
        deadline=10.0,
        question_seconds=0.05,
        clock=stopped,
        wait=patience,
    )
    worker.open()
    yield worker
    loader.ready.set()
    loader.library.free.set()
    await worker.close(5)


@pytest_asyncio.fixture(params=KINDS)
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Make an empty database of each kind, and give its address."""
    async with empty_database(request.param, tmp_path) as address:
        yield address


@pytest_asyncio.fixture
async def repository(tmp_path: Path) -> AsyncIterator[Repository]:
    limits = Limits(call=60)  # a busy machine is no database that is away
    async with Repository(f"sqlite:///{tmp_path / 'state.db'}", limits=limits) as repository:
        yield repository


@pytest.fixture
def services(worker: LibraryWorker, repository: Repository) -> Services:
    return Services.of(worker, repository, RateLimiter(user_rate=1000, server_rate=1000))


@pytest.fixture
def simcord_bot(services: Services) -> Client:
    return Client(services)


@pytest_asyncio.fixture
async def world(simcord_env: Env, services: Services, loader: Loader, patience: Patience) -> World:
    return await World.furnish(simcord_env, services, loader, patience)


@pytest.fixture(autouse=True)
def discord_accepts_every_body(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check what every test has the bot send against what Discord takes."""
    if "simcord_env" not in request.fixturenames:
        yield
        return
    env: Env = request.getfixturevalue("simcord_env")
    yield
    check_requests(env.http_requests)
