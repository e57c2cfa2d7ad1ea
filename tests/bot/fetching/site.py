"""A web server on loopback that may do anything, and a resolver that leads to it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.fetching.fetcher import Fetcher

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Callable

    from bot.fetching.addresses import Address

HOST = "news.test"


@dataclass(frozen=True, slots=True)
class Request:
    """What the server was asked."""

    path: str
    headers: dict[str, str]


def response(
    body: bytes = b"", *, status: str = "200 OK", type_: str | None = "text/html", **headers: str
) -> bytes:
    """Write a response as it should be, save for the headers given; `_` stands for `-` in their names."""
    fields = {"Content-Length": str(len(body)), "Connection": "close"}
    if type_ is not None:
        fields["Content-Type"] = type_
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return response(status=status, Location=location)


@dataclass(slots=True)
class Site(AbstractResolver):
    """What stands at which path, and where names lead; unknown paths are errors 404."""

    port: int = 0
    address: str = "127.0.0.1"
    pages: dict[str, bytes] = field(default_factory=dict)
    streams: dict[str, Callable[[Request], AsyncIterator[bytes]]] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    """The addresses of a name at its first look-up, its second, ...; the last ones stay."""
    looked_up: list[str] = field(default_factory=list)
    serving: set[asyncio.Task[None]] = field(default_factory=set)

    def fetcher(self, *, seconds: float = 20.0, tls: ssl.SSLContext | None = None) -> Fetcher:
        """Return one that may connect to this server, and to no other private address."""
        return Fetcher(allowed=self.is_this, resolver=self, tls=tls, seconds=seconds)

    def is_this(self, address: Address) -> bool:
        return str(address) == self.address

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        del port, family
        self.looked_up.append(host)
        answers = self.names.get(host, [[self.address]] if host.endswith(".test") else [])
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return [self._resolved(host, address) for address in answer]

    def _resolved(self, host: str, address: str) -> ResolveResult:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return ResolveResult(hostname=host, host=address, port=self.port, family=family, proto=0, flags=flags)

    async def close(self) -> None:
        pass

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request."""
        task = asyncio.current_task()
        assert task is not None
        self.serving.add(task)
        try:
            await self._serve(reader, writer)
        except ConnectionResetError:  # also what a page raises to have it so
            _reset(writer)
        finally:
            self.serving.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(BrokenPipeError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            fields = dict(line.split(": ", 1) for line in head[1:] if line)
            request = Request(head[0].split()[1], fields)
            self.asked.append(request)
            async for piece in self._answer(request):
                writer.write(piece)
                await writer.drain()

    async def _answer(self, request: Request) -> AsyncIterator[bytes]:
        if request.path in self.streams:
            async for piece in self.streams[request.path](request):
                yield piece
        else:
            yield self.pages.get(request.path, response(status="404 Not Found"))


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close a connection so that the other side hears of a reset."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextlib.asynccontextmanager
async def open_site(*, address: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    """Run a server until the block ends."""
    site = Site(address=address)
    server = await asyncio.start_server(site.serve, address, 0, ssl=tls)
    site.port = server.sockets[0].getsockname()[1]
    async with server:
        yield site
        for task in site.serving:
            task.cancel()
        await asyncio.gather(*site.serving, return_exceptions=True)
