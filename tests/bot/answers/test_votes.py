"""People who vote at the same moment, from two sessions of one database."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from bot.state.records import GapReason, ServerSettings, Tally
from tests.bot.state.opened import opened
from tests.bot.world import button, record_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.state.records import CountedVote
    from bot.state.repository import Repository
    from tests.bot.world import World

QUESTION = "They met in her hometown?"


@pytest_asyncio.fixture
async def repository(address: str) -> AsyncIterator[Repository]:
    """Open a database of each kind."""
    async with opened(address) as repository:
        yield repository


@pytest_asyncio.fixture
async def second(address: str, repository: Repository) -> AsyncIterator[Repository]:  # noqa: ARG001 - after the first one
    """Open the same database once more, as another process would."""
    async with opened(address) as second:
        yield second


class Votes:
    """Holds each person's next vote up, and counts everybody's but Ada's in the second session."""

    def __init__(self, world: World, second: Repository) -> None:
        first = world.services.repository
        self._gates: dict[int, asyncio.Event] = {}
        self._env = world.env
        self._first: Callable[..., Awaitable[CountedVote]] = first.vote
        self._second: Callable[..., Awaitable[CountedVote]] = second.vote
        self._ada = world.ada.id
        first.vote = self._vote  # type: ignore[method-assign] # Discord's events all reach the first

    def let(self, *users: int) -> None:
        """Let people's votes be counted."""
        for user in users:
            self._gate(user).set()

    async def _vote(self, answer: int, user: int, *, up: bool) -> CountedVote:
        await self._env.external_wait(self._gate(user).wait(), reason="others vote as well")
        count = self._first if user == self._ada else self._second
        return await count(answer, user, up=up)

    def _gate(self, user: int) -> asyncio.Event:
        return self._gates.setdefault(user, asyncio.Event())


async def answered(world: World) -> Any:  # noqa: ANN401 - a simulated message
    await world.services.repository.save_settings(world.server.id, ServerSettings(gaps=True))
    return (await world.ada.slash(world.channel, "ask", question=QUESTION)).response


async def gaps(world: World) -> list[tuple[str, GapReason]]:
    return [(gap.question, gap.reason) for gap in await world.services.repository.gaps(world.server.id)]


@pytest.mark.parametrize("first", ["ada", "bob", "neither"])
@pytest.mark.parametrize(("adas", "bobs"), [("up", "down"), ("down", "up"), ("down", "down"), ("up", "up")])
async def test_two_people_vote_at_once_and_each_vote_against_is_one_gap(
    world: World, second: Repository, first: str, adas: str, bobs: str
) -> None:
    bob = world.server.add_member(world.env.create_user("bob"))
    answer = await answered(world)
    votes = Votes(world, second)
    await world.ada.click(answer, custom_id=button(answer, adas))
    await bob.click(answer, custom_id=button(answer, bobs))
    order = {"ada": (world.ada.id, bob.id), "bob": (bob.id, world.ada.id), "neither": ()}[first]
    for user in order:
        votes.let(user)
        await world.env.settle()
    votes.let(world.ada.id, bob.id)
    await world.env.settle()
    against = [adas, bobs].count("down")
    assert await gaps(world) == [(QUESTION, GapReason.DOWNVOTED)] * against
    assert await second.tally(record_id(answer)) == Tally(up=2 - against, down=against)


async def test_a_double_click_against_is_one_gap(world: World, second: Repository) -> None:
    bob = world.server.add_member(world.env.create_user("bob"))
    answer = await answered(world)
    votes = Votes(world, second)
    for _ in range(2):
        await bob.click(answer, custom_id=button(answer, "down"))
    votes.let(bob.id)
    await world.env.settle()
    assert await gaps(world) == [(QUESTION, GapReason.DOWNVOTED)]
