"""A pretended Discord that fails as the real one can: its gateway, its REST interface, its events."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from typing import TYPE_CHECKING, TypeAlias

from aiohttp import web

from tests.bot.discord_api import broken_limits
from tests.loopback.crowd import CrowdedDiscord, all_done
from tests.loopback.fake_discord import json_response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from tests.bot.discord_api import Json
    from tests.loopback.crowd import Sent

Fault: TypeAlias = "Callable[[str, str], Awaitable[web.StreamResponse | None]]"
"""Told a request's method and path, it answers in Discord's place, or lets Discord answer by None."""

ACKNOWLEDGEMENT, ANSWER = "/callback", "/messages/@original"
"""How the paths end of an interaction's first response, and of the answer after a deferral."""


class FaultyDiscord(CrowdedDiscord):
    """Well until it is told to fail."""

    def __init__(self, servers: Sequence[dict[str, Json]]) -> None:
        super().__init__(servers)
        self.fault: Fault | None = None
        self.messages: list[tuple[str, Json]] = []
        """What the bot wrote in channels, each with the channel's id."""
        self.problems: list[str] = []
        """What Discord would refuse of the bodies that the bot sent, or what of them could ping."""

    async def use(self, name: str, **options: str) -> None:
        raise NotImplementedError("send an interaction, so that its responses are found")

    async def ask(self, made: dict[str, Json], *, seconds: float = 30) -> Sent:
        """Send one interaction and wait for what comes of it."""
        (sent,) = await self.interact([made])
        await all_done([sent], seconds=seconds)
        return sent

    async def hang_up(self, code: int) -> None:
        """End the gateway's connection with a code; `identified` then waits for the next."""
        self.identified.clear()
        await super().hang_up(code)

    def reset_gateway(self) -> None:
        """Reset the connection under the gateway, as a router that was restarted does."""
        assert self._connection is not None
        self.identified.clear()
        raw = self._connection.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._connection.abort()

    async def refuse(self) -> None:
        """Refuse every connection from now on, and end those that are there, but for the gateway's."""
        self._port = self._runner.addresses[0][1]
        for site in list(self._runner.sites):
            await site.stop()
        server = self._runner.server
        assert server is not None
        for handler in server.connections:
            if handler.transport is not None and handler.transport is not self._connection:
                handler.transport.abort()

    async def take_connections(self) -> None:
        """Take connections again."""
        await web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=4096).start()

    async def send_bytes(self, frame: bytes) -> None:
        """Send a frame that is no text."""
        assert self._gateway is not None
        await self._gateway.send_bytes(frame)

    async def send_op(self, op: int, data: Json = None) -> None:
        """Send a frame that is no event: 7 wants the bot to connect anew, 9 ends its session."""
        self.identified.clear()
        await self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    async def handle(self, method: str, path: str, body: Json) -> web.StreamResponse:
        """Fail, or answer."""
        self.problems += _problems(path, body)
        if self.fault is not None:
            response = await self.fault(method, path)
            if response is not None:
                return response
        match method, path.split("/"):
            case "POST", ["channels", channel, "messages"]:
                self.messages.append((channel, body))
        return await super().handle(method, path, body)


def _problems(path: str, body: Json) -> list[str]:
    if body is None:
        return []
    found = [f"{path}: {problem}" for problem in broken_limits(body)]
    message = body.get("data", body) if isinstance(body, dict) else {}
    if isinstance(message, dict) and message.keys() & {"content", "components"}:
        allowed = message.get("allowed_mentions", {})
        if allowed.get("parse") != [] or allowed.get("replied_user"):
            found.append(f"{path}: may ping: {allowed}")
    return found


def failing(ending: str, times: int, status: int, *, code: int = 0, after: float | None = None) -> Fault:
    """Fail so many requests whose path ends so, with this status; `after` is a 429's Retry-After."""
    left = times

    async def fault(_: str, path: str) -> web.StreamResponse | None:
        nonlocal left
        if not path.endswith(ending) or not left:
            return None
        left -= 1
        body: dict[str, Json] = {"message": "the tests' fault", "code": code}
        if after is None:
            return json_response(body, status=status)
        headers = {"Retry-After": str(after), "Via": "1.1 google"}
        return json_response(body | {"retry_after": after, "global": False}, status=status, **headers)

    return fault


def slow(ending: str, seconds: float) -> Fault:
    """Let requests whose path ends so wait."""

    async def fault(_: str, path: str) -> web.StreamResponse | None:
        if path.endswith(ending):
            await asyncio.sleep(seconds)
        return None

    return fault
