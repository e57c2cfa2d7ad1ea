"""Runs the real `verbatim` against a pretended Discord, with the pretended library of the tests.

    driver.py ADDRESS LIBRARY ARGUMENT...

LIBRARY is `words`, `slow` (each batch says "asking" on stdout and waits for a line on stdin), `loading` (says
so, and waits likewise before it is there), `broken`, or `real`, which pretends nothing.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import discord
from discord.gateway import DiscordWebSocket
from yarl import URL

import bot.app.libraries
import index
from bot.__main__ import main
from index.models.protocols import Models
from tests.bot.doubles import WordLibrary
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence


def wait(doing: str) -> None:
    print(doing, flush=True)  # noqa: T201 - the test reads it
    sys.stdin.readline()


class SlowLibrary(WordLibrary):
    """Answers when told to."""

    def ask_all(self, queries: Sequence[index.Query], *, top: int) -> tuple[index.Answer, ...]:
        wait("asking")
        return super().ask_all(queries, top=top)


class Snapshots:
    """One snapshot, of the host's folder, without a model and without an index."""

    def __init__(self, *_: object, **__: object) -> None:
        self.models = Models(ToyEncoder())

    def load(self) -> None:
        if kind == "broken":
            raise index.ModelError("the model is damaged: install it again")
        if kind == "loading":
            wait("loading")

    def open(self, server: int | None) -> Snapshot | None:
        return Snapshot(WordLibrary().articles) if server is None else None

    def join(self, _: object) -> WordLibrary:
        return SlowLibrary() if kind == "slow" else WordLibrary()

    def place_of(self, server: int) -> Path:
        return Path("libraries") / str(server)


@dataclass
class Snapshot:
    articles: tuple[index.Article, ...]
    size: int = 0


class Previewed(WordLibrary):
    """A library for the preview, which asks it for its models."""

    models = Models(ToyEncoder())


address, kind, *arguments = sys.argv[1:]
discord.http.Route.BASE = f"{address}/api/v10"
DiscordWebSocket.DEFAULT_GATEWAY = URL(f"{address.replace('http', 'ws')}/gateway")
if kind != "real":
    bot.app.libraries.IndexSnapshots = Snapshots  # type: ignore[attr-defined,assignment]
    index.load_fresh = lambda _, **__: Previewed()  # type: ignore[assignment]
    index.Library.check = staticmethod(lambda _: None)  # type: ignore[method-assign,assignment]
sys.argv = ["verbatim", *arguments]
main()
