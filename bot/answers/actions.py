"""What commands that ask, and the buttons under an answer, do."""

from __future__ import annotations

import logging
import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.access.permissions import require_manager
from bot.answers.buttons import AnswerAction, AnswerPress, Shown, answer_of
from bot.answers.card import Card, again_card, answer_card
from bot.answers.persistence import recall
from bot.answers.responders import AskAgainResponder, InteractionResponder
from bot.answers.service import Question
from bot.errors import AwayError, RefusedError
from bot.i18n.words import words_for
from bot.interactions.context import interaction_context
from bot.interactions.sending import respond_first
from bot.state.records import GapReason, new_id
from bot.ui.header import Header, header_of, question_of
from bot.ui.markdown import HOLE, escape, shorten
from index import MAX_QUESTION_LENGTH, Verdict

if TYPE_CHECKING:
    import discord

    from bot.answers.service import AnswerService
    from bot.i18n.words import Words
    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.state.records import Record, Tally
    from index import Answer

log = logging.getLogger(__name__)

_NAME_SHARE = 80


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A press of a button, with the answer that it belongs to."""

    press: AnswerPress
    context: InteractionContext
    message: discord.Message
    record: Record
    answer: Answer
    header: Header
    titled: bool
    """Whether quotes say which article they are of."""

    @property
    def words(self) -> Words:
        """The language of the card: of whoever sees it alone, else the one that it was written in."""
        return self.context.words if self.message.flags.ephemeral else words_for(self.record.locale)

    @property
    def sharable(self) -> bool:
        """Whether everybody in the channel may read the answer."""
        return self.context.reach.may_share(self.answer)

    @property
    def mine(self) -> bool:
        """Whether whoever pressed asked the question."""
        return self.record.asker == self.context.interaction.user.id


class AnswerActions:
    """Answers commands and the menu of messages, and does what buttons say for whoever presses them."""

    def __init__(self, services: Services, service: AnswerService) -> None:
        self._services = services
        self._service = service
        self._repository = services.repository

    async def ask(self, interaction: discord.Interaction, question: Question) -> None:
        """Answer a question."""
        with self._services.delivery.owing():
            settings = await self._repository.settings(interaction.guild_id)
            await self._service.answer(question, InteractionResponder(interaction), settings)

    async def find(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Answer someone's message, to whoever asks for it alone."""
        with self._services.delivery.owing():
            settings = await self._repository.settings(interaction.guild_id)
            responder = InteractionResponder(interaction)
            text = textwrap.shorten(message.clean_content, MAX_QUESTION_LENGTH, placeholder="")
            if not message.clean_content.strip():
                await self._service.note("nothing-to-find", responder, settings)
                return
            question = Question(text, private=True, from_message_by=message.author.display_name)
            await self._service.answer(question, responder, settings)

    async def choose(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Have a manager choose the sentence that answers the question of an answer."""
        async with interaction_context(self._services, interaction) as context:
            require_manager(interaction)
            mine = interaction.client.user is not None and message.author.id == interaction.client.user.id
            question, answer = (question_of(message), answer_of(message)) if mine else (None, None)
            if question is None or answer is None:
                raise RefusedError("chosen-no-answer")
            record = await self._repository.record(answer)
            if _is_follow_up(message, context.words if record is None else words_for(record.locale)):
                raise RefusedError("chosen-leans")
            passages = () if record is None else record.passages
            interaction.client.dispatch("sentence_choice", interaction, question, passages)

    async def press(self, interaction: discord.Interaction, press: AnswerPress) -> None:
        """Do what a button says, or say in private why not."""
        async with interaction_context(self._services, interaction) as context:
            message = interaction.message
            header = header_of(message) if message is not None else None
            question = question_of(message) if message is not None else None
            if message is None or header is None or question is None:
                raise RefusedError("answer-unknown")
            if press.action is AnswerAction.AGAIN:
                responder = AskAgainResponder(interaction, message)
                await self._service.answer(Question(question), responder, context.settings)
                return
            record = await self._repository.record(press.answer)
            if press.action is AnswerAction.DELETE:
                await self._delete(record, interaction, message)
                return
            reach = context.reach if message.flags.ephemeral else replace(context.reach, aloud=True)
            catalog = await self._services.worker.catalog(reach)
            answer = recall(record, question, catalog) if record is not None else None
            if record is None or answer is None:
                reason = context.words.say("answer-unknown" if record is None else "article-changed")
                await context.tell(again_card(header, reason, press.answer, context.words))
                return
            await self._do(_Pressed(press, context, message, record, answer, header, catalog.has_several))

    async def _do(self, pressed: _Pressed) -> None:
        match pressed.press.action:
            case AnswerAction.UP | AnswerAction.DOWN:
                await self._vote(pressed)
            case AnswerAction.SHARE:
                await self._share(pressed)
            case _:
                await self._turn(pressed)

    async def _turn(self, pressed: _Pressed) -> None:
        """Show another passage or its neighbours: on the asker's card, to others on a copy of their own."""
        shown = pressed.press.shown.after(pressed.press.action)
        card = _card(pressed, shown, await self._repository.tally(pressed.record.id))
        context = pressed.context
        if (pressed.mine and context.settings.known) or pressed.message.flags.ephemeral:
            await context.edit(answer_card(card, pressed.words))
        else:
            await context.show(answer_card(replace(card, deletable=False, sharable=False), context.words))

    async def _vote(self, pressed: _Pressed) -> None:
        """Count a vote, and show the count on the card that was pressed."""
        record, context = pressed.record, pressed.context
        up = pressed.press.action is AnswerAction.UP
        vote = await self._repository.vote(record.id, context.interaction.user.id, up=up)
        card = _card(pressed, pressed.press.shown, vote.tally)
        await context.edit(answer_card(card, pressed.words))
        if vote.changed and not up and record.server is not None:
            await self._voted_down(record, record.server, pressed)

    async def _voted_down(self, record: Record, server: int, pressed: _Pressed) -> None:
        """Note a gap where the server keeps them; take back what managers chose if most are against it."""
        gaps = pressed.context.settings.gaps
        if gaps and record.verdict is not Verdict.NOT_FOUND:  # what was not found is a gap already
            await self._repository.add_gap(server, pressed.answer.question, GapReason.DOWNVOTED)
        if record.chosen is None:
            return
        outvoted = await self._repository.chosen.remove_outvoted(server, record.chosen)
        if outvoted is not None:
            log.info("a chosen answer of server %d is removed: most votes were against it", server)
            if gaps:
                await self._repository.add_gap(server, outvoted.question, GapReason.OUTVOTED)

    async def _share(self, pressed: _Pressed) -> None:
        """Show a private answer to the channel, once, with buttons of its own."""
        record, context = pressed.record, pressed.context
        if not pressed.mine:
            raise RefusedError("not-yours-share")
        if not context.settings.known:
            raise AwayError
        if not pressed.sharable:
            raise RefusedError("not-for-everybody")
        if not await self._repository.claim_share(record.id):
            raise RefusedError("already-shared")
        shared = replace(record, id=new_id(), private=False, shared=True, message=None)
        await self._repository.add(shared)
        by = context.words.say("shared-by", user=context.interaction.user.display_name)
        header = Header((*pressed.header.lines, shorten(by, _NAME_SHARE)))
        card = Card(pressed.answer, header, shared.id, pressed.press.shown, titled=pressed.titled)
        view, response = answer_card(card, context.words), context.interaction.response
        sent = await respond_first(lambda: response.send_message(view=view))
        if sent is not None and sent.message_id is not None:
            await self._repository.sent(shared.id, channel=record.channel, message=sent.message_id)

    async def _delete(
        self, record: Record | None, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Delete an answer for its asker, and for whoever manages messages or is alone with the bot."""
        asked = record is not None and record.asker == interaction.user.id
        alone = interaction.context.dm_channel
        if not (asked or alone or (interaction.guild_id and interaction.permissions.manage_messages)):
            raise RefusedError("not-yours-delete")
        await respond_first(interaction.response.defer)
        await interaction.delete_original_response()
        await self._repository.delete_messages([message.id])


def _is_follow_up(message: discord.Message, words: Words) -> bool:
    """Whether a card says that its question was understood together with another one."""
    note = escape(words.say("follow-up-of", question=HOLE)).partition(HOLE)[0]
    header = header_of(message)
    return header is not None and any(line.startswith(note) for line in header.lines[1:])


def _card(pressed: _Pressed, shown: Shown, tally: Tally) -> Card:
    """Make the pressed card anew, folded otherwise or with other counts."""
    record, private = pressed.record, pressed.message.flags.ephemeral
    last = len(pressed.answer.quotes) - 1
    return Card(
        pressed.answer,
        pressed.header,
        record.id,
        replace(shown, passage=min(shown.passage, max(0, last))),
        tally,
        deletable=not private,
        sharable=private and record.private and pressed.context.settings.known and pressed.sharable,
        titled=pressed.titled,
    )
