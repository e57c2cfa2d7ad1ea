"""The connection to Discord: made again when something breaks it, and why there is none, in one sentence."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections import deque
from typing import TYPE_CHECKING, Protocol

import aiohttp
import discord
from discord.backoff import ExponentialBackoff

from bot.errors import DiscordError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

_BREAKS, _WITHIN = 5, 300.0
"""So many breaks within so many seconds are taken for one that does not pass."""


class Connecting(Protocol):
    """What a client does to be connected."""

    async def connect(self) -> None:
        """Be connected, and connect again after what discord.py knows; ends with an error, or if closed."""

    async def drop(self) -> None:
        """Let go of a connection that broke."""


async def stay_connected(client: Connecting, *, pause: Callable[[], float] | None = None) -> None:
    """Be connected until the client is closed; what breaks the connection unforeseen has it made anew.

    Args:
        client: is logged in.
        pause: says how many seconds to wait before connecting again; by default longer each time.

    Raises:
        DiscordError: Discord ended the connection for good, or it breaks again and again.

    """
    pause = pause or ExponentialBackoff().delay
    breaks: deque[float] = deque(maxlen=_BREAKS)
    while True:
        try:
            await client.connect()
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            raise connection_failed(error) from error  # discord.py has tried what can be tried
        except Exception as error:
            breaks.append(time.monotonic())
            if len(breaks) == _BREAKS and breaks[-1] - breaks[0] < _WITHIN:
                raise connection_failed(error) from error
            seconds = pause()
            # Of the error its kind alone: its text may repeat what somebody wrote.
            log.warning(
                "the connection to Discord broke (%s): connecting again in %.1f seconds",
                type(error).__name__,
                seconds,
            )
            log.debug("it broke in\n%s", "".join(traceback.format_tb(error.__traceback__)))
            await client.drop()
            await asyncio.sleep(seconds)
        else:
            raise DiscordError("Discord ended the connection: please start the bot again")


def connection_failed(error: Exception) -> DiscordError:
    """Say in one sentence why there is no connection to Discord."""
    log.debug("no connection to Discord in\n%s", "".join(traceback.format_tb(error.__traceback__)))
    match error:
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):
            return DiscordError(
                "Discord refused the token: copy it again from the developer portal to VERBATIM_TOKEN"
            )
        case discord.ConnectionClosed(code=int(code)):
            return DiscordError(f"Discord ended the connection (code {code}): please start the bot again")
        case discord.PrivilegedIntentsRequired():  # which the bot does not ask for
            return DiscordError("Discord ended the connection (code 4014): please start the bot again")
        case discord.HTTPException():
            return DiscordError(f"Discord answered with error {error.status}: please try again later")
        case discord.GatewayNotFound() | aiohttp.ClientError() | OSError():
            return DiscordError("Discord cannot be reached: is there a connection to the internet?")
        case _:
            return DiscordError(
                f"the connection to Discord broke ({type(error).__name__}): please start the bot again;"
                " if it breaks again, VERBATIM_LOG_LEVEL=DEBUG shows where"
            )
