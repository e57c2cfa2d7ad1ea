"""`/library`, the menu of messages with files, and what is pressed on the cards of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.i18n import command_names
from bot.uploads.actions import LibraryActions
from bot.uploads.adding import AddingActions
from bot.uploads.alias_form import AliasesButton
from bot.uploads.aliases import AliasActions
from bot.uploads.controls import DraftButton, LibraryControl

if TYPE_CHECKING:
    from bot.interactions.services import Services
    from bot.ui.picks import Pick
    from bot.uploads.alias_form import AliasesForm, AliasesPress
    from bot.uploads.controls import DraftPress, FilesForm, LibraryPress, TitleForm


class UploadsCog(commands.Cog):
    """Every way to a server's documents, for its managers."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._actions = LibraryActions(services)
        self._adding = AddingActions(services)
        self._aliases = AliasActions(services)
        self._menu = app_commands.ContextMenu(
            name=command_names.MENU_ADD,
            callback=self.add,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        self._menu.default_permissions = discord.Permissions(manage_guild=True)

    async def cog_load(self) -> None:
        # A cog cannot add a menu by a decorator.
        self._bot.tree.add_command(self._menu)
        self._bot.add_dynamic_items(LibraryControl, DraftButton, AliasesButton)

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name=command_names.LIBRARY, description=command_names.LIBRARY_ABOUT)
    @app_commands.describe(file=command_names.LIBRARY_FILE_ABOUT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def library(self, interaction: discord.Interaction, file: discord.Attachment | None = None) -> None:
        if file is None:
            await self._actions.open(interaction)
        else:
            await self._adding.add(interaction, [file])

    async def add(self, interaction: discord.Interaction, message: discord.Message) -> None:
        await self._adding.add(interaction, message.attachments)

    @commands.Cog.listener()
    async def on_library_press(
        self, interaction: discord.Interaction, press: LibraryPress, pick: Pick
    ) -> None:
        await self._actions.press(interaction, press, pick)

    @commands.Cog.listener()
    async def on_library_files(self, interaction: discord.Interaction, form: FilesForm) -> None:
        await self._adding.submit(interaction, form)

    @commands.Cog.listener()
    async def on_library_title(self, interaction: discord.Interaction, form: TitleForm) -> None:
        await self._actions.rename(interaction, form)

    @commands.Cog.listener()
    async def on_draft_press(self, interaction: discord.Interaction, press: DraftPress) -> None:
        await self._adding.press(interaction, press)

    @commands.Cog.listener()
    async def on_aliases_press(self, interaction: discord.Interaction, press: AliasesPress) -> None:
        await self._aliases.open(interaction, press)

    @commands.Cog.listener()
    async def on_aliases_form(self, interaction: discord.Interaction, form: AliasesForm) -> None:
        await self._aliases.save(interaction, form)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._actions.deleted(channel.guild.id, channel.id)

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        await self._actions.deleted(role.guild.id, role.id)
