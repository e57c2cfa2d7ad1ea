"""A pretended Discord on 127.0.0.1: as much of its REST interface and gateway as the bot uses."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.bot.world import texts

if TYPE_CHECKING:
    from typing import Self

    from tests.bot.discord_api import Json

TOKEN = "pretended.token.of-the-tests"  # noqa: S105 - it opens nothing
ME = {"id": "1000", "username": "Verbatim", "discriminator": "0", "avatar": None, "bot": True}
ADA = {"id": "2000", "username": "ada", "discriminator": "0", "avatar": None, "global_name": "Ada"}
MEMBER = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
SERVER: dict[str, Json] = {
    "id": "8000",
    "name": "Reading room",
    "owner_id": "2000",
    "roles": [
        {
            "id": "8000",
            "name": "@everyone",
            "permissions": "0",
            "position": 0,
            "color": 0,
            "hoist": False,
            "managed": False,
            "mentionable": False,
        }
    ],
    "channels": [{"id": "4100", "name": "questions", "type": 0, "position": 0, "permission_overwrites": []}],
    "members": [MEMBER | {"user": ME}],
    **{each: [] for each in ("emojis", "stickers", "threads", "voice_states", "presences", "features")},
    "member_count": 2,
    "preferred_locale": "en-US",
    "verification_level": 0,
}
SAID = str((1767225600000 - 1420070400000) << 22)
"""The id of Ada's message, which says that it was written on 1 January 2026."""
APPLICATION = {
    "id": "1000",
    "name": "Verbatim",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": ADA,
    "team": None,
}


class FakeDiscord:
    """Serves from entering to leaving; `requests` has each body that was sent, by method and path."""

    def __init__(self) -> None:
        self.address = ""
        self.requests: asyncio.Queue[tuple[str, str, Json]] = asyncio.Queue()
        self.identified = asyncio.Event()
        self._sequence = 0
        self._shown: Json = []
        self._gateway: web.WebSocketResponse | None = None
        app = web.Application()
        app.router.add_get("/gateway", self._serve_gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._serve_rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
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
        await self.dispatch("MESSAGE_CREATE", _said(text))

    async def use(self, name: str, **options: str) -> None:
        """Have Ada use a slash command in the server, where she may do everything."""
        given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
        await self._interact(2, {"id": "6000", "name": name, "type": 1, "options": given})

    async def find(self, text: str) -> None:
        """Have Ada use the menu of her own message."""
        target = _said(text)
        resolved = {"messages": {SAID: target}}
        data = {
            "id": "6000",
            "name": "Find in the article",
            "type": 3,
            "target_id": SAID,
            "resolved": resolved,
        }
        await self._interact(2, data)

    async def press(self, custom_id: str, components: Json) -> None:
        """Have Ada press a button under a message of the bot's with these components."""
        message = _message("4100") | {"components": components, "flags": 1 << 15}
        await self._interact(3, {"component_type": 2, "custom_id": custom_id}, message=message)

    async def _interact(self, kind: int, data: Json, **more: Json) -> None:
        interaction = {
            "id": "5000",
            "application_id": "1000",
            "type": kind,
            "token": "interaction-token",
            "version": 1,
            "locale": "en-GB",
            "guild_id": SERVER["id"],
            "member": MEMBER | {"user": ADA, "permissions": str((1 << 50) - 1)},
            "channel": {"id": "4100", "type": 0, "guild_id": SERVER["id"]},
            "channel_id": "4100",
            "data": data,
            "app_permissions": "0",
            "attachment_size_limit": 1 << 20,
            "entitlements": [],
            "authorizing_integration_owners": {},
            "context": 0,
        }
        await self.dispatch("INTERACTION_CREATE", interaction | more)

    async def edit(self, text: str) -> None:
        """Have Ada edit the direct message that she wrote."""
        await self.dispatch("MESSAGE_UPDATE", _said(text) | {"edited_timestamp": "2026-01-01T00:01:00+00:00"})

    async def take_back(self) -> None:
        """Have Ada delete the direct message that she wrote."""
        await self.dispatch("MESSAGE_DELETE", {"id": SAID, "channel_id": "4000"})

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event through the gateway."""
        assert self._gateway is not None
        self._sequence += 1
        await self._gateway.send_json({"op": 0, "t": event, "s": self._sequence, "d": data})

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

    async def _serve_rest(self, request: web.Request) -> web.StreamResponse:
        body = json.loads(await request.text() or "null")
        path = request.match_info["path"]
        public = path.startswith(("interactions/", "webhooks/"))
        if not public and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        await self.requests.put((request.method, path, body))
        match request.method, path.split("/"):
            case "GET", ["users", "@me"]:
                return _json(ME)
            case "GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]:
                return _json(APPLICATION)
            case "PUT", ["applications", _, "commands"]:
                fixed = {"id": "6000", "application_id": "1000", "version": "1"}
                return _json([{"description": ""} | command | fixed for command in body])
            case "POST", ["interactions", _, _, "callback"]:
                return _json({"interaction": {"id": "5000", "type": 2}})
            case "POST" | "PATCH", ["channels", channel, "messages", *_]:
                self._shown = body["components"]
                return _json(_message(channel))
            case "GET", ["channels", channel, "messages", "7000"]:
                return _json(_message(channel) | {"components": self._shown, "flags": 1 << 15})
            case "DELETE", ["channels", _, "messages", _]:
                return web.Response(status=204)
            case "PATCH", ["webhooks", *_]:
                return _json(_message("4000"))
        return _json({"message": "404: Not Found", "code": 0}, status=404)

    async def _serve_gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._gateway = socket
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45000}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT and frame.type is not WSMsgType.BINARY:
                break
            payload = json.loads(frame.data)
            if payload["op"] == 1:
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            elif payload["op"] == 2:
                if payload["d"]["token"] != TOKEN:
                    await socket.close(code=4004)
                    break
                ready = {
                    "v": 10,
                    "user": ME,
                    "guilds": [],
                    "session_id": "s",
                    "resume_gateway_url": str(request.url),
                }
                await self.dispatch(
                    "READY", ready | {"application": {"id": "1000", "flags": 0}, "shard": [0, 1]}
                )
                await self.dispatch("GUILD_CREATE", SERVER)
                self.identified.set()
        return socket


def _json(data: Json, *, status: int = 200) -> web.Response:
    """Answer without naming a charset, as discord.py wants the content type exactly so."""
    return web.Response(body=json.dumps(data).encode(), content_type="application/json", status=status)


def _said(text: str) -> dict[str, Json]:
    """Make the direct message that Ada wrote."""
    return {
        "id": SAID,
        "channel_id": "4000",
        "author": ADA,
        "content": text,
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
    }


def _message(channel: str) -> dict[str, Json]:
    return {
        "id": "7000",
        "channel_id": channel,
        "author": ME,
        "content": "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
    }
