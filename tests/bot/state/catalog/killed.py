"""Adds and replaces a document, says so, and waits to be killed: killed.py ADDRESS"""

from __future__ import annotations

import asyncio
import sys

from bot.state.store import Store
from tests.bot.state.catalog.documents import HANDBOOK, PLENTY, newer


async def main(address: str) -> None:
    store = await Store.open(address)
    await store.add_entry(HANDBOOK, most=PLENTY)
    await store.replace_entry(newer(HANDBOOK), most=PLENTY)
    print("written", flush=True)  # noqa: T201 - the test reads it
    sys.stdin.readline()


asyncio.run(main(sys.argv[1]))
