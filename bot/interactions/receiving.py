"""Files that people send, from Discord's servers."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.errors import RefusedError
from bot.interactions.sending import persist

if TYPE_CHECKING:
    from discord import Attachment

_PATIENCE = 60.0
"""Seconds that a file is tried to be read."""
_SERVERS_FAULT = 500
"""This status and those above say that Discord is out of order."""


def name_of(attachment: Attachment) -> str:
    """Return what a file was called before Discord took out of its name what is not ASCII."""
    title, suffix = attachment.title or "", PurePosixPath(attachment.filename).suffix
    return f"{title.removesuffix(suffix)}{suffix}" if title else attachment.filename


async def receive(attachment: Attachment) -> bytes:
    """Read a file, again while Discord is out of order.

    Raises:
        RefusedError: Discord does not have it any more, or does not give it.

    """

    async def read() -> bytes:
        try:
            return await attachment.read()
        except discord.HTTPException as error:
            if error.status >= _SERVERS_FAULT:  # discord.py tells these apart for its interface alone
                raise ConnectionError(f"status {error.status}") from error
            raise

    try:
        return await persist(read, seconds=_PATIENCE, doing="read a file", done="read a file")
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        raise RefusedError("library-file-gone", name=name_of(attachment)) from error
