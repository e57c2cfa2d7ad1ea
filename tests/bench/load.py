"""Measure the real `verbatim run` under load, on a pretended Discord: `python -m tests.bench.load`.

Each scenario has a process of its own, the real models and the seed article. Somebody in another server asks
one question after the other while a crowd asks at once, so that what the crowd costs the others is seen. The
usual limits of people and servers are lifted, so that it is the queue that is measured, but in the last one.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import json
import random
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.bot import BotProcess, bot_process, build_index
from tests.bench.figures import Figures, printed
from tests.loopback.crowd import CrowdedDiscord, Outcome, Sent, all_done
from tests.loopback.payloads import command, interaction, own_message, person, press_of, server
from tests.loopback.process import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from tests.bot.discord_api import Json

CROWD, SERVERS, IDLE, WAVE = 1000, 50, 30, 200
PEOPLE, PLACES = 1_000_000, 9000
"""Where the ids of people and of servers begin."""
GIVEN_UP = 30.0
"""Seconds after which nobody waits for an answer any more."""
TRY_AGAIN = 0.5
"""Seconds after which the bystander asks again, when told that the moment is not good."""
UNLIMITED = {"user_rate": "1000000", "server_rate": "1000000"}


class Town:
    """Servers, people and questions; the bystander's server is the last."""

    def __init__(self) -> None:
        self.servers = [server(PLACES + i, f"Server {i}", 10 * PLACES + i) for i in range(SERVERS + 1)]
        self._questions = [
            json.loads(row)["question"]
            for name in ("questions.jsonl", "typed.jsonl")
            for row in (ROOT / "tests" / name).read_text("utf-8").splitlines()
        ]
        random.Random(14).shuffle(self._questions)

    def ask(self, i: int, *, by: int | None = None, where: int = 0) -> dict[str, Json]:
        """Make somebody's question; without `by`, each is another person's."""
        return self.use("ask", i, by=by, where=where, question=self._questions[i % len(self._questions)])

    def use(
        self, name: str, i: int, *, by: int | None = None, where: int = 0, **options: str
    ) -> dict[str, Json]:
        """Make somebody's command."""
        return interaction(
            2, command(name, **options), by=self._person(i if by is None else by), where=self.servers[where]
        )

    def vote(self, i: int, components: Json, *, by: int | None = None) -> dict[str, Json]:
        """Make somebody's vote on an answer."""
        whose = self._person(i if by is None else by)
        up = next(each for each in _custom_ids(components) if each.startswith("answer:up:"))
        shown = own_message(self.servers[0]["channels"][0]["id"], components)
        return interaction(3, press_of(up), by=whose, where=self.servers[0], message=shown)

    def _person(self, number: int) -> dict[str, Json]:
        return person(PEOPLE + number, f"Person {number}")


def _custom_ids(components: Json) -> list[str]:
    found = []
    for each in components:
        found += [each["custom_id"]] if "custom_id" in each else []
        found += _custom_ids(each.get("components") or [])
    return found


class Clock:
    """Says which share of one core this process has used since the clock was made."""

    def __init__(self) -> None:
        self._began, self._used = time.perf_counter(), time.process_time()

    @property
    def share(self) -> float:
        """A part of 1."""
        return (time.process_time() - self._used) / (time.perf_counter() - self._began)


class Scene:
    """One bot with a town; what a scenario needs."""

    def __init__(self, town: Town, discord: CrowdedDiscord, bot: BotProcess) -> None:
        self.town = town
        self.bot = bot
        self._discord = discord
        self._asked = 0

    async def ask_alone(self, seconds: float = GIVEN_UP) -> Sent:
        """Have the bystander ask the next question and wait for its answer."""
        self._asked += 1
        (sent,) = await self._discord.interact([self.town.ask(self._asked, by=-1, where=-1)])
        await all_done([sent], seconds=seconds)
        return sent

    async def idle(self) -> Figures:
        """Measure the bystander alone."""
        self.bot.begin()
        clock = Clock()
        bystander = [await self.ask_alone() for _ in range(IDLE)]
        return Figures.of("a: bystander alone", [], bystander, self.bot, generator=clock.share)

    async def flood(self, name: str, crowd: Sequence[dict[str, Json]], *, bystander: bool = True) -> Figures:
        """Measure a crowd, and the bystander meanwhile."""
        self.bot.begin()
        asked: list[Sent] = []
        clock = Clock()
        sent = await self._discord.interact(crowd)
        over = asyncio.create_task(all_done(sent, seconds=GIVEN_UP))
        while bystander and not over.done():
            asked.append(await self.ask_alone())
            if asked[-1].outcome is not Outcome.ANSWERED:
                await asyncio.sleep(TRY_AGAIN)
        await over
        share = clock.share
        await asyncio.sleep(1)  # what the bot still does for them belongs to its memory afterwards
        return Figures.of(name, sent, asked, self.bot, generator=share)

    async def answered(self) -> Json:
        """Return the components of an answer."""
        return (await self.ask_alone()).components


@asynccontextmanager
async def scene(folder: Path, reader: str, *, usual_limits: bool = False) -> AsyncIterator[Scene]:
    """Start a bot and have it answer a few questions first."""
    town = Town()
    settings = {"reader": reader, "index": str(folder / "index"), **({} if usual_limits else UNLIMITED)}
    async with CrowdedDiscord(town.servers) as discord:
        with tempfile.TemporaryDirectory(dir=folder) as home:
            async with bot_process(Path(home), discord.address, settings) as bot:
                await discord.identified.wait()
                made = Scene(town, discord, bot)
                for _ in range(12):
                    await made.ask_alone()
                yield made


def crowds(town: Town, components: Json) -> dict[str, Callable[[], list[dict[str, Json]]]]:
    """Name the crowds; each is made when it is sent, as interactions are of the moment."""
    many = range(CROWD)
    return {
        "b: 50 /ask, one server": lambda: [town.ask(i) for i in range(50)],
        f"c: {CROWD} /ask, one server": lambda: [town.ask(i) for i in many],
        f"d: {CROWD} /ask, {SERVERS} servers": lambda: [town.ask(i, where=i % SERVERS) for i in many],
        f"f: {CROWD} votes, one person": lambda: [town.vote(i, components, by=0) for i in many],
        f"f: {CROWD} votes, {CROWD} people": lambda: [town.vote(i, components) for i in many],
        f"f: {CROWD} /help": lambda: [town.use("help", i) for i in many],
        f"f: {CROWD} /lookup": lambda: [town.use("lookup", i, text="drum") for i in many],
        f"g: {CROWD} /ask, one person, usual limits": lambda: [town.ask(i, by=0) for i in many],
    }


async def measure(folder: Path, reader: str, *, waves: int, only: str) -> AsyncIterator[Figures]:
    """Measure each scenario whose letter is in `only`."""
    async with scene(folder, reader) as now:
        idle = await now.idle()
    yield idle
    for name in crowds(Town(), None):
        if name[0] in only:
            async with scene(folder, reader, usual_limits=name.startswith("g")) as now:
                crowd = crowds(now.town, await now.answered())[name]()
                yield await now.flood(name, crowd)
    if "e" in only:
        async with scene(folder, reader) as now:
            for wave in range(waves):
                crowd = [now.town.ask(wave * WAVE + i, where=i % SERVERS) for i in range(WAVE)]
                yield await now.flood(f"e: wave {wave + 1} of {WAVE} /ask", crowd, bystander=False)


async def _main() -> None:
    parser = argparse.ArgumentParser(description="Measure the bot under load.")
    parser.add_argument("--reader", choices=["on", "off", "both"], default="both")
    parser.add_argument("--waves", type=int, default=10, help=f"waves of {WAVE} questions; 50 are 10,000")
    parser.add_argument("--only", default="bcdefg", help="letters of the scenarios, without a")
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    chosen = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await build_index(folder)
        for reader in ["on", "off"] if chosen.reader == "both" else [chosen.reader]:
            idle: Figures | None = None
            setting = "bundled" if reader == "on" else "off"
            print(f"\nreader {reader}\n{printed(None, None)}", flush=True)
            async for figures in measure(folder, setting, waves=chosen.waves, only=chosen.only):
                idle = idle or figures
                print(printed(figures, idle), flush=True)
                rows.append({"reader": reader} | dataclasses.asdict(figures))
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    asyncio.run(_main())
