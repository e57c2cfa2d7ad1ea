"""The whole way: a question in Discord, the real model on the real article, the quotation as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.access.rate_limits import RateLimiter
from bot.client import Client
from bot.interactions.services import Services
from bot.library.worker import LibraryWorker
from bot.state.repository import Repository
from bot.ui.markdown import escape
from tests.bot.shared_library import SharedLibrary
from tests.bot.shown import kinds_and_text
from tests.bot.world import texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simcord import Env

    from index import Library


@pytest.fixture
async def simcord_bot(seed_library: Library) -> AsyncIterator[Client]:
    """Make the bot with the real library."""
    worker = LibraryWorker(SharedLibrary(lambda: seed_library), queue_size=64, batch_size=16, deadline=30)
    worker.open()
    async with Repository.in_memory() as repository:
        yield Client(Services.of(worker, repository, RateLimiter(user_rate=100, server_rate=100)))
    await worker.close(30)


async def test_a_question_is_answered_in_the_articles_own_words(
    simcord_env: Env, seed_library: Library
) -> None:
    (article,) = seed_library.articles
    server = simcord_env.create_guild("Reading room")
    channel = server.create_text_channel("questions")
    ada = server.add_member(simcord_env.create_user("ada"))

    by_slash = await ada.slash(channel, "ask", question="When did Lee take office?")
    me = simcord_env.bot.user
    assert me is not None
    await ada.send(channel, f"{me.mention} what is the capital of Australia")

    assert by_slash.response is not None
    shown = [kinds_and_text(text)[1] for text in texts(by_slash.response.components)]
    assert shown[:3] == [
        "When did Lee take office?",
        article.read(article.sentences[12]),
        "sentence 13 of 19 · quite sure · 93 %",
    ]
    assert channel.last_message is not None
    shown = [kinds_and_text(text)[1] for text in texts(channel.last_message.components)]
    assert shown == ["what is the capital of Australia", "The article does not seem to say."]
    await ada.click(channel.last_message, label="Closest passages")
    shown = [kinds_and_text(text)[1] for text in texts(channel.last_message.components)]
    assert shown[2] in [article.read(span) for span in article.sentences]

    await ada.send(channel, f"{me.mention} who makes the drumm kit")
    header, *below = texts(channel.last_message.components)
    assert header == f"-# who makes the drumm kit\n-# {escape('Read as: drum')}"
    assert article.read(article.sentences[2]) in [kinds_and_text(text)[1] for text in below]
