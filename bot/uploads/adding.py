"""Files and links that a manager gives -> documents to answer from: understood, confirmed, followed."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.access.permissions import require_manager
from bot.cache import BoundedCache
from bot.documents.names import clean_name
from bot.errors import RefusedError
from bot.interactions.context import interaction_context
from bot.interactions.failures import explain
from bot.interactions.receiving import name_of, receive
from bot.interactions.sending import fill, reason, respond_first
from bot.links.link_reader import LinkOutcome
from bot.state.records import new_id
from bot.ui.layout import note_card
from bot.uploads.card import Outcome, outcome_card, preview_card
from bot.uploads.controls import MOST_LINKS, DraftAction
from bot.uploads.drafts import Draft, Drafts, UnderstoodFile
from bot.uploads.entries import stored_entry
from bot.uploads.following import PagesRead, follow, follow_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from discord.ui import LayoutView

    from bot.i18n.words import Words
    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.links.link_reader import LinkReader, LinkRefusal
    from bot.state.catalog.entries import CatalogEntry
    from bot.uploads.controls import DraftPress, FilesForm

log = logging.getLogger(__name__)

_DONE = 1_000
_LINK = 100
"""Characters of a link that are repeated where it could not be read."""
_NO_LINKS = LinkOutcome()


@dataclass(frozen=True, slots=True)
class _Begun:
    """Links that are being read."""

    server: int
    replacing: CatalogEntry | None
    reading: asyncio.Task[LinkOutcome]
    words: Words


class AddingActions:
    """Shows what was understood of files, and adds them once whoever gave them has confirmed that."""

    def __init__(self, services: Services, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._services = services
        self._documents = services.documents
        self._links = None if services.links is None else services.links.reader
        self._clock = clock
        self._drafts = Drafts(clock)
        self._done: BoundedCache[str, int] = BoundedCache(_DONE)
        """Who confirmed or cancelled drafts, by their keys."""

    async def add(
        self,
        interaction: discord.Interaction,
        files: Sequence[discord.Attachment],
        *,
        entry: int | None = None,
        missing: str = "library-no-files",
    ) -> None:
        """Show what is understood of files, to add them or to replace a document with the one there is.

        `missing` says that there is none.
        """
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            if not files:
                raise RefusedError(missing)
            replacing = await self._promised(interaction, server, entry)
            await fill(interaction, await self._previewed(server, files, _NO_LINKS, replacing, context))

    async def submit(self, interaction: discord.Interaction, form: FilesForm) -> None:
        """Show likewise what is understood of what was given by a form, its links before its files."""
        if not form.links or self._links is None or (form.files and form.entry is not None):
            await self.add(interaction, form.files, entry=form.entry, missing="library-nothing-given")
            return
        pages = PagesRead()
        begun = await self._begun(interaction, form, self._links, pages)
        if begun is None:
            return
        await follow_reading(
            interaction, begun.reading, pages, begun.words
        )  # owed to nobody: it may take long
        async with interaction_context(self._services, interaction) as context:
            read, replacing = await begun.reading, begun.replacing
            card = await self._previewed(begun.server, form.files, read, replacing, context)
            await fill(interaction, card)

    async def press(self, interaction: discord.Interaction, press: DraftPress) -> None:
        """Add what was confirmed and say how far it is, or forget it; or say in private why not."""
        came = await self._pressed(interaction, press)
        publishing, server = self._services.publishing, interaction.guild_id
        if came is None or publishing is None or server is None:
            return
        # Owed to nobody: who stops the bot does not wait for the end of a build.
        outcome, words = came
        try:
            await follow(interaction, publishing, server, outcome, words, clock=self._clock)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("could not say how far a library is: %s", reason(error))

    async def _pressed(
        self, interaction: discord.Interaction, press: DraftPress
    ) -> tuple[Outcome, Words] | None:
        """Return what came of a draft, with the words to say it; None where nothing was added."""
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            if (
                self._done.get(press.draft) == interaction.user.id
            ):  # pressed twice: the first press tells how it ends
                await respond_first(interaction.response.defer)
                return None
            draft = self._drafts.get(press.draft)
            if draft is None or draft.server != server:
                raise RefusedError("library-draft-gone")
            if draft.user != interaction.user.id:
                raise RefusedError("library-draft-not-yours")
            self._done.put(press.draft, draft.user)
            try:
                await respond_first(interaction.response.defer)
                added = press.action is DraftAction.CONFIRM
                outcome = await self._added(draft, context.words) if added else None
            except BaseException:
                self._done.drop(press.draft)  # and the preview stays, to be confirmed again
                raise
            self._drafts.drop(press.draft)
            await fill(interaction, self._ended(outcome, context.words))
            if outcome is not None and outcome.titles:
                return outcome, context.words
        return None

    async def _begun(
        self, interaction: discord.Interaction, form: FilesForm, links: LinkReader, pages: PagesRead
    ) -> _Begun | None:
        """Begin to read links; None where they are not read, of which the person was told."""
        begun = None
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            most = MOST_LINKS if form.entry is None else 1
            if len(form.links) > most:
                raise RefusedError("library-too-many-links", limit=most)
            replacing = await self._promised(interaction, server, form.entry)
            reading = (
                links.read(server, form.links, pages)
                if replacing is None
                else links.read_instead(form.links[0], replacing)
            )
            begun = _Begun(server, replacing, asyncio.create_task(reading), context.words)
        return begun  # noqa: RET504 - where reading them failed the context has told the person

    async def _promised(
        self, interaction: discord.Interaction, server: int, entry: int | None
    ) -> CatalogEntry | None:
        """Promise a preview, and return the document that is to be replaced, if one is."""
        await respond_first(lambda: interaction.response.defer(ephemeral=True, thinking=True))
        return None if entry is None else await stored_entry(self._services.repository, server, entry)

    async def _previewed(
        self,
        server: int,
        files: Sequence[discord.Attachment],
        read: LinkOutcome,
        replacing: CatalogEntry | None,
        context: InteractionContext,
    ) -> LayoutView:
        understood = [
            UnderstoodFile(page.document, page.content, new_id(), page.source, page.check)
            for page in read.pages
        ]
        refusals = [_refused(refusal, context.words) for refusal in read.refusals]
        for file in files:
            try:
                understood.append(await self._understood(server, file, replacing))
            except RefusedError as error:
                refusals.append(explain(error, context.words).sentence)
        user, now = context.interaction.user.id, self._clock()
        key = self._drafts.add(Draft(server, user, tuple(understood), replacing, now)) if understood else ""
        documents = [file.document for file in understood]
        return preview_card(documents, refusals, context.words, draft=key, replacing=replacing)

    async def _understood(
        self, server: int, file: discord.Attachment, replacing: CatalogEntry | None
    ) -> UnderstoodFile:
        name = clean_name(name_of(file))
        self._documents.quota.check_file(name, file.size)  # before it is downloaded
        content = await receive(file)
        document = await self._documents.preview(server, name, content, replacing=replacing)
        return UnderstoodFile(document, content, new_id())

    async def _added(self, draft: Draft, words: Words) -> Outcome:
        titles: list[str] = []
        refusals: list[str] = []
        for file in draft.files:
            document, content = file.document, file.content
            try:
                if draft.replacing is None:
                    await self._documents.add(
                        draft.server,
                        draft.user,
                        document,
                        content,
                        entry_id=file.entry_id,
                        source=file.source,
                        check=file.check,
                    )
                else:
                    await self._documents.replace(
                        draft.replacing, draft.user, document, content, source=file.source, check=file.check
                    )
            except RefusedError as error:
                refusals.append(explain(error, words).sentence)
            else:
                titles.append(document.title)
        return Outcome(tuple(titles), tuple(refusals))

    def _ended(self, outcome: Outcome | None, words: Words) -> LayoutView:
        """Say what was added; where nobody tells when it is read, that it will be."""
        if outcome is None:
            return note_card(words.say("library-cancelled"))
        waits = outcome.titles and self._services.publishing is None
        return outcome_card(outcome, words, ending=words.say("library-soon") if waits else None)


def _refused(refusal: LinkRefusal, words: Words) -> str:
    sentence = explain(refusal.error, words).sentence
    if refusal.link is None:
        return sentence
    link = refusal.link if len(refusal.link) <= _LINK else f"{refusal.link[: _LINK - 1]}…"
    return f"{link}: {sentence}"
