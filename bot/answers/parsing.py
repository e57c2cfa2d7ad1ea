"""A message -> the question it puts to the bot, if it does."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Mapping


class MessageKind(enum.Enum):
    """What a message is to the bot."""

    QUESTION = enum.auto()
    NOT_FOR_THE_BOT = enum.auto()
    """The bot stays silent."""
    EMPTY = enum.auto()
    """It is for the bot and says nothing; as a reply, it may mean the message replied to."""
    ROLE_ONLY = enum.auto()
    """It mentions the bot's own role; its text is not delivered without the Message Content intent."""


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """A message as the bot understands it."""

    kind: MessageKind
    question: str = ""
    """Of a `QUESTION` alone."""


def parse_message(message: discord.Message, me: discord.ClientUser) -> ParsedMessage:
    """Find the question in a message, or why there is none.

    Direct messages are for the bot, and so are messages that mention the user it is, replies to it included;
    never those of other bots, webhooks, or Discord itself, nor @everyone and @here.
    """
    if message.author.bot or message.webhook_id is not None:
        return ParsedMessage(MessageKind.NOT_FOR_THE_BOT)
    if message.type not in {discord.MessageType.default, discord.MessageType.reply}:
        return ParsedMessage(MessageKind.NOT_FOR_THE_BOT)
    if message.guild is not None and all(user.id != me.id for user in message.mentions):
        own_role = any(role.tags is not None and role.tags.bot_id == me.id for role in message.role_mentions)
        return ParsedMessage(MessageKind.ROLE_ONLY if own_role else MessageKind.NOT_FOR_THE_BOT)
    question = readable_text(message, me)
    return ParsedMessage(MessageKind.QUESTION if question else MessageKind.EMPTY, question)


def readable_text(message: discord.Message, me: discord.ClientUser) -> str:
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
