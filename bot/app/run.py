"""`verbatim run`: connect, load, answer, and stop in good order."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
from typing import TYPE_CHECKING

import aiohttp
import discord

import index
from bot.access.rate_limits import RateLimiter
from bot.app.log import start_logging
from bot.app.signals import stop_requested
from bot.client import Client
from bot.errors import DiscordError
from bot.interactions.services import Services
from bot.library.worker import LibraryWorker
from bot.state.repository import Repository
from index import Library, SettingsError

if TYPE_CHECKING:
    from bot.app.config import Settings
    from bot.interactions.delivery import Delivery

log = logging.getLogger(__name__)

_FOR_ANSWERS = 0.8  # of the time that stopping may take; the rest is for sending and disconnecting


def run(settings: Settings) -> None:
    """Answer questions in Discord until asked to stop.

    Raises:
        SettingsError: there is no token.
        SnapshotError: there is no index that can be used.
        DiscordError: Discord refused the token, cannot be reached, or ended the connection.
        VerbatimError: the library cannot be loaded.

    """
    if settings.token is None:
        raise SettingsError(
            "no token: set VERBATIM_TOKEN, or write it to .env, as the README's “Discord” shows"
        )
    token = settings.token.get_secret_value()
    Library.check(settings.index_folder)
    start_logging(settings.log_level, secret=token)
    worker = asyncio.run(_run(settings, token))
    if worker.computing:
        # Python would wait at its end for a computation that is not needed any more and that it cannot stop.
        log.warning("left a computation unfinished")
        logging.shutdown()
        os._exit(0)


def worker_for(settings: Settings) -> LibraryWorker:
    """Make a worker that loads the library which the settings name."""
    return LibraryWorker(
        functools.partial(index.load, settings),
        queue_size=settings.queue_size,
        batch_size=settings.batch_size,
        deadline=settings.deadline_seconds,
    )


def services_for(settings: Settings, worker: LibraryWorker, repository: Repository) -> Services:
    """Put together what the client works with, within the limits that the settings name."""
    rate_limiter = RateLimiter(user_rate=settings.user_rate, server_rate=settings.server_rate)
    return Services.of(worker, repository, rate_limiter)


async def _run(settings: Settings, token: str) -> LibraryWorker:
    worker, repository = worker_for(settings), Repository(settings.state_address)
    services = services_for(settings, worker, repository)
    with stop_requested() as stop:
        async with repository, Client(services) as client:
            stopping = asyncio.create_task(stop.wait())
            working = asyncio.create_task(_work(client, worker, token))
            await asyncio.wait({stopping, working}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                stopping.cancel()
                await working  # raises why
            log.info("stopping")
            await _finish(worker, services.delivery, settings.shutdown_seconds)
            await _end(working)
    return worker


async def _work(client: Client, worker: LibraryWorker, token: str) -> None:
    """Stay connected and keep the worker open; ends only with an error, or by being cancelled."""
    try:
        await client.login(token)
    except Exception as error:
        raise _connection_failed(error) from error
    working = worker.open()  # only now, as a wrong token should not have to wait for a model
    connected = asyncio.create_task(client.connect())
    try:
        # The connection's task itself is watched: an exception while an event is read ends it for good, and
        # the client would not even say that it is closed.
        await asyncio.wait({working, connected}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
        try:
            await connected
        except Exception as error:
            raise _connection_failed(error) from error
        raise DiscordError("Discord ended the connection: please start the bot again")
    finally:
        await _end(connected)


async def _end(task: asyncio.Task[None]) -> None:
    """Cancel a task until it has ended.

    Once may not do: discord.py connects within `asyncio.wait_for`, which up to Python 3.11 loses a cancel
    that comes just when the connection is there (cpython #86296).
    """
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=1)


async def _finish(worker: LibraryWorker, delivery: Delivery, seconds: float) -> None:
    """Answer and send what has been asked, within a time; new questions hear that the bot is closing."""
    try:
        async with asyncio.timeout(seconds):
            await worker.close(seconds * _FOR_ANSWERS)
            await delivery.all_sent()
    except TimeoutError:
        log.warning("some replies could not be sent in %g seconds", seconds)


def _connection_failed(error: Exception) -> DiscordError:
    """Say in one sentence why there is no connection to Discord; the error itself goes to the log."""
    log.debug("no connection to Discord", exc_info=error)
    match error:
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):
            return DiscordError(
                "Discord refused the token: copy it again from the developer portal to VERBATIM_TOKEN"
            )
        case discord.HTTPException():
            return DiscordError(f"Discord answered with error {error.status}: please try again later")
        case discord.GatewayNotFound() | aiohttp.ClientError() | OSError():
            return DiscordError("Discord cannot be reached: is there a connection to the internet?")
        case _:
            log.error("the connection to Discord broke", exc_info=error)
            return DiscordError(
                f"the connection to Discord broke ({type(error).__name__}, see the log): please start again"
            )
