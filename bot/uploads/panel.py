"""A server's documents -> the panel that lists them, and the card of each. Pure.

A page of the list has at most 28 of the 40 components that Discord allows, a document's card 20.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.state.catalog.entries import Amount
from bot.state.records import LibraryChoice
from bot.ui.layout import card_view, plain, row
from bot.ui.markdown import HOLE, escape, filled, shorten
from bot.ui.picks import channel_select, role_select
from bot.uploads.alias_form import AliasesButton, AliasesPress
from bot.uploads.controls import LibraryAction, LibraryPress, button, control
from bot.uploads.lines import MIB, TITLE_SHARE, bar_line, heading, lines, mebibytes, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.i18n.words import Words
    from bot.state.catalog.entries import CatalogEntry
    from bot.ui.layout import Item
    from bot.uploads.lines import Reading

ON_A_PAGE = 5
_LISTED_SHARE, _OPENED_SHARE, _PROBLEM_SHARE = 560, 2_000, 240
"""Of what is said of a document in the list, and on its own card, and of what is wrong with the library; in
UTF-16 units, after escaping."""
_CHOICES = {
    LibraryChoice.BOTH: "library-answers-both",
    LibraryChoice.OWN: "library-answers-own",
    LibraryChoice.SHARED: "library-answers-shared",
}
_CHANNELS = "library-channels", "library-channels-gone", "button-everywhere"
_ROLES = "library-roles", "library-roles-gone", "button-everybody"
"""What a limit is called; what is said where all that was chosen is gone, and on the button then."""


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """All that is shown of a server's library."""

    entries: tuple[CatalogEntry, ...]
    most: Amount
    """What the server may have."""
    reading: Reading
    channels: frozenset[int]
    """With categories."""
    roles: frozenset[int]
    """Both are those that the server has."""
    choice: LibraryChoice | None
    """Which libraries answer; None where there is no choice, as the host shares none."""


def library_panel(facts: LibraryFacts, page: int, words: Words) -> ui.LayoutView:
    """List the documents of a page, counted from 0; the nearest page where there is no such one."""
    say, entries = words.say, facts.entries
    pages = max(1, math.ceil(len(entries) / ON_A_PAGE))
    page = min(page, pages - 1)
    parts: list[Item] = [ui.TextDisplay("\n".join(_head(facts, words)))]
    if not entries:
        parts.append(plain(say("library-empty")))
    parts += (_listed(entry, facts, page, words) for entry in entries[page * ON_A_PAGE :][:ON_A_PAGE])
    if pages > 1:
        parts += _turning(page, pages, words)
    parts.append(_for_all(page, words, empty=not entries))
    return card_view(parts, colour=None)


def document_card(entry: CatalogEntry, facts: LibraryFacts, page: int, words: Words) -> ui.LayoutView:
    """Show a document, and what can be done with it; `page` is the one of the list to go back to."""
    say = words.say

    def press(action: LibraryAction) -> LibraryPress:
        return LibraryPress(action, page, entry.id)

    about = [heading(entry), *lines(entry, facts.reading, words, there=None, share=_OPENED_SHARE)]
    buttons = row(
        button(press(LibraryAction.REPLACE), say("button-replace")),
        button(press(LibraryAction.RENAME), say("button-rename")),
        button(press(LibraryAction.REMOVE), say("button-remove"), style=discord.ButtonStyle.danger),
        button(LibraryPress(LibraryAction.PAGE, page), say("button-back")),
    )
    channels, roles = press(LibraryAction.CHANNELS), press(LibraryAction.ROLES)
    parts: list[Item] = [
        ui.TextDisplay("\n".join(about)),
        _limit(entry.channels, facts.channels, _CHANNELS, press(LibraryAction.ALL_CHANNELS), words),
        row(
            control(
                channels,
                channel_select(
                    entry.channels,
                    facts.channels,
                    custom_id=channels.custom_id,
                    placeholder=say("settings-channels-choose"),
                ),
            )
        ),
        _limit(entry.roles, facts.roles, _ROLES, press(LibraryAction.ALL_ROLES), words),
        row(
            control(
                roles,
                role_select(
                    entry.roles,
                    facts.roles,
                    custom_id=roles.custom_id,
                    placeholder=say("settings-roles-choose"),
                ),
            )
        ),
        buttons,
    ]
    return card_view(parts, colour=None)


def remove_card(entry: CatalogEntry, page: int, words: Words) -> ui.LayoutView:
    """Ask whether a document is to be removed."""
    asked = filled(words.say("library-remove-sure", title=HOLE), shorten(entry.title, TITLE_SHARE))
    sure = LibraryPress(LibraryAction.REMOVE_NOW, page, entry.id)
    return _sure_card(asked, sure, LibraryPress(LibraryAction.OPEN, page, entry.id), words)


def clear_card(count: int, page: int, words: Words) -> ui.LayoutView:
    """Ask whether all documents are to be removed."""
    asked = escape(words.say("library-clear-sure", count=count))
    back = LibraryPress(LibraryAction.PAGE, page)
    return _sure_card(asked, LibraryPress(LibraryAction.CLEAR_NOW, page), back, words)


def _sure_card(asked: str, sure: LibraryPress, back: LibraryPress, words: Words) -> ui.LayoutView:
    buttons = row(
        button(sure, words.say("button-confirm"), style=discord.ButtonStyle.danger),
        button(back, words.say("button-cancel")),
    )
    return card_view([ui.TextDisplay(asked), buttons], colour=None)


def _head(facts: LibraryFacts, words: Words) -> Iterator[str]:
    say, most, amount = words.say, facts.most, Amount.of(facts.entries)
    yield f"### {escape(say('library-title'))}"
    yield f"-# {escape(say('library-intro'))}"
    sums = (
        say("library-sum-documents", count=amount.documents, most=most.documents),
        say("library-sum-sentences", count=amount.sentences, most=most.sentences),
        say("library-sum-size", count=mebibytes(amount.size), most=most.size // MIB),
    )
    yield f"-# {escape(' · '.join(sums))}"
    if facts.choice is not None:
        yield f"-# {escape(say(_CHOICES[facts.choice]))}"
    if facts.reading.problem is not None:
        yield f"-# {shorten(problem_sentence(facts.reading.problem, words), _PROBLEM_SHARE)}"
    if facts.reading.progress is not None and facts.reading.read is None:
        yield f"-# {filled(say('library-reading', progress=HOLE), bar_line(facts.reading.progress, words))}"


def _listed(entry: CatalogEntry, facts: LibraryFacts, page: int, words: Words) -> Item:
    there = facts.channels | facts.roles
    about = [heading(entry), *lines(entry, facts.reading, words, there=there, share=_LISTED_SHARE)]
    opened = button(LibraryPress(LibraryAction.OPEN, page, entry.id), words.say("button-open-document"))
    return ui.Section("\n".join(about), accessory=opened)


def _turning(page: int, pages: int, words: Words) -> Iterator[Item]:
    yield ui.TextDisplay(f"-# {escape(words.say('library-page', page=page + 1, pages=pages))}")
    before, after = max(0, page - 1), min(pages - 1, page + 1)
    yield row(
        button(
            LibraryPress(LibraryAction.PAGE, before),
            words.say("button-previous-page"),
            disabled=before == page,
        ),
        button(
            LibraryPress(LibraryAction.PAGE, after), words.say("button-next-page"), disabled=after == page
        ),
    )


def _for_all(page: int, words: Words, *, empty: bool) -> Item:
    add = button(
        LibraryPress(LibraryAction.ADD, page), words.say("button-add"), style=discord.ButtonStyle.primary
    )
    aliases = AliasesButton(AliasesPress(page), label=words.say("button-aliases"))
    if empty:
        return row(add, aliases)
    return row(
        add,
        aliases,
        button(LibraryPress(LibraryAction.EXPORT, page), words.say("button-export-files")),
        button(
            LibraryPress(LibraryAction.CLEAR, page),
            words.say("button-remove-all"),
            style=discord.ButtonStyle.danger,
        ),
    )


def _limit(
    chosen: frozenset[int] | None,
    there: frozenset[int],
    keys: tuple[str, str, str],
    everything: LibraryPress,
    words: Words,
) -> Item:
    """Say what a select limits, with a way out where all that was chosen is gone.

    Then only a button takes the limit away, as a select that is empty cannot be emptied.
    """
    about, gone, label = map(words.say, keys)
    if chosen is None or chosen & there:
        return ui.TextDisplay(f"**{escape(about)}**")
    return ui.Section(f"**{escape(about)}**\n-# {escape(gone)}", accessory=button(everything, label))
