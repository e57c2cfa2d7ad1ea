"""`verbatim run`: connect, load, answer, and stop in good order."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
import sys
from typing import TYPE_CHECKING

from bot.access.rate_limits import RateLimiter
from bot.app.connection import connection_failed, stay_connected
from bot.app.file_modes import keep_private
from bot.app.libraries import Libraries
from bot.app.log import start_logging
from bot.app.signals import stop_requested
from bot.client import Client
from bot.fetching.fetcher import Fetcher
from bot.interactions.services import Services
from bot.interactions.token_cipher import TokenCipher
from bot.state.repository import Repository
from bot.storage.contents import ContentStore
from index import Library, SettingsError
from index.cli.exits import ending, not_waiting_for_threads

if TYPE_CHECKING:
    from bot.app.config import Settings
    from bot.interactions.delivery import Delivery
    from bot.library.worker import LibraryWorker

log = logging.getLogger(__name__)

_CANCELS = 3
_SWITCH = 0.0005
"""Seconds after which a thread of Python lets another in; the one that computes needs many short turns."""
_FOR_ANSWERS = 0.8  # of the time that stopping may take; the rest is for sending and disconnecting


def run(settings: Settings, *, verbose: bool = False) -> None:
    """Answer questions in Discord until asked to stop, then end the command as `index.cli.exits` says.

    Raises:
        SettingsError: there is no token.
        SnapshotError: there is no index that can be used.

    """
    if settings.token is None:
        raise SettingsError(
            "no token: set VERBATIM_TOKEN, or write it to .env, as the README's “Discord” shows"
        )
    token = settings.token.get_secret_value()
    Library.check(settings.index_folder)
    start_logging(settings.log_level, secret=token)
    keep_private()
    sys.setswitchinterval(_SWITCH)
    with not_waiting_for_threads(), ending(verbose=verbose):
        asyncio.run(_run(settings, token))


def repository_for(settings: Settings) -> Repository:
    """Make what the bot keeps, where and for as long as the settings say."""
    return Repository(
        settings.state_address,
        keep=datetime.timedelta(days=settings.keep_days),
        keep_libraries=datetime.timedelta(days=settings.library_keep_days),
    )


def services_for(
    settings: Settings, libraries: Libraries, repository: Repository, contents: ContentStore
) -> Services:
    """Put together what the client works with, within the limits that the settings name."""
    rate_limiter = RateLimiter(
        user_rate=settings.user_rate,
        server_rate=settings.server_rate,
        addition_rate=settings.additions_a_minute,
    )
    cipher = TokenCipher(settings.token.get_secret_value()) if settings.token is not None else None
    return Services.of(
        libraries.worker,
        repository,
        rate_limiter,
        cipher=cipher,
        shared_with=settings.shared_with,
        storage=contents,
        quota=settings.quota,
        publishing=libraries.publisher,
        fetcher=Fetcher() if settings.reads_links else None,
    )


async def _run(settings: Settings, token: str) -> None:
    """Answer until asked to stop, or until there is nothing to answer with.

    Raises:
        DiscordError: Discord refused the token, cannot be reached, or ended the connection.
        VerbatimError: the library cannot be loaded.

    """
    repository, contents = repository_for(settings), ContentStore.open(settings.storage_url)
    libraries = Libraries(settings, repository, contents)
    worker = libraries.worker
    services = services_for(settings, libraries, repository, contents)
    links: contextlib.AbstractAsyncContextManager[None] = contextlib.nullcontext()
    if services.links is not None:
        links = services.links.refresher.kept()
    with stop_requested() as stop:
        async with repository, libraries.kept(), links, Client(services) as client:
            stopping = asyncio.create_task(stop.wait())
            working = asyncio.create_task(_work(client, worker, token))
            await asyncio.wait({stopping, working}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            failed = working.done()
            log.info("stopping")
            await _finish(worker, services.delivery, settings.shutdown_seconds)
            await _end(working)
            await client.drop()
    await _end_the_rest()
    if worker.computing:
        log.warning("left a computation unfinished")
    if failed:
        await working  # raises why


async def _work(client: Client, worker: LibraryWorker, token: str) -> None:
    """Stay connected and keep the worker open; ends only with an error, or by being cancelled."""
    try:
        await client.login(token)
    except Exception as error:
        raise connection_failed(error) from error
    answering = worker.open()  # only now, as a wrong token should not have to wait for a model
    connected = asyncio.create_task(stay_connected(client))
    try:
        done, _ = await asyncio.wait({answering, connected}, return_when=asyncio.FIRST_COMPLETED)
        if answering in done:
            await worker.close(0)  # nobody will be answered: there is no library
        for ended in done:
            await ended
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


async def _end_the_rest() -> None:
    """Cancel what is left over, more than once, as asyncio itself waits for ever after one cancel.

    Closing a connection to SQLite waits for its thread, also where that has ended, and again when cancelled.
    """
    for _ in range(_CANCELS):
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest, timeout=1)


async def _finish(worker: LibraryWorker, delivery: Delivery, seconds: float) -> None:
    """Answer and send what has been asked, within a time; new questions hear that the bot is closing."""
    try:
        async with asyncio.timeout(seconds):
            await worker.close(seconds * _FOR_ANSWERS)
            await delivery.all_sent()
    except TimeoutError:
        log.warning("some replies could not be sent in %g seconds", seconds)
        await delivery.give_up()
