"""What the tests of the bot's memory keep, and a way to wait for it."""

from __future__ import annotations

import asyncio
import datetime
from typing import TYPE_CHECKING

from bot.state.records import LibraryChoice, Passage, Record, ServerSettings
from index import Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime.datetime(2026, 1, 14, 12, 0, tzinfo=datetime.UTC)
SERVER, CHANNEL, QUESTION, MESSAGE = 2**62 + 1, 2**62 + 2, 2**62 + 3, 2**62 + 4
ASKER, OTHER = 2**62 + 5, 2**62 + 6

ANSWER = Record(
    id=2**63 - 1,
    asked_at=NOON,
    server=SERVER,
    channel=CHANNEL,
    message=MESSAGE,
    asker=ASKER,
    question_message=QUESTION,
    private=True,
    shared=False,
    verdict=Verdict.UNSURE,
    confidence=0.1 + 0.2,
    snapshot="ab" * 32,
    passages=(
        Passage("nara.txt", "cd" * 32, 8, 120, 180, 1 / 3, Span(130, 134)),
        Passage("太鼓.txt", "ef" * 32, 1, 0, 9, -2.5, None),
    ),
    locale="ja",
)

CHOSEN = ServerSettings(
    channels=frozenset({CHANNEL, 7}),
    roles=frozenset({2**63 - 1}),
    private=True,
    mentions=False,
    follow_ups=False,
    articles=frozenset({"nara.txt", "太鼓.txt"}),
    only_answered=True,
    language="ja",
    gaps=True,
    user_rate=3,
    server_rate=30,
    libraries=LibraryChoice.OWN,
)


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something holds; that it never does is a failure, not a matter of speed."""
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 - not everything that is waited for has an event
            await asyncio.sleep(0.01)
