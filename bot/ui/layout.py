"""The one container that each message of the bot's is, its colours, and the texts in it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.ui.markdown import escape, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Item: TypeAlias = ui.Item[ui.LayoutView]
Row: TypeAlias = ui.ActionRow[ui.LayoutView]

GREEN, AMBER, GREY = 0x2E8B6F, 0xC9973F, 0x80848E
SENTENCE_SHARE = 400
"""Of a sentence of the bot's own that stands alone, in UTF-16 units after escaping."""


def card_view(parts: Iterable[Item], *, colour: int | None = GREY) -> ui.LayoutView:
    """Put parts into one container, from top to bottom; it works as long as the message is there.

    Nothing waits for its presses, which are known by their custom ids: discord.py would keep each private
    card that it sends for a quarter of an hour, with a task of its own.
    """
    container: ui.Container[ui.LayoutView] = ui.Container(*parts, accent_colour=colour)
    view = ui.LayoutView(timeout=None).add_item(container)
    view.stop()
    return view


def row(*items: ui.Item[Any]) -> Row:
    """Put buttons beside each other; discord.py's types know no dynamic ones in a layout."""
    made: Row = ui.ActionRow()
    for item in items:
        made.add_item(item)
    return made


def title(sentence: str) -> Item:
    """Show a sentence of the bot's own as the card's title."""
    return ui.TextDisplay(f"### {escape(sentence)}")


def plain(sentence: str) -> Item:
    """Show a sentence of the bot's own."""
    return ui.TextDisplay(escape(sentence))


def small(sentence: str) -> Item:
    """Show a sentence of the bot's own in small type."""
    return ui.TextDisplay(f"-# {escape(sentence)}")


def bullets(sentences: Iterable[str]) -> Item:
    """List sentences of the bot's own."""
    return ui.TextDisplay("\n".join(f"- {escape(sentence)}" for sentence in sentences))


def note_card(sentence: str, *, channels: Sequence[int] = ()) -> ui.LayoutView:
    """Show one sentence of the bot's own, and below it the channels that it is about."""
    parts = [ui.TextDisplay[ui.LayoutView](shorten(sentence, SENTENCE_SHARE))]
    if channels:
        parts.append(ui.TextDisplay(" ".join(f"<#{channel}>" for channel in channels)))
    return card_view(parts)


def custom_ids_of(components: Sequence[discord.Component]) -> Iterator[str]:
    """Read the ids of the buttons and selects that a message has in rows, from top to bottom."""
    for component in components:
        if isinstance(component, discord.Container | discord.ActionRow):
            yield from custom_ids_of(component.children)
        elif isinstance(component, discord.Button | discord.SelectMenu) and component.custom_id:
            yield component.custom_id


def texts_of(components: Sequence[discord.Component]) -> Iterator[str]:
    """Read the texts of a message from top to bottom."""
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        elif isinstance(component, discord.Container):
            yield from texts_of(component.children)
