"""The one way from a question to what is sent back, whichever event brought it."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.access.chosen import chosen_within
from bot.access.permissions import check_may_ask
from bot.answers.card import Card, answer_card
from bot.answers.persistence import Request, new_record
from bot.errors import RateLimitError
from bot.interactions.context import words_in
from bot.state.records import GapReason
from bot.ui.header import Header
from bot.ui.layout import note_card
from bot.ui.markdown import shorten
from index import Query, Verdict, clean_question

if TYPE_CHECKING:
    import contextlib
    from collections.abc import Sequence

    from bot.access.reach import Reach
    from bot.answers.responders import Responder
    from bot.i18n.words import Words
    from bot.interactions.services import Services
    from bot.library.catalog import ArticleCatalog
    from bot.library.tickets import QuestionTicket
    from bot.state.chosen.answers import ChosenAnswer
    from bot.state.records import ServerSettings
    from index import Answer

log = logging.getLogger(__name__)

_NAME_SHARE, _BEFORE_SHARE, _READ_AS_SHARE, _UNKNOWN_SHARE = 80, 160, 160, 160


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it reached the bot, before anything is known about who asks."""

    text: str
    article: str | None = None
    """The name or title of the only article to ask; None for all that the server quotes."""
    before: str | None = None
    """The question before it, for a follow-up."""
    private: bool | None = None
    """Whether only the asker is to see the answer; None for what is usual in the server."""
    from_message_by: str | None = None
    """Whose message it was taken from, if the asker did not write it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is known of the way back by the time that a question is answered."""

    responder: Responder
    reach: Reach
    words: Words
    private: bool
    """Whether only the asker sees it."""


class AnswerService:
    """Answers questions, whichever way they come."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._worker = services.worker
        self._repository = services.repository
        self._rate_limiter = services.rate_limiter
        self._metrics = services.metrics
        self._delivery = services.delivery
        self._unanswered = services.unanswered

    async def answer(self, question: Question, responder: Responder, settings: ServerSettings) -> None:
        """Answer a question, or say why not; an asker who cannot be reached is a line in the log."""
        with self._delivery.owing():
            words = words_in(settings, responder.locale)
            reach = await self._services.reach(responder.origin, settings, aloud=responder.aloud)
            try:
                chosen = await self._repository.chosen.of(reach.server)
                ticket = self._admit(question, responder, reach, chosen)
            except Exception as error:  # noqa: BLE001 - whatever it is, the asker is told and the log has it
                await self._refuse(error, responder, words)
                return
            wished = question.private if settings.known else None
            private = reach.discreet or (settings.private if wished is None else wished)
            with ticket:
                private = await responder.acknowledge(private=private)
                with self._unanswered.kept(responder.source, responder.origin, words.locale):
                    await self._taken(ticket, question, Reply(responder, reach, words, private))

    async def _taken(self, ticket: QuestionTicket, question: Question, reply: Reply) -> None:
        """Answer a question that was acknowledged, or say why not after all."""
        try:
            answer = await self._answer(ticket, reply.reach.settings)
        except Exception as error:  # noqa: BLE001 - whatever it is, the asker is told and the log has it
            if not reply.responder.withdrawn:
                await reply.responder.respond(self._delivery.explained(error, reply.words))
            return
        if not reply.responder.withdrawn:
            await self._send(answer, question, reply)

    async def note(self, key: str, responder: Responder, settings: ServerSettings) -> None:
        """Tell whoever asked one sentence, by its key; that counts as an answer."""
        with self._delivery.owing():
            words = words_in(settings, responder.locale)
            try:
                with self._counting(responder, settings):
                    pass
            except RateLimitError as error:
                await self._refuse(error, responder, words)
            else:
                await responder.refuse(note_card(words.say(key)))

    def _admit(
        self, question: Question, responder: Responder, reach: Reach, chosen: Sequence[ChosenAnswer]
    ) -> QuestionTicket:
        """Let a question wait for the library from now on; whatever error says why not."""
        check_may_ask(reach.origin, reach.settings)
        text = clean_question(question.text)
        readable = self._worker.loaded_catalog(reach)
        if readable is not None:
            readable.names(question.article)  # a reason known at once is private

        def query(catalog: ArticleCatalog) -> Query:
            first = chosen_within(chosen, catalog)
            return Query(text, catalog.names(question.article), question.before, reach.aliases, first)

        with self._counting(responder, reach.settings):
            return self._worker.admit(query, reach=reach, withdrawn=lambda: responder.withdrawn)

    def _counting(
        self, responder: Responder, settings: ServerSettings
    ) -> contextlib.AbstractContextManager[None]:
        return self._rate_limiter.counting(responder.origin, settings, aloud=responder.refuses_in_public)

    async def _refuse(self, error: Exception, responder: Responder, words: Words) -> None:
        """Say why a question is not taken; where everybody reads it, that it is too much once a minute."""
        if isinstance(error, RateLimitError) and error.repeated and responder.refuses_in_public:
            log.debug("not answered again: %s", error)
        else:
            await self._delivery.refuse(error, words, responder.refuse)

    async def _answer(self, ticket: QuestionTicket, settings: ServerSettings) -> Answer:
        started = time.perf_counter()
        answer = await self._worker.answer(ticket)
        self._metrics.answered(answer.verdict, time.perf_counter() - started)
        if settings.only_answered and answer.verdict is Verdict.UNSURE:
            return replace(answer, verdict=Verdict.NOT_FOUND)
        return answer

    async def _send(self, answer: Answer, question: Question, reply: Reply) -> None:
        """Keep what the buttons will need, send the card, and keep where it is."""
        responder, words, private = reply.responder, reply.words, reply.private
        if answer.small_talk:
            await responder.respond(note_card(words.say("small-talk")))
            return
        origin = responder.origin
        catalog = await self._worker.catalog(reply.reach)
        request = Request(origin, responder.question_message, private=private, locale=words.locale)
        record = new_record(answer, request, catalog)
        if responder.replaces is None:
            await self._repository.add(record)
        else:
            await self._repository.replace(replace(record, message=responder.replaces))
        settings = reply.reach.settings
        known = settings.known
        header = _header(answer, question, words, say_private=not known and not responder.says_private)
        titled = catalog.has_several
        sharable = private and known and reply.reach.may_share(answer)
        card = Card(answer, header, record.id, deletable=not private, sharable=sharable, titled=titled)
        message = await responder.respond(answer_card(card, words))
        await self._repository.sent(record.id, channel=message.channel.id, message=message.id)
        if origin.server is not None and settings.gaps and answer.verdict is Verdict.NOT_FOUND:
            await self._repository.add_gap(origin.server, answer.question, GapReason.NOT_FOUND)


def _header(answer: Answer, question: Question, words: Words, *, say_private: bool) -> Header:
    """Say on top of a card what was asked, how it was understood, and why nobody else sees it."""
    notes = []
    if question.before is not None:
        notes.append(shorten(words.say("follow-up-of", question=question.before), _BEFORE_SHARE))
    if answer.read_as:
        notes.append(shorten(words.say("read-as", words=", ".join(answer.read_as)), _READ_AS_SHARE))
    if question.from_message_by is not None:
        by = words.say("asked-about-message", user=question.from_message_by)
        notes.append(shorten(by, _NAME_SHARE))
    if say_private:
        notes.append(shorten(words.say("settings-unknown"), _UNKNOWN_SHARE))
    return Header.of(answer.question, *notes)
