from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.fetching.site import open_site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.bot.fetching.site import Site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as site:
        yield site
