"""What words of questions mean here: managers write it a line each; nothing that they typed is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.access.permissions import require_manager
from bot.cache import BoundedCache
from bot.documents.aliases import MOST, fitting, read_aliases, write_aliases
from bot.errors import AwayError, RefusedError
from bot.interactions.context import interaction_context
from bot.interactions.failures import explain
from bot.interactions.sending import fill, respond_first
from bot.uploads.alias_form import AliasesForm, aliases_card, refused_card

if TYPE_CHECKING:
    from collections.abc import Mapping

    import discord

    from bot.interactions.services import Services
    from bot.uploads.alias_form import AliasesPress

_UNSAVED = 100
"""Forms that were sent and not kept, which memory holds."""


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """What somebody typed, and what stood in the form before."""

    text: str
    before: Mapping[str, str]


class AliasActions:
    """Opens the form and keeps what is written in it; what could not be kept stands in the next one."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._repository = services.repository
        self._unsaved: BoundedCache[tuple[int, int], _Unsaved] = BoundedCache(_UNSAVED)
        """By server and person."""

    async def open(self, interaction: discord.Interaction, press: AliasesPress) -> None:
        """Open the form, with what is kept or with what could not be."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            known = await self._repository.aliases(guild.id)
            if known is None:
                raise AwayError
            before = fitting(known)
            unsaved = self._unsaved.get((guild.id, interaction.user.id))
            shown = unsaved or _Unsaved(write_aliases(before), before)
            form = AliasesForm(press, shown.text, context.words, before=shown.before)
            await interaction.response.send_modal(form)

    async def save(self, interaction: discord.Interaction, form: AliasesForm) -> None:
        """Keep what was typed, if all of it can be; else say what is wrong with it."""
        async with interaction_context(self._services, interaction) as context:
            guild, words = require_manager(interaction), context.words
            whose = guild.id, interaction.user.id
            self._unsaved.put(whose, _Unsaved(form.typed, form.before))
            await respond_first(interaction.response.defer)
            written = read_aliases(form.typed)
            if written.refusals:
                sentences = [explain(refusal, words).sentence for refusal in written.refusals]
                await fill(interaction, refused_card(sentences, form.press, words))
                return
            kept = await self._repository.change_aliases(
                guild.id, before=form.before, after=written.aliases, most=MOST
            )
            if kept is None:  # with those that somebody else has written meanwhile
                raise RefusedError("aliases-full", limit=MOST)
            self._unsaved.drop(whose)
            await fill(interaction, aliases_card(kept, form.press, words))
