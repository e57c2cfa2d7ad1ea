"""The ways back to whoever asked: by slash command or menu, by message, or by a button."""

from __future__ import annotations

import abc
import logging
from typing import TYPE_CHECKING

import discord

from bot.access.origin import origin_of
from bot.i18n.words import words_for
from bot.interactions.sending import fill, reply, respond_first, send
from bot.ui.layout import note_card

if TYPE_CHECKING:
    from discord.ui import LayoutView

log = logging.getLogger(__name__)

_NO_HISTORY = 160002  # "Cannot reply without permission to read message history"
_MAY_NOT_WRITE = {50001, 50013}  # "Missing Access", "Missing Permissions"


class Responder(abc.ABC):
    """Where a question came from, and the way back."""

    question_message: int | None = None
    """The message that asks, if it is one."""
    replaces: int | None = None
    """The bot's message that the answer takes the place of, if there is one."""
    refuses_in_public: bool = False
    """Whether others than the asker may see a refusal, too."""
    aloud: bool = False
    """Whether others see the answer, too, whatever is wanted."""
    says_private: bool = False
    """Whether this way itself says why the answer is private."""
    withdrawn: bool = False
    """Whether the question is gone, so that its answer is not wanted any more."""

    def __init__(self, source: discord.Interaction | discord.Message, locale: discord.Locale | None) -> None:
        self.source = source
        self.origin = origin_of(source)
        self.locale = locale
        """The language of whoever asks, as far as Discord says."""

    @abc.abstractmethod
    async def refuse(self, card: LayoutView) -> None:
        """Say why the question is not taken; called instead of the other two."""

    @abc.abstractmethod
    async def acknowledge(self, *, private: bool) -> bool:
        """Show at once that the question has been taken; returns whether the answer will be private."""

    @abc.abstractmethod
    async def respond(self, card: LayoutView) -> discord.Message:
        """Send the answer, or why there is none after all."""


class InteractionResponder(Responder):
    """Someone who used a command or a message's menu.

    A defer fixes who sees its message, before the answer is known. Reasons known at once (busy, a bad
    question) are for the asker alone and come before any defer. A failure after it fills the placeholder that
    everyone may have seen: deleting that and following up in private has at times been refused by Discord
    (discord-api-docs #2739, #3087), which would leave the asker with nothing.
    """

    def __init__(self, interaction: discord.Interaction) -> None:
        super().__init__(interaction, interaction.locale)
        self._interaction = interaction

    async def refuse(self, card: LayoutView) -> None:
        """Say it to the asker alone."""
        response = self._interaction.response
        await respond_first(lambda: response.send_message(view=card, ephemeral=True))

    async def acknowledge(self, *, private: bool) -> bool:
        """Show that the bot thinks, to everyone or to the asker alone."""
        private = private or _kept_private(self._interaction, brought=self.origin.brought)
        response = self._interaction.response
        await respond_first(lambda: response.defer(thinking=True, ephemeral=private))
        return private

    async def respond(self, card: LayoutView) -> discord.Message:
        """Show the card in the place of what shows that the bot thinks."""
        return await fill(self._interaction, card)


class AskAgainResponder(InteractionResponder):
    """Someone who pressed "Ask again" on the note that an old answer is of no use; it becomes the answer."""

    def __init__(self, interaction: discord.Interaction, note: discord.Message) -> None:
        super().__init__(interaction)
        self.replaces = note.id
        self._private = note.flags.ephemeral
        self.aloud = not self._private

    async def acknowledge(self, *, private: bool) -> bool:  # noqa: ARG002 - as the note is
        """Leave the note until the answer is there."""
        await respond_first(self._interaction.response.defer)
        return self._private


class MessageResponder(Responder):
    """Someone who mentioned the bot, or wrote to it directly."""

    refuses_in_public = aloud = True

    def __init__(self, message: discord.Message) -> None:
        # A message does not say its author's language, so it is answered in the server's.
        super().__init__(message, message.guild.preferred_locale if message.guild else None)
        self.question_message = message.id
        self._message = message
        self._asked = message.edited_at or message.created_at

    async def refuse(self, card: LayoutView) -> None:
        """Reply with the reason."""
        await self.respond(card)

    async def acknowledge(self, *, private: bool) -> bool:  # noqa: ARG002 - a reply cannot be private
        """Leave it at the answer, which is there at once."""
        return False

    async def respond(self, card: LayoutView) -> discord.Message:
        """Reply to the message; in private if the bot may not write where it stands."""
        channel, asked = self._message.channel, self._asked
        reference = self._message.to_reference(fail_if_not_exists=False)
        try:
            return await reply(channel, card, to=reference, since=asked)
        except discord.Forbidden as error:
            if error.code == _NO_HISTORY:
                return await reply(channel, card, since=asked)
            if error.code not in _MAY_NOT_WRITE or self._message.guild is None:
                raise
            log.info("may not write in channel %d: answering in private", channel.id)
        name = f"#{getattr(channel, 'name', channel.id)}"
        note = words_for(self.locale).say("could-not-answer-there", channel=name)
        await reply(self._message.author, note_card(note), since=asked)
        return await reply(self._message.author, card, since=asked)


class DirectResponder(MessageResponder):
    """Someone who mentioned the bot in a server whose settings nobody could read yet: answered in private."""

    refuses_in_public = aloud = False
    says_private = True

    async def respond(self, card: LayoutView) -> discord.Message:
        """Write to whoever asked; discord.Forbidden if they let nobody do that."""
        note = words_for(self.locale).say("settings-unknown")
        await reply(self._message.author, note_card(note), since=self._asked)
        return await reply(self._message.author, card, since=self._asked)


class EditResponder(MessageResponder):
    """Someone who edited a message that had been answered: the answer is edited, too."""

    def __init__(self, message: discord.Message, answered: discord.Message) -> None:
        super().__init__(message)
        self.replaces = answered.id
        self._answered = answered

    async def respond(self, card: LayoutView) -> discord.Message:
        """Show the card in the place of the old answer."""
        nobody = discord.AllowedMentions.none()
        return await send(lambda: self._answered.edit(view=card, allowed_mentions=nobody), since=self._asked)


def _kept_private(interaction: discord.Interaction, *, brought: bool) -> bool:
    """Whether Discord shows an answer to the asker alone, whatever the bot says.

    That is so where the asker brought the bot along and may not use such apps in public.
    """
    in_server = interaction.guild_id is not None
    return brought and in_server and not interaction.permissions.use_external_apps
