"""What is said to the bot in messages: answered, answered anew when edited, forgotten when deleted."""

from __future__ import annotations

import contextlib
import datetime
import textwrap
from typing import TYPE_CHECKING

import discord

from bot.answers.conversation import question_before, replied_to
from bot.answers.parsing import MessageKind, parse_message, readable_text
from bot.answers.responders import DirectResponder, EditResponder, MessageResponder
from bot.answers.service import Question
from bot.interactions.locks import KeyedLocks
from bot.ui.header import Header, header_of
from index import MAX_QUESTION_LENGTH, QuestionError, clean_question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from discord.ext import commands

    from bot.answers.responders import Responder
    from bot.answers.service import AnswerService
    from bot.interactions.services import Services
    from bot.state.records import ServerSettings

_EDITABLE = datetime.timedelta(minutes=15)
"""How long after a question was written its answer follows its edits."""


class MessageHandler:
    """Handles the events of messages; those of one message come one after the other."""

    def __init__(self, bot: commands.Bot, services: Services, service: AnswerService) -> None:
        self._bot = bot
        self._repository = services.repository
        self._delivery = services.delivery
        self._service = service
        self._turns = KeyedLocks()
        """Each message's, so that its events come one after the other."""
        self._answering: dict[int, Responder] = {}

    async def said(self, message: discord.Message, responder: Responder) -> None:
        """Answer a message that is for the bot, or say why not."""
        me = self._bot.user
        if me is None:
            return
        parsed = parse_message(message, me)
        if parsed.kind is MessageKind.NOT_FOR_THE_BOT:
            return
        async with self._turns.of(message.id):
            settings = await self._repository.settings(responder.origin.server)
            if message.guild is not None and not settings.known:
                responder = DirectResponder(message)
            if message.guild is not None and not settings.mentions:
                await self._service.note("mentions-off", responder, settings)
            elif parsed.kind is MessageKind.ROLE_ONLY:
                await self._service.note("mentioned-role", responder, settings)
            elif parsed.kind is MessageKind.EMPTY:
                await self._meant(message, responder, settings)
            else:
                await self._asked(message, parsed.question, responder, settings)

    async def edited(self, message: discord.Message) -> None:
        """Answer a message anew if its question has changed, for a quarter of an hour."""
        me = self._bot.user
        if me is None or message.edited_at is None or message.edited_at - message.created_at > _EDITABLE:
            return
        parsed = parse_message(message, me)
        if parsed.kind in {MessageKind.NOT_FOR_THE_BOT, MessageKind.ROLE_ONLY}:
            return
        async with self._turns.of(message.id):
            pass  # an answer on its way arrives first
        with self._delivery.owing():
            answered = await self._answer_to(message)
            if answered is None:  # the bot was not meant before, or somebody deleted its answer
                await self.said(message, MessageResponder(message))
            elif parsed.kind is MessageKind.EMPTY or not _answers(answered, parsed.question):
                await self.said(message, EditResponder(message, answered))

    async def deleted(self, messages: Iterable[int]) -> None:
        """Delete the answers to messages that are gone, and forget answers that are gone."""
        messages = list(messages)
        for message in messages:
            if message in self._answering:
                self._answering[message].withdrawn = True
            else:
                await self._delete_answer_to(message)
        await self._repository.delete_messages(messages)

    async def _asked(
        self, message: discord.Message, text: str, responder: Responder, settings: ServerSettings
    ) -> None:
        """Answer a message's own question, together with the one that it leans on."""
        me = self._bot.user
        with self._delivery.owing():
            before = None
            if settings.follow_ups and me is not None:
                before = await question_before(message, text, me)
            await self._answer(message.id, Question(text, before=before), responder, settings)

    async def _answer(
        self, message: int, question: Question, responder: Responder, settings: ServerSettings
    ) -> None:
        self._answering[message] = responder
        try:
            await self._service.answer(question, responder, settings)
            if responder.withdrawn:
                await self._delete_answer_to(message)
        finally:
            del self._answering[message]

    async def _meant(self, message: discord.Message, responder: Responder, settings: ServerSettings) -> None:
        """Answer the message that was replied to, where the reply itself says nothing."""
        with self._delivery.owing():
            other = await replied_to(message)
            me = self._bot.user
            if other is None or me is None or other.author.id == me.id:
                here = "how-to-ask" if message.guild else "how-to-ask-here"
                await self._service.note(here, responder, settings)
                return
            text = textwrap.shorten(readable_text(other, me), MAX_QUESTION_LENGTH, placeholder="")
            if not text:
                await self._service.note("cannot-read-reply", responder, settings)
                return
            question = Question(text, from_message_by=other.author.display_name)
            await self._answer(message.id, question, responder, settings)

    async def _answer_to(self, message: discord.Message) -> discord.Message | None:
        record = await self._repository.record_of_question(message.id)
        if record is None or record.message is None:
            return None
        try:
            return await message.channel.fetch_message(record.message)
        except discord.NotFound:
            return None

    async def _delete_answer_to(self, message: int) -> None:
        record = await self._repository.record_of_question(message)
        if record is None or record.message is None:
            return
        channel = self._bot.get_partial_messageable(record.channel, guild_id=record.server)
        with self._delivery.owing(), contextlib.suppress(discord.NotFound):
            await channel.get_partial_message(record.message).delete()
        await self._repository.delete_messages([record.message])


def _answers(card: discord.Message, question: str) -> bool:
    """Whether a card already answers this very question."""
    header = header_of(card)
    try:
        return header is not None and header.lines[:1] == Header.of(clean_question(question)).lines
    except QuestionError:
        return False
