"""The question before a question: in a chain of replies, in a thread, in direct messages.

The bot's own cards are its memory, so a follow-up is understood after a restart as well.
"""

from __future__ import annotations

import aiohttp
import discord

from bot.ui.header import question_of
from index import leans, standalone

_LATEST = 20
"""Messages of a thread that are looked through for the bot's last answer, at most."""


async def question_before(message: discord.Message, text: str, me: discord.ClientUser) -> str | None:
    """Find the question that a follow-up leans on; None if it stands on its own, or there is none."""
    if not leans(text):
        return None
    answered = await replied_to(message)
    if answered is not None:
        before = question_of(answered) if answered.author.id == me.id else None
    elif isinstance(message.channel, discord.Thread | discord.DMChannel):
        before = await _last_question(message, me)
    else:
        before = None
    return before if before is not None and standalone(text, before) != text else None


async def replied_to(message: discord.Message) -> discord.Message | None:
    """Return the message that a message replies to, if it is still there and may be read."""
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    if isinstance(reference.resolved, discord.Message):
        return reference.resolved
    if isinstance(reference.resolved, discord.DeletedReferencedMessage):
        return None
    try:
        return await message.channel.fetch_message(reference.message_id)
    except (discord.HTTPException, aiohttp.ClientError):
        return None


async def _last_question(message: discord.Message, me: discord.ClientUser) -> str | None:
    try:
        async for earlier in message.channel.history(limit=_LATEST, before=message):
            if earlier.author.id == me.id and (question := question_of(earlier)) is not None:
                return question
    except (
        discord.HTTPException,
        aiohttp.ClientError,
    ):  # it may not be read: the question stands on its own then
        return None
    return None
