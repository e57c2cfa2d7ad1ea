"""The Discord client: what it may see, what it may ping, and its features."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.cog import AnswersCog
from bot.articles.cog import ArticlesCog
from bot.chosen.cog import ChosenCog
from bot.dispatches import leave_out_unreadable
from bot.errors import RateLimitError, RefusedError
from bot.gaps.cog import GapsCog
from bot.help.cog import HelpCog
from bot.housekeeping.cog import HousekeepingCog
from bot.i18n import command_names
from bot.i18n.translator import CommandTranslator
from bot.i18n.words import words_for
from bot.interactions.context import interaction_context
from bot.interactions.sending import tell
from bot.lookup.cog import LookupCog
from bot.privacy.cog import PrivacyCog
from bot.settings.cog import SettingsCog
from bot.status.cog import StatusCog
from bot.ui.admission import was_taken
from bot.uploads.cog import UploadsCog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from discord.gateway import DiscordWebSocket

    from bot.interactions.services import Services

log = logging.getLogger(__name__)

FEATURES: Sequence[Callable[[commands.Bot, Services], commands.Cog]] = (
    AnswersCog,
    LookupCog,
    ArticlesCog,
    HelpCog,
    GapsCog,
    ChosenCog,
    PrivacyCog,
    StatusCog,
    SettingsCog,
    UploadsCog,
    HousekeepingCog,
)
"""Each registers its own commands, listeners and buttons."""

_GOODBYE = 2.0
"""Seconds that a connection may take to end."""
_CONNECTIONS = 100
"""To Discord's REST interface at a time."""
_COUNTED_AS_QUESTIONS = frozenset({command_names.ASK, command_names.MENU_FIND, command_names.LOOKUP})
"""Commands with a limit of their own, which managers set."""
_PRESSES = frozenset({discord.InteractionType.component, discord.InteractionType.modal_submit})


class AdmittingTree(app_commands.CommandTree["Client"]):
    """The commands and their completions: questions, and of all else what the client admits."""

    async def interaction_check(self, interaction: discord.Interaction[Client], /) -> bool:
        """Whether a command or a completion is taken now."""
        command = interaction.data is not None and interaction.data.get("name")
        completes = interaction.type is discord.InteractionType.autocomplete
        asks = command in _COUNTED_AS_QUESTIONS and not completes
        return asks or await self.client.admits(interaction)


class Client(commands.Bot):
    """The bot as Discord knows it, without any privileged intent."""

    def __init__(self, services: Services) -> None:
        # It speaks in text alone; a warning about voice at each start would only worry people.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,
            tree_cls=AdmittingTree,
            help_command=None,
            intents=discord.Intents.default(),  # none of the three privileged ones
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.services = services
        self._connecting: asyncio.Task[Any] | None = None
        leave_out_unreadable(self._connection.parsers)
        self.tree.error(self._on_command_error)

    async def setup_hook(self) -> None:
        """Add the features, and register their commands with Discord."""
        for cog in FEATURES:
            await self.add_cog(cog(self, self.services))
        await self.tree.set_translator(CommandTranslator())
        await self.tree.sync()

    async def login(self, token: str) -> None:
        """Log in, with bounded connections: a new one costs more than what is sent through it."""
        self.http.connector = aiohttp.TCPConnector(limit=_CONNECTIONS)
        await super().login(token)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Be connected; when that ends, answers can still be sent until the client is closed."""
        self._connecting = asyncio.current_task()
        try:
            await super().connect(reconnect=reconnect)
        finally:
            self._connecting = None

    async def drop(self) -> None:
        """Let go of a connection that broke."""
        socket = cast("DiscordWebSocket | None", self.ws)  # None before the first one
        if socket is not None and socket.open:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_GOODBYE):
                    await socket.close(code=1000)

    async def close(self) -> None:
        """Close, but not where discord.py itself does so as the connection has ended."""
        if self._connecting is None or self._connecting is not asyncio.current_task():
            await super().close()

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as discord.py has it
        """Tell the features of an event, but nobody once the client closes: discord.py cannot any more."""
        if not self.is_closed():
            super().dispatch(event_name, *args, **kwargs)

    async def on_message(self, message: discord.Message) -> None:
        """Do nothing: there are no text commands, and `AnswersCog` listens to messages by itself."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Tell whoever used a button or a form that nobody takes any more, such as one of an old version."""
        if interaction.type not in _PRESSES or was_taken(interaction):
            return
        if await self.admits(interaction):
            async with interaction_context(self.services, interaction):
                raise RefusedError("press-unknown")

    async def on_ready(self) -> None:
        """Say in the log that the bot is there."""
        log.info("connected as %s, in %d servers", self.user, len(self.guilds))

    async def admits(self, interaction: discord.Interaction) -> bool:
        """Whether one more thing beside a question is taken from a person now; if not, they are told."""
        try:
            self.services.rate_limiter.press(interaction.user.id)
        except RateLimitError as error:
            with self.services.delivery.owing():
                if interaction.type is discord.InteractionType.autocomplete:
                    await interaction.response.autocomplete([])
                else:
                    await self._refuse(error, interaction)
            return False
        return True

    async def _on_command_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Tell whoever used a command that it failed before it reached its callback, or in it."""
        with self.services.delivery.owing():
            await self._refuse(error, interaction)

    async def _refuse(self, error: Exception, interaction: discord.Interaction) -> None:
        words = words_for(interaction.locale)
        await self.services.delivery.refuse(error, words, functools.partial(tell, interaction))
