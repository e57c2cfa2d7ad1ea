"""What can be pressed on the cards of the library, and the forms; presses work after a restart, too."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.ui.admission import admitted
from bot.ui.custom_ids import CustomId, PressButton, choice, hexadecimal, key, number
from bot.ui.forms import Form
from bot.ui.layout import Item
from bot.ui.picks import picked

if TYPE_CHECKING:
    import re

    from bot.i18n.words import Words

MOST_FILES = 10
"""How many can be given in a form; Discord's limit."""
MOST_LINKS = 5
"""How many can be given in a form; each may list many pages."""
_TITLE_LENGTH = 200
_FORM_SECONDS = 3600.0
"""How long somebody may think about a form."""


class LibraryAction(enum.StrEnum):
    """What is done, with the library or with one document."""

    PAGE = "page"
    """Shows a page of the list."""
    OPEN = "open"
    """Shows a document."""
    ADD = "add"
    REPLACE = "replace"
    RENAME = "rename"
    """Each opens its form."""
    REMOVE = "remove"
    """Asks whether to remove a document."""
    REMOVE_NOW = "remove_now"
    CLEAR = "clear"
    """Asks whether to remove all documents."""
    CLEAR_NOW = "clear_now"
    EXPORT = "export"
    CHANNELS = "channels"
    ROLES = "roles"
    """Each chooses where or for whom a document is quoted."""
    ALL_CHANNELS = "all_channels"
    ALL_ROLES = "all_roles"


_ID = CustomId("library", choice(LibraryAction), number(4), hexadecimal())


@dataclass(frozen=True, slots=True)
class LibraryPress:
    """What a press of a button or a select says."""

    action: LibraryAction
    page: int = 0
    """The page of the list to show, or that was shown; from 0."""
    entry: int = 0
    """The id of the document that it is about, if it is about one."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _ID.write(self.action, self.page, self.entry)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_ID.read(found))


class LibraryControl(ui.DynamicItem[Item], template=_ID.template):
    """A button or a select; a press of it is the event `on_library_press`."""

    def __init__(self, press: LibraryPress, item: Item) -> None:
        super().__init__(item)
        self.press = press

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, item: Item, found: re.Match[str]) -> Self:
        """Make the control again from what Discord kept of it."""
        return cls(LibraryPress.read(found), item)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Take so many presses of a person as the client admits."""
        return await admitted(interaction)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Do what it says."""
        interaction.client.dispatch("library_press", interaction, self.press, picked(self.item))


class DraftAction(enum.StrEnum):
    """What is done with files that were understood."""

    CONFIRM = "confirm"
    CANCEL = "cancel"


_DRAFT_ID = CustomId("draft", choice(DraftAction), key())


@dataclass(frozen=True, slots=True)
class DraftPress:
    """What a press below a preview says."""

    action: DraftAction
    draft: str
    """The draft's key."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""
        return _DRAFT_ID.write(self.action, self.draft)

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""
        return cls(*_DRAFT_ID.read(found))


class DraftButton(
    PressButton[DraftPress], template=_DRAFT_ID.template, press=DraftPress, event="draft_press"
):
    """A button below a preview; a press of it is the event `on_draft_press`."""


class FilesForm(Form):
    """Asks for files to add, or for one to replace a document with; sent, it is `on_library_files`.

    Where links are read it asks for links, too.
    """

    def __init__(
        self,
        words: Words,
        *,
        limit: int,
        entry: int | None = None,
        links: bool = False,
        link: str | None = None,
    ) -> None:
        """`entry` is the document to replace, `link` its own, and `limit` what a file may have, in MiB."""
        title = words.say("library-form-add" if entry is None else "library-form-replace")
        super().__init__(title=title, timeout=_FORM_SECONDS)
        self.entry = entry
        most = MOST_FILES if entry is None else 1
        self._files: ui.FileUpload[ui.Modal] = ui.FileUpload(
            custom_id="files", max_values=most, required=not links
        )
        hint = words.say("library-files-hint", limit=limit)
        self.add_item(ui.Label(text=words.say("library-form-files"), description=hint, component=self._files))
        self._links: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id="links", style=discord.TextStyle.paragraph, default=link, required=False
        )
        if links and entry is None:
            about = words.say("library-links-hint", limit=MOST_LINKS)
            self.add_item(
                ui.Label(text=words.say("library-form-links"), description=about, component=self._links)
            )
        elif links:
            about = words.say("library-link-hint")
            self.add_item(
                ui.Label(text=words.say("library-form-link"), description=about, component=self._links)
            )

    @property
    def links(self) -> list[str]:
        """What was typed; there are no spaces in a link."""
        return self._links.value.split()

    @property
    def files(self) -> list[discord.Attachment]:
        """What was given."""
        return self._files.values

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Understand the files."""
        interaction.client.dispatch("library_files", interaction, self)


class TitleForm(Form):
    """Asks for a document's title; sent, it is `on_library_title`."""

    def __init__(self, press: LibraryPress, title: str, words: Words) -> None:
        """`press` is the one that opens it, `title` the title so far."""
        super().__init__(title=words.say("library-form-rename"), timeout=_FORM_SECONDS)
        self.press = press
        self._title: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id="title", default=title[:_TITLE_LENGTH], max_length=_TITLE_LENGTH
        )
        self.add_item(ui.Label(text=words.say("library-form-title"), component=self._title))

    @property
    def typed(self) -> str:
        """What was typed."""
        return self._title.value

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Rename the document."""
        interaction.client.dispatch("library_title", interaction, self)


def control(press: LibraryPress, item: Item) -> ui.Item[Any]:
    """Make a control of an item with the press's `custom_id`."""
    return LibraryControl(press, item)


def button(
    press: LibraryPress,
    label: str,
    *,
    disabled: bool = False,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> ui.Item[Any]:
    """Make a button."""
    return control(press, ui.Button(style=style, label=label, custom_id=press.custom_id, disabled=disabled))
