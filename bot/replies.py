"""The one way from a question to what is sent back, whichever event brought it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Protocol

import aiohttp
import discord

from bot.cards import answer_card, failure_card, note_card
from bot.errors import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord.ui import LayoutView

    from bot.asking import Desk

log = logging.getLogger(__name__)


class Asker(Protocol):
    """Where a question came from, and the way back."""

    async def refuse(self, card: LayoutView) -> None:
        """Say why the question is not taken; called instead of the other two."""

    async def acknowledge(self) -> None:
        """Show at once that the question has been taken."""

    async def receive(self, card: LayoutView) -> None:
        """Send the answer, or why there is none after all."""


class Replies:
    """Answers askers, and knows how many replies have not been sent yet."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._owed = 0
        self._all_sent = asyncio.Event()
        self._all_sent.set()

    async def answer(self, question: str, asker: Asker) -> None:
        """Answer a question, or say why not; an asker who cannot be reached is a line in the log."""
        with self._owing(), _logged_if_unreachable():
            try:
                self._desk.admit(question)
            except Exception as error:  # noqa: BLE001 - whatever it is, the asker is told and the log has it
                await asker.refuse(explained(error))
                return
            await asker.acknowledge()
            await asker.receive(await self._card_for(question))

    async def note(self, sentence: str, asker: Asker) -> None:
        """Tell whoever asked one sentence."""
        with self._owing(), _logged_if_unreachable():
            await asker.refuse(note_card(sentence))

    async def all_sent(self) -> None:
        """Wait until no reply is owed."""
        await self._all_sent.wait()

    async def _card_for(self, question: str) -> LayoutView:
        try:
            return answer_card(await self._desk.ask(question))
        except Exception as error:  # noqa: BLE001 - as above
            return explained(error)

    @contextlib.contextmanager
    def _owing(self) -> Iterator[None]:
        self._owed += 1
        self._all_sent.clear()
        try:
            yield
        finally:
            self._owed -= 1
            if not self._owed:
                self._all_sent.set()


def explained(error: Exception) -> LayoutView:
    """Log a failure, with its traceback if nobody expected it, and make a card of it for the asker."""
    failure = explain(error)
    if failure.reference is None:
        log.info(failure.log)
    else:
        log.error(failure.log, exc_info=error)
    return failure_card(failure)


@contextlib.contextmanager
def _logged_if_unreachable() -> Iterator[None]:
    """Make a line in the log of what any reply may meet: asker, channel or right to send are gone."""
    try:
        yield
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("could not reply: %s: %s", type(error).__name__, error)
