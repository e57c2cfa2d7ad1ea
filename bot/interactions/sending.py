"""The one way out to Discord: what it does not take for a reason that passes is sent again.

What is sent twice must not be seen twice. Editing shows the same again; a new message has to be sent with the
same `nonce` each time, by which Discord knows it for some minutes; a first response is taken only once.
"""

from __future__ import annotations

import asyncio
import datetime
import functools
import logging
import secrets
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import discord
import tenacity

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord.ui import LayoutView
    from tenacity import RetryCallState

_T = TypeVar("_T")

log = logging.getLogger(__name__)

_WANTED = datetime.timedelta(minutes=15)
"""How long an interaction may be answered, and how long after a message its answer is still of use."""
_LEAST = 10.0
"""Seconds that each answer is tried, whatever the clocks say."""
_AT_ONCE = 3.0
"""Seconds after which Discord tells a person that nothing came."""
_SHORTEST, _LONGEST = 0.5, 30.0
"""Pauses between two tries: random ones, at first of at most two seconds, and growing."""
_SAID = 100
"""Characters of Discord's own words in the log."""
_ANSWERED_BEFORE = 40060  # "Interaction has already been acknowledged"

PASSING = (discord.DiscordServerError, aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, OSError)
"""Discord is out of order, or cannot be reached; all else would be the same the next time."""


async def send(attempt: Callable[[], Awaitable[_T]], *, since: datetime.datetime) -> _T:
    """Send an answer, again and again until it is too old.

    Args:
        attempt: sends it; may be called again although Discord has taken it.
        since: when it was asked for.

    Raises:
        discord.HTTPException: Discord refused it, or was out of order to the end.
        aiohttp.ClientError, OSError: Discord could not be reached to the end.

    """
    left = (since + _WANTED - datetime.datetime.now(datetime.UTC)).total_seconds()
    return await persist(attempt, seconds=max(_LEAST, left))


async def reply(
    channel: discord.abc.Messageable,
    card: LayoutView,
    *,
    to: discord.MessageReference | None = None,
    since: datetime.datetime,
) -> discord.Message:
    """Send a new message, in reply to another one or on its own, as `send` does; it stands there once."""
    nonce = secrets.randbits(64)

    async def create() -> discord.Message:
        if to is None:
            return await channel.send(view=card, nonce=nonce)
        return await channel.send(view=card, reference=to, mention_author=False, nonce=nonce)

    return await send(create, since=since)


async def fill(interaction: discord.Interaction, card: LayoutView) -> discord.Message:
    """Show a card in the place of what an interaction was promised, as `send` does."""
    return await send(lambda: interaction.edit_original_response(view=card), since=interaction.created_at)


async def respond_first(attempt: Callable[[], Awaitable[_T]]) -> _T | None:
    """Send the first response to an interaction, again only as long as Discord waits for it.

    Returns what `attempt` does, or None if Discord had taken an earlier one without saying so.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as from `send`.

    """
    again = False

    async def once() -> _T | None:
        nonlocal again
        try:
            return await attempt()
        except discord.HTTPException as error:
            if again and error.code == _ANSWERED_BEFORE:
                return None
            raise
        finally:
            again = True

    return await persist(once, seconds=_AT_ONCE)


async def tell(interaction: discord.Interaction, card: LayoutView) -> None:
    """Say something to whoever came, alone, beside what is shown, or where something was promised."""
    response = interaction.response
    match response.type:
        case None:
            await respond_first(lambda: response.send_message(view=card, ephemeral=True))
        case discord.InteractionResponseType.deferred_channel_message:
            await fill(interaction, card)
        case _:
            await interaction.followup.send(view=card, ephemeral=True)


async def persist(
    attempt: Callable[[], Awaitable[_T]],
    *,
    seconds: float,
    doing: str = "send a reply",
    done: str = "sent a reply",
) -> _T:
    """Try something of Discord again and again, for so many seconds; the log says what is done.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as from `send`.

    """
    tries = tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception_type(PASSING),
        wait=tenacity.wait_random_exponential(min=_SHORTEST, max=_LONGEST),
        stop=tenacity.stop_before_delay(seconds),
        before_sleep=functools.partial(_say_later, doing),
        reraise=True,
    )

    async def one() -> _T:  # as tenacity awaits only what it sees to be a coroutine's function
        return await attempt()

    started = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(seconds) as bound:
            result: _T = await tries(one)
    except TimeoutError:
        if not bound.expired():
            raise
        raise aiohttp.ServerTimeoutError(f"no answer from Discord within {seconds:.0f} seconds") from None
    if tries.statistics["attempt_number"] > 1:
        log.info("%s after %.0f seconds", done, asyncio.get_running_loop().time() - started)
    return result


def _say_later(doing: str, state: RetryCallState) -> None:
    """Say once of each reply that it will come later."""
    error = state.outcome.exception() if state.outcome is not None else None
    level = logging.WARNING if state.attempt_number == 1 else logging.DEBUG
    log.log(level, "could not %s yet, trying again: %s", doing, reason(error))


def reason(error: BaseException | None) -> str:
    """Name an error of Discord's or of the way there on one line, without what was sent."""
    if isinstance(error, discord.HTTPException):
        said = " ".join(error.text.split())[:_SAID]
        return f"Discord answered {error.status} (code {error.code}): {said}".rstrip(": ")
    return f"{type(error).__name__}: {error}".rstrip(": ")
