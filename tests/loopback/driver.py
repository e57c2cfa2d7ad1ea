"""Runs the real `verbatim` against a pretended Discord, with the pretended library of the tests.

    driver.py ADDRESS LIBRARY ARGUMENT...

LIBRARY is `words`, `slow` (each batch says "asking" on stdout and waits for a line on stdin), `loading` (says
so, and waits likewise before it is there), `broken`, or `real`, which pretends nothing.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import discord
from discord.gateway import DiscordWebSocket
from yarl import URL

import index
from bot.__main__ import main
from tests.bot.doubles import WordLibrary

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


def load(_: object) -> WordLibrary:
    if kind == "broken":
        raise index.ModelError("the model is damaged: install it again")
    if kind == "loading":
        wait("loading")
    return SlowLibrary() if kind == "slow" else WordLibrary()


address, kind, *arguments = sys.argv[1:]
discord.http.Route.BASE = f"{address}/api/v10"
DiscordWebSocket.DEFAULT_GATEWAY = URL(f"{address.replace('http', 'ws')}/gateway")
if kind != "real":  # a library without a model and without an index
    index.load = load  # type: ignore[assignment]
    index.load_fresh = lambda settings, **_: load(settings)  # type: ignore[assignment]
    index.Library.check = staticmethod(lambda _: None)  # type: ignore[method-assign,assignment]
sys.argv = ["verbatim", *arguments]
main()
