from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.fetching.site import open_site
from tests.bot.links.served import Served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.state.repository import Repository
    from tests.bot.fetching.site import Site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as site:
        yield site


@pytest.fixture
def served(site: Site, repository: Repository) -> Served:
    return Served.of(site, repository)
