"""What the client itself answers, whatever the features know."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest
from discord import ui

from bot.i18n.words import words_for
from bot.ui.markdown import escape
from tests.bot.world import texts

if TYPE_CHECKING:
    from tests.bot.world import World

GONE = [escape(words_for("en").say("press-unknown"))]


@pytest.mark.parametrize(
    "custom_id", ["answer:up:ffffffffffffffff:0:0:0", "page:words:last:9999999999::", "older:version", "🥁"]
)
async def test_a_button_that_nobody_knows_says_so(
    world: World, caplog: pytest.LogCaptureFixture, custom_id: str
) -> None:
    view = ui.LayoutView().add_item(ui.ActionRow(ui.Button(custom_id=custom_id, label="?")))
    channel = world.env.bot.get_partial_messageable(world.channel.id)
    with caplog.at_level(logging.INFO):
        result = await world.ada.click(await channel.send(view=view), label="?")
    assert result.ephemeral
    assert result.response is not None
    assert texts(result.response.components) == GONE
    assert all(record.levelno <= logging.INFO for record in caplog.records)


async def test_a_form_of_before_a_restart_says_so(world: World) -> None:
    shown = await world.ada.slash(world.channel, "read")
    assert shown.response is not None
    form = await world.ada.click(shown.response, label="Go to sentence")
    assert form.modal is not None
    await world.restart()
    (label,) = form.modal["components"]
    result = await world.ada.submit_modal(form, {label["component"]["custom_id"]: "2"})
    assert result.ephemeral
    assert result.response is not None
    assert texts(result.response.components) == GONE


@pytest.mark.parametrize("command", ["ask", "lookup", "read"])
async def test_an_article_of_any_name_is_refused_in_words(
    world: World, caplog: pytest.LogCaptureFixture, command: str
) -> None:
    options = {"ask": {"question": "Where?  "}, "lookup": {"text": "drum"}, "read": {}}[command]
    with caplog.at_level(logging.INFO):
        result = await world.ada.slash(world.channel, command, **options, article="drums*" * 1000)
    assert result.response is not None
    (said,) = texts(result.response.components)
    assert said.startswith(r"There is no article “drums\*drums\*")
    assert said.endswith(r"…”\. See them all with \/articles\.")
    assert all(record.levelno <= logging.INFO for record in caplog.records)


async def test_cards_that_were_sent_leave_nothing_behind(world: World) -> None:
    """Neither a task, nor the card itself: refusals come by the thousand."""
    before = len(asyncio.all_tasks())
    for command in ("help", "articles", "status", "ask"):
        options = {"question": "..."} if command == "ask" else {}
        await world.ada.slash(world.channel, command, **options)
    assert len(asyncio.all_tasks()) == before
    assert not world.env.bot.persistent_views
