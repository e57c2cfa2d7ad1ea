"""The replies that are still to be sent, and what is said of those that fail."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.interactions.failures import explain, failure_card
from bot.interactions.sending import reason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from discord.ui import LayoutView

    from bot.i18n.words import Words
    from bot.metrics import Metrics

log = logging.getLogger(__name__)

_REFUSALS = 64
"""Refusals that are sent at a time; with 150 ms to Discord and back, a thousand take under three seconds."""


class Delivery:
    """Knows how many replies have not been sent yet, and explains failures."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._owed = 0
        self._all_sent = asyncio.Event()
        self._all_sent.set()
        self._owing: set[asyncio.Task[Any]] = set()
        self._refusing = asyncio.Semaphore(_REFUSALS)

    @contextlib.contextmanager
    def owing(self) -> Iterator[None]:
        """Owe a reply; make a line in the log of what it may meet: asker, channel or right to send gone."""
        self._owed += 1
        self._all_sent.clear()
        task = asyncio.current_task()
        first = task is not None and task not in self._owing  # and not within another reply of the same task
        if task is not None:
            self._owing.add(task)
        try:
            yield
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("could not reply: %s", reason(error))
        finally:
            self._owed -= 1
            if task is not None and first:
                self._owing.discard(task)
            if not self._owed:
                self._all_sent.set()

    async def all_sent(self) -> None:
        """Wait until no reply is owed."""
        await self._all_sent.wait()

    async def give_up(self) -> None:
        """Stop sending what is still owed: there is no time left for it."""
        owing = set(self._owing)
        for task in owing:
            task.cancel()
        if owing:
            await asyncio.wait(owing, timeout=1)

    async def refuse(
        self, error: Exception, words: Words, say: Callable[[LayoutView], Awaitable[object]]
    ) -> None:
        """Say why something is not done; a few at a time, so that a thousand hold up nobody's answer."""
        card = self.explained(error, words)
        async with self._refusing:
            await say(card)

    def explained(self, error: Exception, words: Words) -> LayoutView:
        """Log a failure, with its traceback if nobody expected it, and make a card of it for the asker."""
        failure = explain(error, words)
        if failure.reference is None:
            log.log(failure.level, failure.log)
        else:
            self._metrics.failed(failure.reference)
            log.error(failure.log, exc_info=error)
        return failure_card(failure)
