"""`/library`: the list of documents, each of them, and what managers do with them."""

from __future__ import annotations

import datetime
import io
import logging
from typing import TYPE_CHECKING

import discord

from bot.access.permissions import require_manager
from bot.errors import AwayError, NotNowError, RefusedError
from bot.interactions.context import interaction_context
from bot.interactions.locks import KeyedLocks
from bot.interactions.sending import fill, respond_first, send
from bot.library.interface import Selection
from bot.ui.layout import note_card
from bot.uploads.card import archive_card
from bot.uploads.controls import FilesForm, LibraryAction, TitleForm
from bot.uploads.entries import stored_entry
from bot.uploads.lines import MIB, Reading
from bot.uploads.panel import LibraryFacts, clear_card, document_card, library_panel, remove_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from discord.ui import LayoutView

    from bot.documents.archive import Archive
    from bot.i18n.words import Words
    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.ui.picks import Pick
    from bot.uploads.controls import LibraryPress

log = logging.getLogger(__name__)

_FORMS = {LibraryAction.ADD, LibraryAction.REPLACE, LibraryAction.RENAME}
_NAMES = 5
"""Documents that are named as missing in an archive, at most."""


class LibraryActions:
    """Shows a server's documents to its managers, and changes them; limits one after the other."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._documents = services.documents
        self._repository = services.repository
        self._turns = KeyedLocks()

    async def open(self, interaction: discord.Interaction) -> None:
        """Show the documents to whoever used the command, alone."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            await respond_first(lambda: interaction.response.defer(ephemeral=True, thinking=True))
            await fill(interaction, await self._listed(guild, 0, context))

    async def press(self, interaction: discord.Interaction, press: LibraryPress, pick: Pick) -> None:
        """Do what a control says, and show what there is then; or say in private why not."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            if press.action in _FORMS:
                await interaction.response.send_modal(await self._form(press, guild, context))
            elif press.action is LibraryAction.EXPORT:
                await self._export(guild, context)
            else:
                await respond_first(interaction.response.defer)
                try:
                    card = await self._pressed(press, pick, guild, context)
                except RefusedError:
                    await fill(interaction, await self._listed(guild, press.page, context))
                    raise
                await fill(interaction, card)

    async def rename(self, interaction: discord.Interaction, form: TitleForm) -> None:
        """Give a document the title that was typed."""
        async with interaction_context(self._services, interaction) as context:
            guild = require_manager(interaction)
            await respond_first(interaction.response.defer)
            entry = await stored_entry(self._repository, guild.id, form.press.entry)
            await self._documents.rename(entry, form.typed)
            await fill(interaction, await self._opened(guild, form.press, context))

    async def deleted(self, server: int, channel_or_role: int) -> None:
        """Take what was deleted out of documents' limits; what was for it alone stays closed."""
        gone = {channel_or_role}
        try:
            for entry in await self._repository.catalog(server) or ():
                if channel_or_role in (entry.channels or frozenset()) | (entry.roles or frozenset()):
                    async with self._turns.of(server):
                        now = await stored_entry(self._repository, server, entry.id)
                        channels = None if now.channels is None else now.channels - gone
                        roles = None if now.roles is None else now.roles - gone
                        await self._documents.limit(server, entry.id, channels=channels, roles=roles)
        except NotNowError as error:
            log.warning("%d, which was deleted, stays in limits of documents: %s", channel_or_role, error)

    async def _pressed(
        self, press: LibraryPress, pick: Pick, guild: discord.Guild, context: InteractionContext
    ) -> LayoutView:
        match press.action:
            case LibraryAction.REMOVE:
                entry = await stored_entry(self._repository, guild.id, press.entry)
                return remove_card(entry, press.page, context.words)
            case LibraryAction.CLEAR:
                entries = await self._repository.stored_catalog(guild.id)
                if entries:
                    return clear_card(len(entries), press.page, context.words)
            case LibraryAction.REMOVE_NOW:
                await self._documents.remove(guild.id, press.entry)
            case LibraryAction.CLEAR_NOW:
                await self._documents.remove_all(guild.id)
            case LibraryAction.OPEN:
                return await self._opened(guild, press, context)
            case (
                LibraryAction.CHANNELS
                | LibraryAction.ROLES
                | LibraryAction.ALL_CHANNELS
                | LibraryAction.ALL_ROLES
            ):
                await self._limit(press, pick, guild)
                return await self._opened(guild, press, context)
        return await self._listed(guild, press.page, context)

    async def _limit(self, press: LibraryPress, pick: Pick, guild: discord.Guild) -> None:
        async with self._turns.of(guild.id):
            entry = await stored_entry(self._repository, guild.id, press.entry)
            channels, roles = entry.channels, entry.roles
            match press.action:
                case LibraryAction.CHANNELS:
                    channels = pick.applied(channels, _channels(guild))
                case LibraryAction.ROLES:
                    roles = pick.applied(roles, _roles(guild))
                case LibraryAction.ALL_CHANNELS:
                    channels = None
                case LibraryAction.ALL_ROLES:
                    roles = None
            await self._documents.limit(guild.id, entry.id, channels=channels, roles=roles)

    async def _form(
        self, press: LibraryPress, guild: discord.Guild, context: InteractionContext
    ) -> FilesForm | TitleForm:
        limit, links = self._documents.quota.file_size // MIB, self._services.links is not None
        if press.action is LibraryAction.ADD:
            return FilesForm(context.words, limit=limit, links=links)
        entries = await self._repository.catalog(guild.id)
        if entries is None:
            raise AwayError
        entry = next((each for each in entries if each.id == press.entry), None)
        if entry is None:
            raise RefusedError("document-gone")
        if press.action is LibraryAction.REPLACE:
            return FilesForm(context.words, limit=limit, entry=entry.id, links=links, link=entry.source)
        return TitleForm(press, entry.title, context.words)

    async def _export(self, guild: discord.Guild, context: InteractionContext) -> None:
        """Send all files, alone, in as many messages as it takes."""
        interaction = context.interaction
        await respond_first(lambda: interaction.response.defer(ephemeral=True, thinking=True))
        number = 0
        async for archive in self._documents.export(guild.id, most=interaction.filesize_limit):
            number += 1
            await self._send_archive(archive, number, context)

    async def _send_archive(self, archive: Archive, number: int, context: InteractionContext) -> None:
        interaction, words = context.interaction, context.words
        missing = (("library-lost", archive.lost), ("library-too-large", archive.too_large))
        said = [words.say(key, names=_named(names, words)) for key, names in missing if names]
        if not archive.documents and not said:
            await fill(interaction, note_card(words.say("library-empty")))
            return
        today = datetime.datetime.now(datetime.UTC).date()
        name = f"documents-{today.isoformat()}-{number}.zip"

        def file() -> discord.File | None:  # anew each time, as sending closes it
            return discord.File(io.BytesIO(archive.content), filename=name) if archive.documents else None

        async def first() -> discord.InteractionMessage:
            sent = file()
            return await interaction.edit_original_response(
                view=archive_card(sent, said), attachments=[sent] if sent is not None else []
            )

        if number == 1:
            await send(first, since=interaction.created_at)
            return
        sent = file()
        files = [] if sent is None else [sent]
        await interaction.followup.send(view=archive_card(sent, said), files=files, ephemeral=True)

    async def _listed(self, guild: discord.Guild, page: int, context: InteractionContext) -> LayoutView:
        return library_panel(await self._facts(guild), page, context.words)

    async def _opened(
        self, guild: discord.Guild, press: LibraryPress, context: InteractionContext
    ) -> LayoutView:
        facts = await self._facts(guild)
        entry = next((each for each in facts.entries if each.id == press.entry), None)
        if entry is None:
            raise RefusedError("document-gone")
        return document_card(entry, facts, press.page, context.words)

    async def _facts(self, guild: discord.Guild) -> LibraryFacts:
        entries = await self._repository.stored_catalog(guild.id)
        settings = await self._repository.settings(guild.id)
        shared = self._services.shared_with.includes(guild.id)
        return LibraryFacts(
            entries=entries,
            most=self._documents.quota.most,
            reading=self._reading(guild.id),
            channels=_channels(guild),
            roles=_roles(guild),
            choice=settings.libraries if shared else None,
        )

    def _reading(self, server: int) -> Reading:
        worker, publishing = self._services.worker, self._services.publishing
        selections = (Selection(server, shared=shared) for shared in (True, False))
        held = next(filter(None, map(worker.held, selections)), None)
        return Reading(
            None if held is None else {each.name: each.digest for each in held.catalog.articles},
            None if publishing is None else publishing.progress(server),
            None if publishing is None else publishing.problem(server),
        )


def _channels(guild: discord.Guild) -> frozenset[int]:
    return frozenset(channel.id for channel in guild.channels)


def _roles(guild: discord.Guild) -> frozenset[int]:
    return frozenset(role.id for role in guild.roles)


def _named(names: Sequence[str], words: Words) -> str:
    named, more = ", ".join(names[:_NAMES]), len(names) - _NAMES
    return f"{named} {words.say('library-more', count=more)}" if more > 0 else named
