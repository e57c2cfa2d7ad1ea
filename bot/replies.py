"""The one way from a question to what is sent back, whichever event brought it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.admitting import admit, quotable
from bot.cards import Card, Header, answer_card, failure_card, note_card
from bot.errors import explain
from bot.records import GapReason
from bot.text import shorten
from bot.words import words_for
from index import Query, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discord.ui import LayoutView

    from bot.askers import Asker
    from bot.asking import Desk
    from bot.cooldowns import Cooldowns
    from bot.keeping import Keeping
    from bot.metrics import Metrics
    from bot.questions import Question
    from bot.records import ServerSettings
    from bot.words import Words
    from index import Answer

log = logging.getLogger(__name__)

_NAME_SHARE, _BEFORE_SHARE, _READ_AS_SHARE = 80, 160, 160


class Replies:
    """Answers askers, and knows how many replies have not been sent yet."""

    def __init__(self, desk: Desk, keeping: Keeping, cooldowns: Cooldowns, metrics: Metrics) -> None:
        self._desk = desk
        self._keeping = keeping
        self._cooldowns = cooldowns
        self._metrics = metrics
        self._owed = 0
        self._all_sent = asyncio.Event()
        self._all_sent.set()

    async def answer(self, question: Question, asker: Asker) -> None:
        """Answer a question, or say why not; an asker who cannot be reached is a line in the log."""
        with self.owing():
            settings = await self._keeping.settings(asker.where.server)
            words = words_for(settings.language or asker.locale)
            try:
                admit(asker.where, settings)
                self._desk.admit(question.text)
                self._cooldowns.take(asker.where, settings)
            except Exception as error:  # noqa: BLE001 - whatever it is, the asker is told and the log has it
                await asker.refuse(self.explained(error, words))
                return
            private = settings.private if question.private is None else question.private
            private = await asker.acknowledge(private=private)
            try:
                answer = await self._answer(question, settings)
            except Exception as error:  # noqa: BLE001 - as above
                await asker.receive(self.explained(error, words))
                return
            if not asker.withdrawn:
                await self._send(answer, question, asker, private=private, settings=settings, words=words)

    async def note(self, key: str, asker: Asker) -> None:
        """Tell whoever asked one sentence, by its key."""
        with self.owing():
            settings = await self._keeping.settings(asker.where.server)
            await asker.refuse(note_card(words_for(settings.language or asker.locale).say(key)))

    async def all_sent(self) -> None:
        """Wait until no reply is owed."""
        await self._all_sent.wait()

    @contextlib.contextmanager
    def owing(self) -> Iterator[None]:
        """Owe a reply; make a line in the log of what it may meet: asker, channel or right to send gone."""
        self._owed += 1
        self._all_sent.clear()
        try:
            yield
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("could not reply: %s: %s", type(error).__name__, error)
        finally:
            self._owed -= 1
            if not self._owed:
                self._all_sent.set()

    def explained(self, error: Exception, words: Words) -> LayoutView:
        """Log a failure, with its traceback if nobody expected it, and make a card of it for the asker."""
        failure = explain(error, words)
        if failure.reference is None:
            log.info(failure.log)
        else:
            self._metrics.failed(failure.reference)
            log.error(failure.log, exc_info=error)
        return failure_card(failure)

    async def _answer(self, question: Question, settings: ServerSettings) -> Answer:
        started = time.perf_counter()
        articles = quotable(await self._desk.shelf(), settings, question.article)
        answer = await self._desk.ask(Query(question.text, articles, question.before))
        self._metrics.answered(answer.verdict, time.perf_counter() - started)
        if settings.only_answered and answer.verdict is Verdict.UNSURE:
            return replace(answer, verdict=Verdict.NOT_FOUND)
        return answer

    async def _send(
        self,
        answer: Answer,
        question: Question,
        asker: Asker,
        *,
        private: bool,
        settings: ServerSettings,
        words: Words,
    ) -> None:
        """Keep what the buttons will need, send the card, and keep where it is."""
        if answer.small_talk:
            await asker.receive(note_card(words.say("small-talk")))
            return
        where = asker.where
        shelf = await self._desk.shelf()
        record = shelf.record(
            answer,
            server=where.server,
            channel=where.channel,
            asker=where.user,
            question_message=asker.question_message,
            private=private,
            locale=words.locale,
        )
        if asker.replaces is None:
            await self._keeping.add(record)
        else:
            await self._keeping.replace(replace(record, message=asker.replaces))
        header = _header(answer, question, words)
        titled = shelf.has_several
        card = Card(answer, header, record.id, deletable=not private, sharable=private, titled=titled)
        message = await asker.receive(answer_card(card, words))
        await self._keeping.sent(record.id, channel=message.channel.id, message=message.id)
        if where.server is not None and settings.gaps and answer.verdict is Verdict.NOT_FOUND:
            await self._keeping.add_gap(where.server, answer.question, GapReason.NOT_FOUND)


def _header(answer: Answer, question: Question, words: Words) -> Header:
    """Say on top of a card what was asked, and how it was understood."""
    notes = []
    if question.before is not None:
        notes.append(shorten(words.say("follow-up-of", question=question.before), _BEFORE_SHARE))
    if answer.read_as:
        notes.append(shorten(words.say("read-as", words=", ".join(answer.read_as)), _READ_AS_SHARE))
    if question.from_message_by is not None:
        by = words.say("asked-about-message", user=question.from_message_by)
        notes.append(shorten(by, _NAME_SHARE))
    return Header.of(answer.question, *notes)
