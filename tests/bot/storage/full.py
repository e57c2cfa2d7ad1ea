"""Stores a content where files may have 1,000 bytes only, and prints how that fails: full.py FOLDER"""

from __future__ import annotations

import asyncio
import resource
import sys

from bot.errors import StorageError
from bot.storage.contents import ContentStore


async def main(folder: str) -> None:
    store = ContentStore.open(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        await store.put(b"x" * 100_000)
    except StorageError as error:
        print(error)  # noqa: T201 - the test reads it


asyncio.run(main(sys.argv[1]))
