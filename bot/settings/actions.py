"""What managers do to the settings of their server, and what Discord's events do to them."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

import discord

from bot.access.permissions import require_manager
from bot.errors import AwayError, RefusedError, StateError
from bot.interactions.context import interaction_context, words_in
from bot.interactions.sending import fill, respond_first
from bot.library.interface import SHARED
from bot.settings.card import clearing_card, settings_card
from bot.settings.changes import (
    Field,
    Order,
    ServerFacts,
    changed,
    server_limited,
    user_limited,
    without_deleted,
)
from bot.settings.controls import RatesForm
from bot.settings.panel import Panel, Tab

if TYPE_CHECKING:
    from discord.ui import LayoutView

    from bot.interactions.services import Services
    from bot.settings.changes import SettingsPress
    from bot.ui.picks import Pick

log = logging.getLogger(__name__)


class SettingsActions:
    """Shows the settings and changes them."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._repository = services.repository
        self._writer = services.settings_writer

    async def open(self, interaction: discord.Interaction) -> None:
        """Show the panel to whoever used the command, alone."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            await respond_first(lambda: interaction.response.defer(ephemeral=True))
            settings = await self._repository.stored_settings(guild.id)
            panel = Panel(settings, self._facts(guild), context.words)
            await fill(interaction, settings_card(panel))

    async def press(self, interaction: discord.Interaction, press: SettingsPress, pick: Pick) -> None:
        """Do what a control says, and show what is stored then; or say in private why not."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            if not context.settings.known:
                raise AwayError
            if press.order is Order.EDIT:
                form = RatesForm(context.settings, context.words, page=press.page)
                await interaction.response.send_modal(form)
                return
            await respond_first(interaction.response.defer)
            try:
                card = await self._pressed(interaction, press, pick, guild)
            except discord.HTTPException:
                raise
            except Exception:
                await self._show_stored(interaction, guild, press.field, page=press.page)
                raise
            await fill(interaction, card)

    async def limit(self, interaction: discord.Interaction, form: RatesForm) -> None:
        """Set the limits that were typed; of two, a good one is set even if the other is not."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            await respond_first(interaction.response.defer)
            saved = False
            failures: list[Exception] = []
            for limited, typed in ((user_limited, form.user), (server_limited, form.server)):
                if typed is None:  # and so stays as another manager may have set it since
                    continue
                try:
                    await self._writer.change(guild.id, partial(limited, text=typed))
                except RefusedError as error:
                    failures.append(error)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is told and the log has it
                    failures.append(error)
                    break
                else:
                    saved = True
            await self._show_stored(interaction, guild, Field.RATES, page=form.page, saved=saved)
            for failure in failures:
                await context.tell(self._services.delivery.explained(failure, context.words))

    async def deleted(self, server: int, channel_or_role: int) -> None:
        """Take what was deleted out of the settings; see `without_deleted`."""
        try:
            await self._writer.change(server, partial(without_deleted, deleted=channel_or_role))
        except (AwayError, StateError) as error:
            log.warning("%d, which was deleted, stays in the settings: %s", channel_or_role, error)

    async def _pressed(
        self, interaction: discord.Interaction, press: SettingsPress, pick: Pick, guild: discord.Guild
    ) -> LayoutView:
        if press.field is Field.GAPS and press.order is Order.OFF:
            kept = len(await self._repository.gaps(guild.id))
            if kept:
                words = words_in(await self._repository.settings(guild.id), interaction.locale)
                return clearing_card(kept, words, page=press.page)
        if press.order is Order.CLEAR:
            await self._repository.clear_gaps(guild.id)
        facts = self._facts(guild)
        settings = await self._writer.change(guild.id, partial(changed, press=press, pick=pick, facts=facts))
        saved = None if press.order is Order.SHOW else press.field
        words = words_in(settings, interaction.locale)
        return settings_card(Panel(settings, facts, words, Tab.of(press.field), press.page, saved))

    async def _show_stored(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        field: Field,
        *,
        page: int,
        saved: bool = False,
    ) -> None:
        """Show the settings around a field as they are known by now, if they are."""
        settings = await self._repository.settings(guild.id)
        if not settings.known:
            return
        words = words_in(settings, interaction.locale)
        panel = Panel(
            settings, self._facts(guild), words, Tab.of(field), page, saved=field if saved else None
        )
        await fill(interaction, settings_card(panel))

    def _facts(self, guild: discord.Guild) -> ServerFacts:
        shared = self._services.shared_with.includes(guild.id)
        held = self._services.worker.held(SHARED) if shared else None
        return ServerFacts(
            shared=shared,
            channels=frozenset(channel.id for channel in guild.channels),
            roles=frozenset(role.id for role in guild.roles),
            articles=None if held is None else held.catalog.articles,
        )
