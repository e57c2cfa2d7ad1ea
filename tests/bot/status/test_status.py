"""`/status`, as the bot's owner sees it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.documents.ownership import ForeignStorage
from bot.i18n.words import LANGUAGES, words_for
from bot.status.card import status_card
from bot.status.report import Holdings, Status
from bot.ui.markdown import escape, shorten
from index import Verdict, __version__
from tests.bot.answers.test_card import body, parts
from tests.bot.discord_api import broken_limits
from tests.bot.world import texts

if TYPE_CHECKING:
    from simcord import InteractionResult

    from tests.bot.world import Loader, World

ENGLISH = words_for("en")
SINCE = datetime.datetime(2026, 1, 14, 12, tzinfo=datetime.UTC)
WORKING = Status(
    version="0.1.0",
    since=SINCE,
    servers=3,
    holdings=Holdings(2, 1200, "0123456789ab", "all-MiniLM-L6-v2", "ba9876543210"),
    verdicts={Verdict.ANSWERED: 12, Verdict.UNSURE: 3, Verdict.NOT_FOUND: 1},
    half=0.0521,
    most=0.11,
    waiting=4,
    latency=0.0835,
    memory=700 * 2**20,
    away=False,
    foreign=None,
    failures=("0a1b2c", "ffffff"),
)
JUST_STARTED = Status(
    version="0.1.0",
    since=SINCE,
    servers=0,
    holdings=None,
    verdicts=dict.fromkeys(Verdict, 0),
    half=None,
    most=None,
    waiting=0,
    latency=None,
    memory=None,
    away=True,
    foreign=ForeignStorage("*" * 200, "0123456789abcdef"),
    failures=(),
)


def lines(result: InteractionResult) -> dict[str, str]:
    """Read what is shown, by label."""
    assert result.response is not None
    assert result.response.ephemeral
    _, listed = texts(result.response.components)
    return dict(line.replace("*", "").split(" · ", 1) for line in listed.split("\n"))


def test_all_that_there_is_to_say() -> None:
    title, listed = texts(parts(status_card(WORKING, ENGLISH)))
    assert title == "### Status"
    assert listed.split("\n") == [
        r"**Version** · 0\.1\.0",
        "**Running since** · <t:1768392000:f>",
        "**Servers** · 3",
        "**Articles** · 2",
        "**Sentences** · 1200",
        "**Index** · 0123456789ab",
        r"**Search model** · all\-MiniLM\-L6\-v2",
        "**Reader** · ba9876543210",
        "**Database** · ready",
        "**Answered questions** · 12 found, 3 unsure, 1 not found",
        r"**Time for an answer** · 50 %\: 52 ms, 95 %\: 110 ms",
        "**Waiting questions** · 4",
        "**Time to Discord** · 84 ms",
        "**Memory in use** · 700 MiB",
        "**Latest failures** · `0a1b2c` `ffffff`",
    ]


def test_what_is_not_there_yet_is_left_out() -> None:
    _, listed = texts(parts(status_card(JUST_STARTED, ENGLISH)))
    assert listed.split("\n") == [
        r"**Version** · 0\.1\.0",
        "**Running since** · <t:1768392000:f>",
        "**Servers** · 0",
        "**Index** · loading",
        "**Database** · cannot be reached",
        "**Storage of documents** · another database’s "
        + rf"\({shorten('*' * 200, 40)}; expected 0123456789abcdef\), so nothing is deleted from it\:"
        + " the log says what to do",
        "**Answered questions** · 0 found, 0 unsure, 0 not found",
        "**Waiting questions** · 0",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_within_discords_limits(language: str) -> None:
    unknown = replace(WORKING, foreign=ForeignStorage(None, "0123456789abcdef"))
    for status in (WORKING, JUST_STARTED, unknown):
        assert broken_limits(body(status_card(status, words_for(language)))) == []


async def test_others_are_told_that_it_is_not_for_them(world: World) -> None:
    result = await world.ada.slash(world.channel, "status")
    assert result.response is not None
    assert result.response.ephemeral
    assert texts(result.response.components) == [escape(ENGLISH.say("owner-only"))]


async def test_who_runs_the_bot_sees_how_it_is_doing(world: World) -> None:
    world.env.bot.owner_id = world.ada.id  # type: ignore[attr-defined] # it is bot.client.Client
    world.library.failures["bad?"] = RuntimeError("inner workings")
    await world.ada.slash(world.channel, "ask", question="They met in her hometown?")
    await world.ada.slash(world.channel, "ask", question="bad?")
    seen = lines(await world.ada.slash(world.channel, "status"))
    assert seen["Version"] == escape(__version__)
    assert seen["Servers"] == "1"
    assert seen["Articles"] == "1"
    assert seen["Sentences"] == "16"
    assert seen["Index"] == world.held.catalog.snapshot[:12]
    assert seen["Search model"] == "word counts"
    assert seen["Reader"] == "off"
    assert seen["Database"] == "ready"
    assert seen["Answered questions"] == "1 found, 0 unsure, 0 not found"
    assert seen["Waiting questions"] == "0"
    assert seen["Latest failures"] == f"`{world.services.metrics.failures[0]}`"
    assert len(world.replies()) == 2  # the two answers


async def test_so_does_a_team_in_a_direct_message(world: World) -> None:
    world.env.bot.owner_ids = {world.ada.id, 1}  # type: ignore[attr-defined] # it is bot.client.Client
    assert lines(await world.ada.user.slash("status"))["Servers"] == "1"


@pytest.mark.parametrize("loader", [False], indirect=True)
async def test_while_the_library_loads_and_the_database_is_away(world: World, loader: Loader) -> None:
    world.env.bot.owner_id = world.ada.id  # type: ignore[attr-defined] # it is bot.client.Client
    await world.services.repository.close()
    seen = lines(await world.ada.slash(world.channel, "status"))
    assert seen["Index"] == "loading"
    assert seen["Database"] == "cannot be reached"
    assert "Articles" not in seen
    loader.ready.set()
