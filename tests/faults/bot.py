"""The bot under fault: its process, its log, and what must hold of both."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import sqlite3
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bot.shown import unescaped
from tests.bot.world import texts
from tests.faults.faulty import FaultyDiscord
from tests.loopback.crowd import Outcome
from tests.loopback.fake_discord import TOKEN
from tests.loopback.payloads import (
    ME,
    MEMBER,
    SERVER,
    command,
    fresh_id,
    interaction,
    message,
    own_message,
    person,
    press_of,
    server,
)
from tests.loopback.process import started

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence
    from pathlib import Path

    from tests.bot.discord_api import Json
    from tests.loopback.crowd import Sent

OTHER = server(8100, "Other room", 4200)
QUESTION, QUOTE = "They met in her hometown?", "> They met in her hometown of Nara"
STUCK = 30.0
"""Seconds within which whatever must happen has happened."""
_people = itertools.count(3000)


@dataclass
class Bot:
    """A running bot, connected to its Discord."""

    process: Process
    discord: FaultyDiscord
    folder: Path

    @property
    def database(self) -> Path:
        """Its state."""
        return self.folder / ".verbatim" / "state.db"

    @property
    def log(self) -> str:
        """All that it has logged."""
        return (self.folder / "log.txt").read_text("utf-8")

    @property
    def tail(self) -> str:
        """The end of that."""
        return self.log[-3000:]

    @property
    def alive(self) -> bool:
        """Whether its process runs."""
        return self.process.returncode is None

    async def logged(self, words: str, *, within: float = STUCK) -> str:
        """Wait for a line in the log that holds these words, and return the first."""
        async with asyncio.timeout(within):
            while True:
                for line in self.log.splitlines():
                    if words in line:
                        return line
                assert self.alive, self.tail
                await asyncio.sleep(0.05)

    async def ended(self, *, within: float) -> int:
        """Wait for its end; return the exit code."""
        async with asyncio.timeout(within):
            return await self.process.wait()

    async def doing(self, what: str) -> None:
        """Wait until the library says that it does something and waits: see `driver.py`."""
        assert self.process.stdout is not None
        async with asyncio.timeout(STUCK):
            assert await self.process.stdout.readline() == f"{what}\n".encode(), self.tail

    async def acknowledged(self, sent: Sequence[Sent]) -> None:
        """Wait until each was acknowledged."""
        await until(lambda: all(each.acknowledged for each in sent))

    def go_on(self) -> None:
        """Let the library do it."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"go on\n")

    async def goes_on(self) -> None:
        """Check that it is alive and not deaf: it shows its help."""
        shown = asyncio.create_task(self.discord.ask(command_of("help"), seconds=STUCK))
        end = asyncio.create_task(self.process.wait())
        await asyncio.wait({shown, end}, return_when=asyncio.FIRST_COMPLETED)
        end.cancel()
        assert self.alive, self.tail
        assert "How to ask me" in said(await shown), self.tail

    async def lives(self) -> None:
        """Check that it is alive and not deaf, be it that it has to connect again first."""
        async with asyncio.timeout(STUCK):
            while True:
                with contextlib.suppress(ConnectionError, TimeoutError):
                    async with asyncio.timeout(5):
                        return await self.goes_on()
                assert self.alive, self.tail

    def holds(self) -> None:
        """Check that nothing happened that its owner would have to look into."""
        for sign in (" ERROR ", "Traceback"):
            before, found, after = self.log.partition(sign)
            assert not found, before[-300:] + found + after[:3000]


async def until(true: Callable[[], bool]) -> None:
    """Wait for what must become true."""
    async with asyncio.timeout(STUCK):
        while True:
            if true():
                return
            await asyncio.sleep(0.05)


@asynccontextmanager
async def running(
    folder: Path, library: str = "words", *, discord: FaultyDiscord | None = None, **settings: str
) -> AsyncIterator[Bot]:
    """Start a bot and wait until it has connected; `discord` is one that another bot was connected to."""
    if discord is None:
        async with (
            FaultyDiscord([SERVER, OTHER]) as made,
            running(folder, library, discord=made, **settings) as bot,
        ):
            yield bot
        return
    discord.identified.clear()
    with (folder / "log.txt").open("ab") as log:
        given = {"token": TOKEN, "log_level": "INFO", **settings}
        async with started(folder, discord.address, library, given, log=log) as process:
            bot = Bot(process, discord, folder)
            async with asyncio.timeout(STUCK):
                await discord.identified.wait()
            yield bot


def somebody() -> dict[str, Json]:
    """Make a person whom no limit has met yet."""
    return person(next(_people), "Somebody")


def command_of(name: str, *, by: Json = None, where: Json = SERVER, **options: str) -> Json:
    """Make a command of somebody's."""
    return interaction(2, command(name, **options), by=by or somebody(), where=where)


def question(text: str = QUESTION, *, by: Json = None, where: Json = SERVER) -> Json:
    """Make an /ask."""
    return command_of("ask", by=by, where=where, question=text)


def custom_ids(components: Json) -> list[str]:
    """List the ids of all that can be pressed on a card."""
    found: list[str] = []
    for part in components:
        found += [part["custom_id"]] if "custom_id" in part else []
        found += custom_ids(
            [*part.get("components", []), *([part["accessory"]] if "accessory" in part else [])]
        )
    return found


def press_on(components: Json, beginning: str, *, by: Json = None) -> Json:
    """Make a press of the button of a card whose id begins so."""
    pressed = next(each for each in custom_ids(components) if each.startswith(beginning))
    return interaction(3, press_of(pressed), by=by or somebody(), message=own_message("4100", components))


def mention(text: str = QUESTION, *, by: Json = None, where: Json = SERVER) -> Json:
    """Make a message in a server that mentions the bot."""
    made = message(fresh_id(), where["channels"][0]["id"], by=by or somebody(), text=f"<@{ME['id']}> {text}")
    return made | {"guild_id": where["id"], "mentions": [ME], "member": MEMBER}


def said(sent: Sent) -> str:
    """Return what the person reads at last."""
    assert sent.outcome is not Outcome.UNANSWERED
    return unescaped("\n".join(texts(sent.components)))


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the database so that nobody else writes it, and where nobody has it open, reads it either."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        if not database.with_name(f"{database.name}-wal").exists():
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")
