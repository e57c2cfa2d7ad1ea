"""`verbatim preview`: the same client on a simulated Discord, as a page on this machine."""

from __future__ import annotations

import asyncio
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.app.libraries import Libraries
from bot.app.run import services_for
from bot.app.signals import stop_requested
from bot.client import Client
from bot.errors import PreviewError
from bot.i18n.words import words_for
from bot.state.repository import Repository
from bot.storage.contents import ContentStore
from index import load_fresh
from index.cli.exits import say

if TYPE_CHECKING:
    from simcord import ChannelHandle, Env, MemberActor

    from bot.app.config import Settings
    from index import Library


def preview(settings: Settings, *, port: int, open_page: bool) -> None:
    """Serve the page on 127.0.0.1 until asked to stop; port 0 takes any that is free.

    Raises:
        PreviewError: simcord is not installed, or the port is taken.
        VerbatimError: the library cannot be loaded.

    """
    _require_simcord()
    say("loading the library")  # before the page opens, so that its first answer is as quick as any
    library = load_fresh(settings, say=say)
    try:
        asyncio.run(_serve(library, settings, port=port, open_page=open_page))
    except OSError as error:
        raise PreviewError(f"the page cannot be served on port {port}: {error.strerror}") from error


def _require_simcord() -> None:
    """Check that the simulated Discord is installed.

    Raises:
        PreviewError: it is not.

    """
    try:
        import simcord  # noqa: F401 - an optional dependency
    except ImportError as error:
        raise PreviewError(
            "the preview needs simcord: run `make preview`, or .venv/bin/pip install -e '.[preview]'"
        ) from error


async def _serve(library: Library, settings: Settings, *, port: int, open_page: bool) -> None:
    import simcord

    repository = Repository.in_memory()
    # simcord waits for the bot after each event; computing may take all of the deadline.
    patience = settings.deadline_seconds + 5
    with stop_requested() as stop, tempfile.TemporaryDirectory() as folder:
        contents = ContentStore.open(str(Path(folder) / "contents"))
        libraries = Libraries(
            settings, repository, contents, folder=Path(folder) / "libraries", models=lambda: library.models
        )
        # Outside of simcord's reach, which would take a worker that waits for questions for work that hangs.
        libraries.worker.open()
        client = Client(services_for(settings, libraries, repository, contents))
        async with (
            repository,
            libraries.kept(),
            simcord.run(client, settle_timeout=patience, check_errors=False) as world,
        ):
            channel, you = await _furnish(world)
            async with world.preview(channel, viewers=[you], layout="channel", port=port) as page:
                typer.echo(f"{page.url}\nCtrl-C ends it.")
                if open_page:
                    webbrowser.open(page.url)
                ends = {asyncio.create_task(stop.wait()), asyncio.create_task(page.wait_closed())}
                await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
                for end in ends:
                    end.cancel()
        await libraries.worker.close(0)


async def _furnish(world: Env) -> tuple[ChannelHandle, MemberActor]:
    """Make a server with one channel, the bot and one person in it."""
    me = world.bot.user
    if me is None:
        raise PreviewError("the simulated Discord did not let the bot in")
    await me.edit(username="Verbatim")
    server = world.create_guild("Reading room")
    topic = words_for(None).say("preview-topic", mention=me.mention)
    channel = server.create_text_channel("questions", topic=topic)
    you = server.add_member(world.create_user("you", global_name="You"))
    await world.settle()
    return channel, you
