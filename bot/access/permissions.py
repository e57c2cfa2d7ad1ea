"""Whether a question may be asked here, by this person: a server's settings applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import RefusedError

if TYPE_CHECKING:
    import discord

    from bot.access.origin import Origin
    from bot.state.records import ServerSettings

_NAMED = 5
"""Channels that a refusal names, at most."""


def check_may_ask(origin: Origin, settings: ServerSettings) -> None:
    """Check that a person may ask in a place.

    Raises:
        RefusedError: questions are answered in other channels only, or for other roles only.

    """
    if settings.channels is not None and not settings.channels & {origin.channel, *origin.above}:
        channels = sorted(settings.channels)[:_NAMED]
        raise RefusedError(
            "channel-closed" if channels else "channel-closed-everywhere", channels=tuple(channels)
        )
    if settings.roles is not None and not settings.roles & origin.roles:
        raise RefusedError("role-missing")


def require_manager(interaction: discord.Interaction) -> discord.Guild:
    """Return the server that whoever used a command or a button may manage.

    Raises:
        RefusedError: it is no server, or they may not, or no longer.

    """
    if interaction.guild is None:
        raise RefusedError("server-only")
    if not interaction.permissions.manage_guild:
        raise RefusedError("needs-manage-server")
    return interaction.guild
