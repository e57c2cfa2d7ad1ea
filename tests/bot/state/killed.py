"""Opens a database when told to, writes to it, says so, and waits to be killed: state_killed.py ADDRESS"""

from __future__ import annotations

import asyncio
import sys

from bot.state.store import Store
from tests.bot.state.kept import ANSWER, CHOSEN, OTHER, SERVER


async def main(address: str) -> None:
    print("ready", flush=True)  # noqa: T201 - the test reads it
    sys.stdin.readline()
    store = await Store.open(address)
    await store.save_settings(SERVER, CHOSEN)
    await store.add(ANSWER)
    await store.vote(ANSWER.id, OTHER, up=True)
    print("written", flush=True)  # noqa: T201
    sys.stdin.readline()


asyncio.run(main(sys.argv[1]))
