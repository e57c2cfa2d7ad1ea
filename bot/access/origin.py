"""Who asks, and where: what settings and limits go by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Origin:
    """A person in a place, as Discord's ids."""

    user: int
    channel: int
    above: frozenset[int] = frozenset()
    """What the channel lies in: a thread's channel, and the category."""
    server: int | None = None
    """None in direct messages."""
    roles: frozenset[int] = frozenset()
    brought: bool = False
    """Whether the person has brought the bot along to where it is not a member itself."""

    @property
    def lane(self) -> tuple[str, int]:
        """Whom what is computed here counts for: the server, or else the person."""
        return ("person", self.user) if self.server is None else ("server", self.server)


def origin_of(source: discord.Interaction | discord.Message) -> Origin:
    """Read from an event who asks, and where.

    Raises:
        ValueError: it is in no channel, as no command, press or message is.

    """
    brought = False
    if isinstance(source, discord.Interaction):
        user, channel = source.user, source.channel_id
        brought = source.is_user_integration() and not source.is_guild_integration()
    else:
        user, channel = source.author, source.channel.id
    if channel is None:
        raise ValueError(f"expected something that happens in a channel, got {source!r}")
    return Origin(
        user=user.id,
        channel=channel,
        above=frozenset(_above(source.channel)),
        server=source.guild_id if isinstance(source, discord.Interaction) else _server(source),
        roles=frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset(),
        brought=brought,
    )


def _above(channel: object) -> Iterator[int]:
    if isinstance(channel, discord.Thread):
        yield channel.parent_id
        channel = channel.parent
    if isinstance(channel, discord.abc.GuildChannel) and channel.category_id is not None:
        yield channel.category_id


def _server(message: discord.Message) -> int | None:
    return message.guild.id if message.guild is not None else None
