"""A message -> the question it puts to the bot, if it does."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Mapping


class Heard(enum.Enum):
    """Why a message holds no question of its own."""

    OVERHEARD = enum.auto()
    """It is not for the bot, which stays silent."""
    EMPTY = enum.auto()
    """It is for the bot and says nothing; as a reply, it may mean the message replied to."""
    ROLE_ONLY = enum.auto()
    """It mentions the bot's own role; its text is not delivered without the Message Content intent."""


def hear(message: discord.Message, me: discord.ClientUser) -> str | Heard:
    """Read a message: the question, or why there is none.

    Direct messages are for the bot, and so are messages that mention the user it is, replies to it included;
    never those of other bots, webhooks, or Discord itself, nor @everyone and @here.
    """
    if message.author.bot or message.webhook_id is not None:
        return Heard.OVERHEARD
    if message.type not in {discord.MessageType.default, discord.MessageType.reply}:
        return Heard.OVERHEARD
    if message.guild is not None and all(user.id != me.id for user in message.mentions):
        own_role = any(role.tags is not None and role.tags.bot_id == me.id for role in message.role_mentions)
        return Heard.ROLE_ONLY if own_role else Heard.OVERHEARD
    return readable(message, me) or Heard.EMPTY


def readable(message: discord.Message, me: discord.ClientUser) -> str:
    """Return the text without the bot's mentions; those of others become names, emoji their codes."""
    names: Mapping[str, str] = {
        **{f"@{user.id}": f"@{user.display_name}" for user in message.mentions},
        **{f"@&{role.id}": f"@{role.name}" for role in message.role_mentions},
        **{f"#{channel.id}": f"#{channel.name}" for channel in message.channel_mentions},
        **{f"@&{role.id}": "" for role in message.role_mentions if role.tags and role.tags.bot_id == me.id},
        f"@{me.id}": "",
    }
    text = re.sub(
        r"<(@[!&]?|#)([0-9]+)>",
        lambda found: names.get(found[1].replace("!", "") + found[2], found[0]),
        message.content,
    )
    return " ".join(re.sub(r"<a?(:\w+:)[0-9]+>", r"\1", text).split())
