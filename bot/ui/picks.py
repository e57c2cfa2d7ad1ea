"""What somebody chose in a select, as the difference to what it showed. Pure.

Only the difference is applied to what is stored by then: what another manager has chosen meanwhile stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.ui.markdown import signs, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ui.layout import Item

MOST_CHOSEN = 25
"""How many can be chosen in a select; Discord's limit."""
OPTION_SHARE = 100
"""Of an option, in UTF-16 units; Discord's limit."""
CHANNEL_TYPES = [
    *(discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum),
    *(discord.ChannelType.voice, discord.ChannelType.stage_voice, discord.ChannelType.category),
]
"""Where people write; threads and posts count with their channel."""


@dataclass(frozen=True, slots=True)
class Pick:
    """What a select showed as chosen, and what was chosen then; ids, or keys of articles."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()

    @property
    def removed(self) -> frozenset[str]:
        """What was chosen before only."""
        return self.before - self.after

    @property
    def added(self) -> frozenset[str]:
        """What was not chosen before."""
        return self.after - self.before

    def applied(self, chosen: frozenset[int] | None, there: Iterable[int]) -> frozenset[int] | None:
        """Change what is chosen; what was deleted goes, and choosing nothing allows everything."""
        removed, added = (frozenset(map(int, ids)) for ids in (self.removed, self.added))
        return ((chosen or frozenset()) & frozenset(there)) - removed | added or None


def option_text(text: str, limit: int = OPTION_SHARE) -> str:
    """Put a text on one line, without hidden signs, within `limit` UTF-16 units; options have no format."""
    seen = (sign[-1:] for sign in signs(text))
    line = " ".join("".join(seen).split())
    if width(line) <= limit:
        return line
    line = line[: limit - 1]
    while width(line) >= limit:
        line = line[:-1]
    return f"{line.rstrip()}…"


def picked(item: Item) -> Pick:
    """Read from a select what it showed as chosen, and what was chosen."""
    match item:
        case ui.Select():
            shown = frozenset(option.value for option in item.options if option.default)
            return Pick(shown, frozenset(item.values))
        case ui.ChannelSelect() | ui.RoleSelect():
            shown = frozenset(str(default.id) for default in item.default_values)
            return Pick(shown, frozenset(str(chosen.id) for chosen in item.values))
        case _:
            return Pick()


def channel_select(
    chosen: frozenset[int] | None, there: frozenset[int], *, custom_id: str, placeholder: str
) -> ui.ChannelSelect[ui.LayoutView]:
    """Make a select of channels, with those marked that are chosen and still there."""
    return ui.ChannelSelect(
        custom_id=custom_id,
        channel_types=CHANNEL_TYPES,
        placeholder=placeholder,
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=_defaults(chosen, there, discord.SelectDefaultValueType.channel),
    )


def role_select(
    chosen: frozenset[int] | None, there: frozenset[int], *, custom_id: str, placeholder: str
) -> ui.RoleSelect[ui.LayoutView]:
    """Make a select of roles, likewise."""
    return ui.RoleSelect(
        custom_id=custom_id,
        placeholder=placeholder,
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=_defaults(chosen, there, discord.SelectDefaultValueType.role),
    )


def _defaults(
    chosen: frozenset[int] | None, there: frozenset[int], kind: discord.SelectDefaultValueType
) -> list[discord.SelectDefaultValue]:
    shown = sorted((chosen or frozenset()) & there)[:MOST_CHOSEN]
    return [discord.SelectDefaultValue(id=each, type=kind) for each in shown]
