"""Opens the bot's memory for a test, and reads past it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.state.repository import Repository
from bot.state.resilient import Limits
from bot.state.store import Store
from tests.bot.state.kept import ANSWER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.state.records import Record

PATIENT = Limits(call=60, retry=0.01)
"""No call is too slow, whatever the machine; a database that fails is tried again at once."""
IMPATIENT = Limits(call=0.05, retry=0.01)


@contextlib.asynccontextmanager
async def opened(address: str, limits: Limits = PATIENT) -> AsyncIterator[Repository]:
    """Open and close what the bot keeps."""
    repository = Repository(address, limits=limits)
    await repository.open()
    try:
        yield repository
    finally:
        await repository.close()


async def stored(address: str, answer: int = ANSWER.id) -> Record | None:
    """Read an answer past the memory."""
    store = await Store.open(address)
    try:
        return await store.record(answer)
    finally:
        await store.close()
