"""`/privacy` and `/forget-me`: what is kept, and its removal for whoever wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cache import BoundedCache
from bot.errors import RefusedError
from bot.interactions.context import interaction_context
from bot.interactions.sending import fill, respond_first
from bot.privacy.buttons import ForgetAction
from bot.privacy.card import forget_card, forgotten_sentence, privacy_card
from bot.ui.layout import note_card

if TYPE_CHECKING:
    import discord

    from bot.interactions.services import Services
    from bot.privacy.buttons import ForgetPress

_DONE = 1_000


class PrivacyActions:
    """Says what is kept, and removes a person from it."""

    def __init__(self, services: Services) -> None:
        self._services = services
        # Messages whose button was pressed: the second of two quick presses would find nothing left, and its
        # "no votes" would take the place of what the first one reports.
        self._done: BoundedCache[int, ForgetPress] = BoundedCache(_DONE)

    async def explain(self, interaction: discord.Interaction) -> None:
        """Say what is kept here."""
        async with interaction_context(self._services, interaction) as context:
            repository = self._services.repository
            days, library_days = repository.keep.days, repository.keep_libraries.days
            card = privacy_card(
                context.words,
                gaps=context.settings.gaps,
                days=days,
                library_days=library_days,
                links=self._services.links is not None,
            )
            await context.show(card)

    async def ask(self, interaction: discord.Interaction) -> None:
        """Ask whether the person is sure."""
        async with interaction_context(self._services, interaction) as context:
            await context.show(forget_card(context.words))

    async def press(self, interaction: discord.Interaction, press: ForgetPress) -> None:
        """Forget the person, or leave everything as it is."""
        async with interaction_context(self._services, interaction) as context:
            await respond_first(interaction.response.defer)
            if press.action is ForgetAction.CANCEL:
                await interaction.delete_original_response()
                return
            if interaction.message is None:
                raise RefusedError("answer-unknown")
            message = interaction.message.id
            if self._done.get(message) is not None:
                return
            self._done.put(message, press)
            try:
                forgotten = await self._services.repository.forget(interaction.user.id)
            except BaseException:
                self._done.drop(message)
                raise
            await fill(interaction, note_card(forgotten_sentence(context.words, forgotten)))
