"""The questions that were taken and are not answered yet: a bot that was killed tells their askers."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.i18n.words import words_for
from bot.interactions.sending import reason, reply, send
from bot.state.records import UNANSWERED_KEPT, UnansweredQuestion
from bot.ui.layout import note_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.access.origin import Origin
    from bot.interactions.token_cipher import TokenCipher
    from bot.state.repository import Repository

log = logging.getLogger(__name__)

_PAUSE = 0.5
"""Seconds between two who are told, which leaves most of what Discord allows to those who ask now."""
_AGAIN = 5.0
"""Seconds between two looks for a database that is away."""


class Unanswered:
    """Keeps where answers are to go until they are there; without a cipher nothing is kept."""

    def __init__(self, repository: Repository, cipher: TokenCipher | None) -> None:
        self._repository = repository
        self._cipher = cipher

    @contextlib.contextmanager
    def kept(
        self, source: discord.Interaction | discord.Message, origin: Origin, locale: str
    ) -> Iterator[None]:
        """Keep a question while it is answered, in `locale`; nobody waits for the database.

        Whatever becomes of the answer, its asker was told, except where the process ends before.
        """
        if self._cipher is None:
            yield
            return
        self._repository.keep_unanswered(_described(source, origin, locale, self._cipher))
        try:
            yield
        except asyncio.CancelledError:
            raise
        except BaseException:
            self._repository.drop_unanswered(source.id)
            raise
        self._repository.drop_unanswered(source.id)

    async def tell(self, client: discord.Client) -> None:
        """Tell the askers whom a process that has ended left without an answer, one after the other.

        The client has to be logged in. A database that is away is waited for as long as it is of use.
        """
        if self._cipher is None:
            return
        latest = datetime.datetime.now(datetime.UTC) + UNANSWERED_KEPT
        while self._repository.away:
            if datetime.datetime.now(datetime.UTC) > latest:
                return
            await asyncio.sleep(_AGAIN)
        left = await self._repository.take_over_unanswered(datetime.datetime.now(datetime.UTC))
        told = 0
        for question in left:
            try:
                told += await self._told(question, client)
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                log.debug("could not tell an asker of the restart: %s", reason(error))
            self._repository.drop_unanswered(question.id)
            await asyncio.sleep(_PAUSE)
        if left:
            log.info("the bot was ended with questions unanswered: %d, askers told: %d", len(left), told)

    async def _told(self, question: UnansweredQuestion, client: discord.Client) -> bool:
        """Tell an asker, unless the answer is there after all or there is no way back."""
        card = note_card(words_for(question.locale).say("restarted"))
        if question.token is None or question.application is None:
            record = await self._repository.record_of_question(question.id)
            if record is not None and record.message is not None:
                return False
            channel = client.get_partial_messageable(question.channel, guild_id=question.server)
            to = discord.MessageReference(
                message_id=question.id, channel_id=question.channel, fail_if_not_exists=False
            )
            await reply(channel, card, to=to, since=question.asked_at)
            return True
        token = self._cipher.decrypt(question.token) if self._cipher is not None else None
        if token is None:
            return False
        webhook = discord.Webhook.partial(question.application, token, client=client)
        promised = await webhook.fetch_message(_ORIGINAL)
        if not promised.flags.loading:
            return False
        await send(lambda: webhook.edit_message(_ORIGINAL, view=card), since=question.asked_at)
        return True


_ORIGINAL: int = "@original"  # type: ignore[assignment] # what Discord calls the message that was promised


def _described(
    source: discord.Interaction | discord.Message, origin: Origin, locale: str, cipher: TokenCipher
) -> UnansweredQuestion:
    interaction = source if isinstance(source, discord.Interaction) else None
    return UnansweredQuestion(
        id=source.id,
        asked_at=datetime.datetime.now(datetime.UTC),
        server=origin.server,
        channel=origin.channel,
        application=interaction.application_id if interaction is not None else None,
        token=cipher.encrypt(interaction.token) if interaction is not None else None,
        locale=locale,
    )
