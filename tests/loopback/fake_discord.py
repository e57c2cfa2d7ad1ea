"""A pretended Discord on 127.0.0.1: as much of its REST interface and gateway as the bot uses."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.bot.world import texts
from tests.loopback.payloads import (
    APPLICATION,
    ME,
    SERVER,
    command,
    direct_message,
    interaction,
    menu_of,
    own_message,
    press_of,
    submit_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from tests.bot.discord_api import Json

TOKEN = "pretended.token.of-the-tests"  # noqa: S105 - it opens nothing


class FakeDiscord:
    """Serves from entering to leaving; `requests` has each body that was sent, by method and path."""

    def __init__(self, servers: Sequence[dict[str, Json]] = (SERVER,)) -> None:
        self.address = ""
        self.requests: asyncio.Queue[tuple[str, str, Json]] = asyncio.Queue()
        self.identified = asyncio.Event()
        """Set when the bot has connected, be it anew or in its old session."""
        self.promised = 128
        """The flags of the message that a command was promised: "loading", until it is filled."""
        self._servers = servers
        self._sequence = 0
        self._shown: Json = []
        self._gateway: web.WebSocketResponse | None = None
        self._connection: asyncio.Transport | None = None
        self.silent = False
        """Whether heartbeats are left without an answer."""
        app = web.Application()
        app.router.add_get("/gateway", self._serve_gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._serve_rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=4096)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._gateway is not None:
            await self._gateway.close()
        await self._runner.cleanup()

    async def say(self, text: str) -> None:
        """Have Ada write a direct message to the bot."""
        await self.dispatch("MESSAGE_CREATE", direct_message(text))

    async def use(self, name: str, **options: str) -> None:
        """Have Ada use a slash command in the server, where she may do everything."""
        await self.dispatch("INTERACTION_CREATE", interaction(2, command(name, **options)))

    async def find(self, text: str) -> None:
        """Have Ada use the menu of her own message."""
        await self.dispatch("INTERACTION_CREATE", interaction(2, menu_of(direct_message(text))))

    async def press(self, custom_id: str, components: Json) -> None:
        """Have Ada press a button under a message of the bot's with these components."""
        pressed = interaction(3, press_of(custom_id), message=own_message("4100", components))
        await self.dispatch("INTERACTION_CREATE", pressed)

    async def fill_in(self, form: Json, text: str) -> None:
        """Have Ada write a text into each field of a form that the bot opened on a message of its own."""
        typed = interaction(5, submit_of(form, text), message=own_message("4100"))
        await self.dispatch("INTERACTION_CREATE", typed)

    async def edit(self, text: str) -> None:
        """Have Ada edit the direct message that she wrote."""
        edited = direct_message(text) | {"edited_timestamp": "2026-01-01T00:01:00+00:00"}
        await self.dispatch("MESSAGE_UPDATE", edited)

    async def take_back(self) -> None:
        """Have Ada delete the direct message that she wrote."""
        deleted = direct_message("")
        await self.dispatch("MESSAGE_DELETE", {"id": deleted["id"], "channel_id": deleted["channel_id"]})

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event through the gateway."""
        await self.dispatch_text(event, json.dumps(data))

    async def dispatch_text(self, event: str, data: str) -> None:
        """Send an event through the gateway, whose data is written already."""
        self._sequence += 1
        await self.send(f'{{"op":0,"t":"{event}","s":{self._sequence},"d":{data}}}')

    async def send(self, frame: str) -> None:
        """Send any text through the gateway."""
        assert self._gateway is not None
        await self._gateway.send_str(frame)

    async def hang_up(self, code: int) -> None:
        """End the gateway's connection with a code."""
        assert self._gateway is not None
        await self._gateway.close(code=code)

    async def request(self, method: str, ending: str) -> Json:
        """Wait for a request and return its body; earlier ones are passed over."""
        while True:
            got, path, body = await self.requests.get()
            if got == method and path.endswith(ending):
                return body

    async def shown(self) -> list[str]:
        """Wait for the card that answers a command, at once or after a deferral; return its texts."""
        while True:
            method, path, body = await self.requests.get()
            if path.endswith("/callback") and body["type"] == 4:
                return texts(body["data"]["components"])
            if method == "PATCH" and path.endswith("messages/@original"):
                return texts(body["components"])

    async def handle(self, method: str, path: str, body: Json) -> web.StreamResponse:
        """Take note of a request, and answer it."""
        await self.requests.put((method, path, body))
        return self.respond(method, path, body)

    def respond(self, method: str, path: str, body: Json) -> web.StreamResponse:
        """Answer a request as Discord does where all is well."""
        match method, path.split("/"):
            case "GET", ["users", "@me"]:
                return json_response(ME)
            case "GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]:
                return json_response(APPLICATION)
            case "PUT", ["applications", _, "commands"]:
                fixed = {"id": "6000", "application_id": "1000", "version": "1"}
                return json_response([{"description": ""} | command | fixed for command in body])
            case "POST", ["interactions", number, _, "callback"]:
                return json_response({"interaction": {"id": number, "type": 2}})
            case "POST" | "PATCH", ["channels", channel, "messages", *_]:
                self._shown = body["components"]
                return json_response(own_message(channel))
            case "GET", ["channels", channel, "messages", "7000"]:
                return json_response(own_message(channel, self._shown))
            case "DELETE", ["channels", _, "messages", _] | ["webhooks", *_]:
                return web.Response(status=204)
            case "GET", ["webhooks", _, token, "messages", "@original"]:
                number = str(int(token.rpartition("-")[2]) + 1)
                return json_response(own_message("4000", number=number) | {"flags": self.promised})
            case "POST" | "PATCH", ["webhooks", _, token, *_]:
                # Its message has an id of its own, as each answer's has: one above the interaction's.
                number = str(int(token.rpartition("-")[2]) + 1)
                return json_response(own_message("4000", number=number))
        return json_response({"message": "404: Not Found", "code": 0}, status=404)

    async def _serve_rest(self, request: web.Request) -> web.StreamResponse:
        body = json.loads(await request.text() or "null")
        path = request.match_info["path"]
        public = path.startswith(("interactions/", "webhooks/"))
        if not public and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return json_response({"message": "401: Unauthorized", "code": 0}, status=401)
        return await self.handle(request.method, path, body)

    async def _serve_gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._gateway, self._connection = socket, request.transport
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45000}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT and frame.type is not WSMsgType.BINARY:
                break
            payload = json.loads(frame.data)
            if payload["op"] == 1 and self.silent:
                continue
            if payload["op"] == 1:
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            elif payload["op"] == 2 and payload["d"]["token"] != TOKEN:
                await socket.close(code=4004)
                break
            elif payload["op"] == 2:
                await self._welcome(str(request.url))
            elif payload["op"] == 6:
                await self.dispatch("RESUMED", {})
                self.identified.set()
        return socket

    async def _welcome(self, address: str) -> None:
        await self.dispatch(
            "READY",
            {
                "v": 10,
                "user": ME,
                "guilds": [],
                "session_id": "s",
                "resume_gateway_url": address,
                "application": {"id": ME["id"], "flags": 0},
                "shard": [0, 1],
            },
        )
        for each in self._servers:
            await self.dispatch("GUILD_CREATE", each)
        self.identified.set()


def json_response(data: Json, *, status: int = 200, **headers: str) -> web.Response:
    """Answer without naming a charset, as discord.py wants the content type exactly so."""
    body = json.dumps(data).encode()
    return web.Response(body=body, content_type="application/json", status=status, headers=headers)
