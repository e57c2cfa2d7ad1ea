"""`/gaps`, for the managers of a server: the list, its pages, clearing it, and the file."""

from __future__ import annotations

import datetime
import hashlib
import io
from typing import TYPE_CHECKING

import discord

from bot.access.permissions import require_manager
from bot.cache import BoundedCache
from bot.errors import AwayError, NotNowError, RefusedError
from bot.gaps.buttons import GapsAction
from bot.gaps.card import clear_card, file_card, gaps_card
from bot.gaps.export import csv_of
from bot.gaps.groups import COMPARED, groups_of, variants_of
from bot.interactions.context import interaction_context
from bot.interactions.sending import fill, respond_first, send
from bot.keys import key_of
from bot.ui.layout import note_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord.ui import LayoutView

    from bot.access.reach import Reach
    from bot.gaps.buttons import GapPress, GapsPress
    from bot.gaps.groups import Group
    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.state.records import Gap

_GROUPINGS = 50
"""Lists whose groups are remembered, so that turning a page computes nothing."""


class GapsActions:
    """Shows a server's gaps to its managers, and does what the buttons below them say."""

    def __init__(self, services: Services) -> None:
        self._services = services
        # By a digest of the questions: their text stays in the database.
        self._groupings: BoundedCache[bytes, Sequence[Sequence[int]]] = BoundedCache(_GROUPINGS)

    async def open(self, interaction: discord.Interaction) -> None:
        """Show the list, or say why not."""
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            await respond_first(lambda: interaction.response.defer(ephemeral=True, thinking=True))
            await fill(interaction, await self._listed(server, 0, context))

    async def press(self, interaction: discord.Interaction, press: GapsPress) -> None:
        """Do what a button says, or say in private why not."""
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            if press.action is GapsAction.EXPORT:
                await self._export(server, context)
            else:
                await respond_first(interaction.response.defer)
                await fill(interaction, await self._pressed(press, server, context))

    async def answer(self, interaction: discord.Interaction, press: GapPress) -> None:
        """Have a manager choose the sentence that answers a question of the list."""
        async with interaction_context(self._services, interaction):
            server = require_manager(interaction).id
            for gap in await self._gaps(server):
                if key_of(gap.question) == press.question:
                    interaction.client.dispatch("sentence_choice", interaction, gap.question, ())
                    return
            raise RefusedError("gap-gone")

    async def _pressed(self, press: GapsPress, server: int, context: InteractionContext) -> LayoutView:
        match press.action:
            case GapsAction.CLEAR:
                gaps = await self._gaps(server)
                return clear_card(len(gaps), press.page, context.words) if gaps else _none_card(context)
            case GapsAction.CONFIRM:
                await self._services.repository.clear_gaps(server)
                return note_card(context.words.say("gaps-cleared"))
            case _:
                return await self._listed(server, press.page, context)

    async def _listed(self, server: int, page: int, context: InteractionContext) -> LayoutView:
        gaps = await self._gaps(server)
        return (
            gaps_card(await self._groups(gaps, context), page, context.words) if gaps else _none_card(context)
        )

    async def _export(self, server: int, context: InteractionContext) -> None:
        interaction = context.interaction
        await respond_first(lambda: interaction.response.defer(ephemeral=True, thinking=True))
        gaps = await self._gaps(server)
        if not gaps:
            await fill(interaction, _none_card(context))
            return
        rows = csv_of(await self._groups(gaps, context), context.words, limit=interaction.filesize_limit)
        today = datetime.datetime.now(datetime.UTC).date()
        name = f"gaps-{today.isoformat()}.csv"

        async def export() -> discord.InteractionMessage:
            file = discord.File(io.BytesIO(rows), filename=name)  # anew each time, as sending closes it
            return await interaction.edit_original_response(view=file_card(file), attachments=[file])

        await send(export, since=interaction.created_at)

    async def _gaps(self, server: int) -> tuple[Gap, ...]:
        """Return the gaps there are; AwayError where nobody can know."""
        gaps = await self._services.repository.gaps(server)
        if self._services.repository.away:
            raise AwayError
        return gaps

    async def _groups(self, gaps: Sequence[Gap], context: InteractionContext) -> tuple[Group, ...]:
        variants = variants_of(gaps)
        alike = await self._alike([variant.text for variant in variants[:COMPARED]], context.reach)
        return groups_of(variants, alike)

    async def _alike(self, questions: Sequence[str], reach: Reach) -> Sequence[Sequence[int]]:
        """Group questions that ask alike; each is alone while the library loads, or has no time."""
        if not self._services.worker.loaded:
            return ()
        digest = hashlib.sha256("\0".join(questions).encode("utf-8", "surrogatepass")).digest()
        alike = self._groupings.get(digest)
        if alike is None:
            try:
                alike = await self._services.worker.use(
                    lambda library, _: library.group(questions), reach=reach
                )
            except NotNowError:
                return ()
            self._groupings.put(digest, alike)
        return alike


def _none_card(context: InteractionContext) -> LayoutView:
    return note_card(context.words.say("gaps-empty" if context.settings.gaps else "gaps-off"))
