"""Bad moments, as people in a channel see them: busy, too late, warming up, failing, closing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.i18n.words import words_for
from bot.ui.markdown import escape
from tests.bot.world import texts

if TYPE_CHECKING:
    from simcord import InteractionResult

    from tests.bot.world import Loader, World


ENGLISH = words_for("en")
warming_up = pytest.mark.parametrize("loader", [False], indirect=True)


def shown(result: InteractionResult) -> str:
    """Return the first text of a response."""
    assert result.response is not None
    return texts(result.response.components)[0]


async def test_a_full_line(world: World) -> None:
    world.hold()
    await world.ada.slash(world.channel, "ask", question="one?")
    await world.started()
    waiting = [await world.ada.slash(world.channel, "ask", question=f"{each}?") for each in ("two", "three")]
    refused = await world.ada.slash(world.channel, "ask", question="four?")
    assert shown(refused) == escape(ENGLISH.say("busy", seconds=1))
    assert refused.ephemeral
    await world.ada.send(world.channel, f"{world.me.mention} five?")
    assert texts(world.replies()[-1].components) == [escape(ENGLISH.say("busy", seconds=1))]
    await world.release()
    assert [shown(result) for result in waiting] == ["-# two?", "-# three?"]
    assert world.library.asked == [("one?",), ("two?", "three?")]


async def test_too_late(world: World) -> None:
    world.hold()
    result = await world.ada.slash(world.channel, "ask", question="one?")
    await world.started()
    await world.env.advance_time(9.9)
    assert texts(result.response.components if result.response else []) == []
    await world.env.advance_time(0.2)
    assert shown(result) == escape(ENGLISH.say("too-late"))
    await world.release()


@warming_up
async def test_still_warming_up(loader: Loader, world: World) -> None:
    world.hold()
    result = await world.ada.slash(world.channel, "ask", question="one?")
    await world.env.advance_time(10.1)
    assert shown(result) == escape(ENGLISH.say("warming-up"))
    loader.ready.set()
    await world.release()


@warming_up
async def test_asked_while_warming_up(loader: Loader, world: World) -> None:
    world.hold()
    await world.ada.send(world.channel, f"{world.me.mention} Nara?")
    assert world.replies() == []
    loader.ready.set()
    await world.release()
    (reply,) = world.replies()
    assert texts(reply.components)[0] == "-# Nara?"


async def test_one_fails_beside_others(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.library.failures["bad?"] = RuntimeError("inner workings")
    world.hold()
    await world.ada.slash(world.channel, "ask", question="first?")
    await world.started()
    bad = await world.ada.slash(world.channel, "ask", question="bad?")
    good = await world.ada.slash(world.channel, "ask", question="Nara?")
    await world.release()
    assert shown(good) == "-# Nara?"
    assert shown(bad).startswith("Something went wrong on my side")
    assert "inner workings" in caplog.text


async def test_closing(world: World) -> None:
    world.hold()
    kept = await world.ada.slash(world.channel, "ask", question="Nara?")
    await world.started()
    closing = asyncio.create_task(world.services.worker.close(10))
    await asyncio.sleep(0)
    late = await world.ada.slash(world.channel, "ask", question="more?")
    assert shown(late) == escape(ENGLISH.say("closing"))
    await world.release()
    await closing
    assert shown(kept) == "-# Nara?"
