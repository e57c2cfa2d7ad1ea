"""Links that are read, or a build, and somebody who waits -> a message that says how far it is."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import discord

from bot.interactions.sending import PASSING, fill
from bot.uploads.card import outcome_card, progress_card, reading_card
from bot.uploads.lines import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.i18n.words import Words
    from bot.links.link_reader import LinkOutcome
    from bot.publishing.interface import Publishing
    from bot.publishing.publisher import Progress
    from bot.uploads.card import Outcome

_EVERY = 4.0
"""Seconds between two looks at how far a build is."""
_LOOKS = 180
"""How often one looks, so that it ends before Discord lets the message be changed no more: 15 minutes."""

_PROBLEM = 250
"""Characters of what went wrong that are shown."""


class Pace:
    """Estimates how long a build goes on, from how long it took so far."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._first: tuple[float, Progress] | None = None
        self._done = 0

    def seconds_left(self, progress: Progress) -> int | None:
        """Take note of how far it is by now; None as long as nothing can be said."""
        now = self._clock()
        if self._first is None or progress.of != self._first[1].of or progress.embedded < self._done:
            self._first = now, progress  # another build has begun
        self._done = progress.embedded
        since, first = self._first
        done, seconds = progress.embedded - first.embedded, now - since
        if done == 0 or seconds <= 0:
            return None
        return max(1, round((progress.of - progress.embedded) * seconds / done))


async def follow(
    interaction: discord.Interaction,
    publishing: Publishing,
    server: int,
    outcome: Outcome,
    words: Words,
    *,
    clock: Callable[[], float],
) -> None:
    """Say in the message of a press how far a library is, until it is read, or for about 12 minutes."""
    pace = Pace(clock)
    shown: Progress | None = None
    for _ in range(_LOOKS):
        if await _ends_within(_EVERY, publishing, server):
            break
        progress = publishing.progress(server)
        if progress is not None and progress != shown:
            shown, seconds = progress, pace.seconds_left(progress)
            card = progress_card(outcome, words, progress=progress, seconds=seconds)
            with contextlib.suppress(*PASSING):  # the next one will do
                await interaction.edit_original_response(view=card)
    else:
        await fill(interaction, outcome_card(outcome, words, ending=words.say("library-later")))
        return
    problem = publishing.problem(server)
    failed = None if problem is None else problem_sentence(problem, words)[:_PROBLEM]
    await fill(interaction, outcome_card(outcome, words, ending=failed or words.say("library-ready")))


class PagesRead:
    """How many pages of links are done, and of how many; it is told so."""

    def __init__(self) -> None:
        self.done, self.of = 0, 0

    def __call__(self, done: int, of: int) -> None:
        """Take note of it."""
        self.done, self.of = done, of


async def follow_reading(
    interaction: discord.Interaction, reading: asyncio.Task[LinkOutcome], pages: PagesRead, words: Words
) -> None:
    """Say in the place of what an interaction was promised how far links are read, until they are."""
    shown: tuple[int, int] | None = None
    try:
        while not (await asyncio.wait({reading}, timeout=_EVERY))[0]:
            if shown != (pages.done, pages.of):
                shown = pages.done, pages.of
                with contextlib.suppress(discord.HTTPException, *PASSING):  # the preview says all
                    await interaction.edit_original_response(view=reading_card(*shown, words))
    finally:
        if not reading.done():
            reading.cancel()


async def _ends_within(seconds: float, publishing: Publishing, server: int) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await publishing.wait(server)
    except TimeoutError:
        return False
    return True
