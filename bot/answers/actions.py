"""What the buttons under an answer do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answers.buttons import Action, Press, Shown
from bot.answers.card import Card, again_card, answer_card
from bot.answers.header import Header, header_of, question_of
from bot.answers.persistence import recall
from bot.answers.responders import AgainAsker
from bot.answers.service import Question
from bot.errors import RefusedError
from bot.i18n.words import words_for
from bot.interactions.context import visit
from bot.state.records import GapReason, new_id
from bot.ui.markdown import shorten
from index import Verdict

if TYPE_CHECKING:
    import discord

    from bot.answers.service import Replies
    from bot.i18n.words import Words
    from bot.interactions.context import Visit
    from bot.interactions.services import Services
    from bot.state.records import Record, Tally
    from index import Answer

_NAME_SHARE = 80


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A press of a button, with the answer that it belongs to."""

    press: Press
    visit: Visit
    message: discord.Message
    record: Record
    answer: Answer
    header: Header
    titled: bool
    """Whether quotes say which article they are of."""

    @property
    def words(self) -> Words:
        """The language of the card: of whoever sees it alone, else the one that it was written in."""
        return self.visit.words if self.message.flags.ephemeral else words_for(self.record.locale)

    @property
    def mine(self) -> bool:
        """Whether whoever pressed asked the question."""
        return self.record.asker == self.visit.interaction.user.id


class Presses:
    """Does what buttons say, for whoever presses them."""

    def __init__(self, services: Services, replies: Replies) -> None:
        self._services = services
        self._replies = replies
        self._keeping = services.keeping

    async def press(self, press: Press, interaction: discord.Interaction) -> None:
        """Do what a button says, or say in private why not."""
        async with visit(self._services, interaction) as own:
            message = interaction.message
            header = header_of(message) if message is not None else None
            question = question_of(message) if message is not None else None
            if message is None or header is None or question is None:
                raise RefusedError("answer-unknown")
            if press.action is Action.AGAIN:
                await self._replies.answer(Question(question), AgainAsker(interaction, message))
                return
            record = await self._keeping.record(press.answer)
            if press.action is Action.DELETE:
                await self._delete(record, interaction, message)
                return
            shelf = await self._services.desk.shelf()
            answer = recall(record, question, shelf) if record is not None else None
            if record is None or answer is None:
                reason = own.words.say("answer-unknown" if record is None else "article-changed")
                await own.tell(again_card(header, reason, press.answer, own.words))
                return
            await self._do(_Pressed(press, own, message, record, answer, header, shelf.has_several))

    async def _do(self, pressed: _Pressed) -> None:
        match pressed.press.action:
            case Action.UP | Action.DOWN:
                await self._vote(pressed)
            case Action.SHARE:
                await self._share(pressed)
            case _:
                await self._turn(pressed)

    async def _turn(self, pressed: _Pressed) -> None:
        """Show another passage or its neighbours: on the asker's card, to others on a copy of their own."""
        shown = pressed.press.shown.after(pressed.press.action)
        card = _card(pressed, shown, await self._keeping.tally(pressed.record.id))
        own = pressed.visit
        if pressed.mine or pressed.message.flags.ephemeral:
            await own.interaction.response.edit_message(view=answer_card(card, pressed.words))
        else:
            await own.show(answer_card(replace(card, deletable=False, sharable=False), own.words))

    async def _vote(self, pressed: _Pressed) -> None:
        """Count a vote, and show the count on the card that was pressed."""
        record, own = pressed.record, pressed.visit
        up = pressed.press.action is Action.UP
        vote = await self._keeping.vote(record.id, own.interaction.user.id, up=up)
        card = _card(pressed, pressed.press.shown, vote.tally)
        await own.interaction.response.edit_message(view=answer_card(card, pressed.words))
        known = record.verdict is Verdict.NOT_FOUND  # what was not found is a gap already
        if vote.changed and not up and own.settings.gaps and not known and record.server is not None:
            await self._keeping.add_gap(record.server, pressed.answer.question, GapReason.DOWNVOTED)

    async def _share(self, pressed: _Pressed) -> None:
        """Show a private answer to the channel, once, with buttons of its own."""
        record, own = pressed.record, pressed.visit
        if not pressed.mine:
            raise RefusedError("not-yours-share")
        if not await self._keeping.claim_share(record.id):
            raise RefusedError("already-shared")
        shared = replace(record, id=new_id(), private=False, shared=True, message=None)
        await self._keeping.add(shared)
        by = own.words.say("shared-by", user=own.interaction.user.display_name)
        header = Header((*pressed.header.lines, shorten(by, _NAME_SHARE)))
        card = Card(pressed.answer, header, shared.id, pressed.press.shown, titled=pressed.titled)
        sent = await own.interaction.response.send_message(view=answer_card(card, own.words))
        if sent.message_id is not None:
            await self._keeping.sent(shared.id, channel=record.channel, message=sent.message_id)

    async def _delete(
        self, record: Record | None, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Delete an answer for its asker, and for who manages messages or is alone with the bot."""
        asked = record is not None and record.asker == interaction.user.id
        alone = interaction.context.dm_channel
        if not (asked or alone or (interaction.guild_id and interaction.permissions.manage_messages)):
            raise RefusedError("not-yours-delete")
        await interaction.response.defer()
        await interaction.delete_original_response()
        await self._keeping.delete_messages([message.id])


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
        sharable=private and record.private,
        titled=pressed.titled,
    )
