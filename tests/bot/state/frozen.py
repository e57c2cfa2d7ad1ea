"""A network between the bot and a server, that can stop moving without closing anything."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@contextlib.asynccontextmanager
async def network(host: str, port: int) -> AsyncIterator[tuple[int, asyncio.Event]]:
    """Yield a port that leads to a server's, and an event; bytes flow while it is set."""
    flowing = asyncio.Event()
    flowing.set()
    pumps: set[asyncio.Task[None]] = set()
    writers: list[asyncio.StreamWriter] = []

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                await flowing.wait()
                writer.write(data)
        writer.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(host, port)
        writers.extend((writer, back))
        pumps.update(map(asyncio.create_task, (pump(reader, back), pump(there, writer))))

    listening = await asyncio.start_server(connect, "127.0.0.1")
    try:
        yield listening.sockets[0].getsockname()[1], flowing
    finally:
        flowing.set()
        listening.close()
        for writer in writers:
            writer.close()
        for pump_task in pumps:
            pump_task.cancel()
        await asyncio.gather(*pumps, *(writer.wait_closed() for writer in writers), return_exceptions=True)
