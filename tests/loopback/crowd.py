"""People who ask at once on a pretended Discord, and what each of them sees of the answer, and when."""

from __future__ import annotations

import asyncio
import enum
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.bot.shown import unescaped
from tests.bot.world import texts
from tests.loopback.fake_discord import FakeDiscord, json_response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp import web

    from tests.bot.discord_api import Json

EPHEMERAL = 1 << 6
PATIENCE = 3.0
"""Seconds that Discord waits for a first response; afterwards it knows the interaction no more."""


class Outcome(enum.StrEnum):
    """What became of an interaction."""

    ANSWERED = "answered"
    BUSY = "busy"
    TOO_LATE = "too late"
    AWAY = "away"
    COOLDOWN = "cooldown"
    FAILED = "failed"
    UNANSWERED = "unanswered"


_BEGINNINGS = {
    "I am busy": Outcome.BUSY,
    "That took too long": Outcome.TOO_LATE,
    "I cannot reach my memory": Outcome.AWAY,
    "You have asked much": Outcome.COOLDOWN,
    "Much has been asked": Outcome.COOLDOWN,
    "You are very quick": Outcome.COOLDOWN,
    "Something went wrong": Outcome.FAILED,
    "I am still warming up": Outcome.FAILED,
    "I am being restarted": Outcome.FAILED,
}


@dataclass(slots=True)
class Sent:
    """An interaction and what came back; times are of `time.perf_counter`."""

    at: float
    acknowledged: float | None = None
    """When the first response arrived, also one that came too late."""
    ended: float | None = None
    """When what the person keeps reading was there."""
    components: Json = None
    """Of that."""
    private: bool = False
    """Whether only the person sees it."""
    done: asyncio.Event = field(default_factory=asyncio.Event)
    """There, or too late to ever be."""

    @property
    def in_time(self) -> bool:
        """Whether Discord took the first response."""
        return self.acknowledged is not None and self.acknowledged - self.at <= PATIENCE

    @property
    def took(self) -> float | None:
        """Seconds until that was there; None without it."""
        return None if self.ended is None else self.ended - self.at

    @property
    def outcome(self) -> Outcome:
        """What the person reads at last."""
        if self.ended is None:
            return Outcome.UNANSWERED
        said = unescaped("\n".join(texts(self.components)))
        return next((kind for start, kind in _BEGINNINGS.items() if said.startswith(start)), Outcome.ANSWERED)


class CrowdedDiscord(FakeDiscord):
    """A pretended Discord that sends many interactions and keeps what was responded to each.

    As Discord does, it refuses a first response that comes after three seconds.
    """

    def __init__(self, servers: Sequence[dict[str, Json]]) -> None:
        super().__init__(servers)
        self._sent: dict[str, Sent] = {}

    async def interact(self, interactions: Sequence[dict[str, Json]]) -> list[Sent]:
        """Send interactions as quickly as the connection takes them."""
        written = [(each["token"], json.dumps(each)) for each in interactions]
        sent = []
        for token, text in written:
            self._sent[token] = one = Sent(time.perf_counter())
            sent.append(one)
            await self.dispatch_text("INTERACTION_CREATE", text)
        return sent

    async def handle(self, method: str, path: str, body: Json) -> web.StreamResponse:
        """Note when the responses to an interaction arrive."""
        match method, path.split("/"):
            case "POST", ["interactions", _, token, "callback"]:
                sent = self._sent[token]
                sent.acknowledged = time.perf_counter()
                if not sent.in_time:
                    sent.done.set()
                    return json_response({"message": "Unknown interaction", "code": 10062}, status=404)
                sent.private = bool((body.get("data") or {}).get("flags", 0) & EPHEMERAL)
                if body["type"] in {4, 7, 8, 9}:  # not where more is to come
                    _end(sent, body["data"].get("components", []))
            case "PATCH", ["webhooks", _, token, *_]:
                _end(self._sent[token], body["components"])
        return self.respond(method, path, body)


def _end(sent: Sent, components: Json) -> None:
    sent.ended, sent.components = time.perf_counter(), components
    sent.done.set()


async def all_done(sent: Sequence[Sent], *, seconds: float) -> None:
    """Wait until each has ended, at most so long."""
    try:
        async with asyncio.timeout(seconds):
            for each in sent:
                await each.done.wait()
    except TimeoutError:
        return
