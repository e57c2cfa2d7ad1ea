"""A simulated server with people in it, and what they can see of the bot."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.access.origin import Origin
from bot.access.rate_limits import RateLimiter
from bot.access.reach import Reach
from bot.client import Client
from bot.interactions.services import Services
from bot.library.interface import SHARED
from bot.library.worker import LibraryWorker
from bot.state.records import ServerSettings
from tests.bot.doubles import stopped
from tests.bot.shared_library import SharedLibrary

if TYPE_CHECKING:
    from collections.abc import Awaitable

    import discord
    from simcord import ChannelHandle, Env, GuildHandle, MemberActor, RoleHandle

    from bot.library.interface import Held
    from index import Article
    from tests.bot.discord_api import Json
    from tests.bot.doubles import WordLibrary

_T = TypeVar("_T")


class Loader(SharedLibrary):
    """Loads the library as soon as `ready` is set, which it is to begin with."""

    def __init__(self, library: WordLibrary) -> None:
        super().__init__(self._wait)
        self.library = library
        self.ready = threading.Event()
        self.ready.set()

    def _wait(self) -> WordLibrary:
        self.ready.wait()
        return self.library


class Patience:
    """Waits for computing; once it has the simulated Discord, that does not take the wait for being stuck."""

    def __init__(self) -> None:
        self.env: Env | None = None

    async def __call__(self, work: Awaitable[_T], /) -> _T:
        if self.env is None:
            return await work
        done: _T = await self.env.external_wait(work, reason="the library computes")
        return done


@dataclass
class World:
    """One server with one channel, the bot, and Ada."""

    env: Env
    services: Services
    loader: Loader
    patience: Patience
    server: GuildHandle
    channel: ChannelHandle
    ada: MemberActor

    @classmethod
    async def furnish(cls, env: Env, services: Services, loader: Loader, patience: Patience) -> World:
        server = env.create_guild("Reading room")
        channel = server.create_text_channel("questions")
        ada = server.add_member(env.create_user("ada", global_name="Ada"))
        await env.settle()
        return cls(env, services, loader, patience, server, channel, ada)

    @property
    def library(self) -> WordLibrary:
        return self.loader.library

    @property
    def held(self) -> Held:
        held = self.loader.held(SHARED)
        assert held is not None
        return held

    @property
    def me(self) -> discord.ClientUser:
        assert self.env.bot.user is not None
        return self.env.bot.user

    def replies(self, channel: ChannelHandle | None = None) -> list[discord.Message]:
        """List what the bot has said in a channel, oldest first."""
        return [message for message in (channel or self.channel).history() if message.author == self.me]

    async def own_role(self) -> RoleHandle:
        """Return the role that Discord gave the bot, marked as such, which simcord's is not."""
        role = self.server.roles[self.me.name]
        member = self.server.me
        assert member is not None
        data = {"id": str(role.id), "name": role.name, "managed": True, "tags": {"bot_id": str(self.me.id)}}
        missing = {"permissions": "0", "position": 1, "color": 0, "hoist": False, "mentionable": True}
        self.env.backend.emit("GUILD_ROLE_UPDATE", {"guild_id": str(self.server.id), "role": data | missing})
        await self.env.settle()
        return role

    async def restart(self, *, fresh: bool = False) -> None:
        """Start the bot anew, with new services on what was kept; `fresh` loads the library again."""
        old = self.services
        worker = old.worker
        if fresh:
            worker = LibraryWorker(
                Loader(self.library),
                queue_size=2,
                batch_size=16,
                deadline=10.0,
                question_seconds=0.05,
                clock=stopped,
                wait=self.patience,
            )
            worker.open()
            await worker.catalog(Reach(Origin(user=1, channel=2), ServerSettings()))
        self.services = Services.of(worker, old.repository, RateLimiter(user_rate=1000, server_rate=1000))
        await self.env.restart_bot(Client(self.services))

    def hold(self) -> None:
        """Let computing block until `release`, and do not take the bot for stuck while it waits."""
        self.patience.env = self.env
        self.library.free.clear()

    async def hold_articles(self, *articles: Article) -> None:
        """Have the library hold other articles from now on."""
        self.library.articles = articles
        await asyncio.to_thread(self.loader.load)

    async def started(self) -> None:
        """Wait until the library has begun with one more batch."""
        await asyncio.to_thread(self.library.started.acquire)

    async def release(self) -> None:
        """Let computing go on, and wait until every reply is sent."""
        self.library.free.set()
        await self.services.delivery.all_sent()
        await self.env.settle()


def texts(components: Json) -> list[str]:
    """List the texts of a message's components, top to bottom."""
    found: list[str] = []
    for item in components:
        raw = item if isinstance(item, dict) else item.to_dict()
        if raw.get("content"):
            found.append(raw["content"])
        found += texts(raw.get("components") or [])
    return found


def button(message: Json, action: str) -> str:
    """Find the id of the button that does something to an answer."""
    (found,) = [each for each in ids(message.components) if each.startswith(f"answer:{action}:")]
    return found


def record_id(message: Json) -> int:
    """Read from the buttons of an answer the id of its record."""
    return int(button(message, "up").split(":")[2], 16)


def ids(components: Json) -> list[str]:
    """List the ids of the buttons of a message's components."""
    found: list[str] = []
    for item in components:
        raw = item if isinstance(item, dict) else item.to_dict()
        found += [raw["custom_id"]] if "custom_id" in raw else []
        found += ids(raw.get("components") or [])
    return found
