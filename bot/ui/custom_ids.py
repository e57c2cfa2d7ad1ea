"""What a press says <-> the `custom_id` of its button: ids and numbers with colons between, never text.

Discord keeps a `custom_id` of up to 100 characters with each button, and sends it with each press. So a
button works for as long as its message is there, whatever was restarted in between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

import discord
from discord import ui

from bot.ui.admission import admitted

if TYPE_CHECKING:
    import enum
    from collections.abc import Callable

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part(Generic[_T]):
    """One value of a `custom_id`: how it is written and read, and what it looks like."""

    pattern: str
    write: Callable[[_T], str]
    read: Callable[[str], _T]


def choice(kind: type[enum.StrEnum]) -> Part[Any]:
    """Take one of an enum's values."""
    return Part("|".join(kind), str, kind)


def number(digits: int) -> Part[int]:
    """Take a number from 0 of at most so many decimal digits."""
    return Part(f"[0-9]{{1,{digits}}}", str, int)


def hexadecimal() -> Part[int]:
    """Take a number from 0 of at most 63 bits, as databases' integers have a sign."""
    return Part("[0-7]?[0-9a-f]{1,15}", lambda value: f"{value:x}", lambda text: int(text, 16))


def key() -> Part[str]:
    """Take at most 16 hexadecimal digits that name something, or none."""
    return Part("[0-9a-f]{0,16}", str, str)


def flag() -> Part[bool]:
    """Take yes or no."""
    return Part("[01]", lambda value: f"{value:d}", lambda text: text == "1")


class CustomId:
    """The form of a kind of `custom_id`: a prefix, which no other kind has, and its parts."""

    def __init__(self, prefix: str, *parts: Part[Any]) -> None:
        self._prefix = prefix
        self._parts = parts
        self.template = re.compile(":".join([prefix, *(f"({part.pattern})" for part in parts)]))

    def write(self, *values: object) -> str:
        """Write a value for each part."""
        written = (part.write(value) for part, value in zip(self._parts, values, strict=True))
        return ":".join([self._prefix, *written])

    def read(self, found: re.Match[str]) -> tuple[Any, ...]:
        """Read the values from a match of the template."""
        return tuple(part.read(text) for part, text in zip(self._parts, found.groups(), strict=True))


class Press(Protocol):
    """What a press of a button says."""

    @property
    def custom_id(self) -> str:
        """The form that Discord keeps."""

    @classmethod
    def read(cls, found: re.Match[str]) -> Self:
        """Read it back."""


_P = TypeVar("_P", bound=Press)


class PressButton(ui.DynamicItem[ui.Button[ui.LayoutView]], Generic[_P], template="(?!)"):
    """A button that says a press: that it was pressed is an event, for the cog that listens.

    Each kind is told, where its class is made, what its `custom_id` looks like, which press it says, and the
    name of its event (`on_...` listens to it).
    """

    _press: type[Press]
    _event: str

    def __init_subclass__(cls, *, template: str | re.Pattern[str], press: type[Press], event: str) -> None:
        super().__init_subclass__(template=template)
        cls._press, cls._event = press, event

    def __init__(
        self,
        press: _P,
        *,
        label: str | None = None,
        emoji: str | None = None,
        disabled: bool = False,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(
            ui.Button(style=style, label=label, emoji=emoji, custom_id=press.custom_id, disabled=disabled)
        )
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, __: ui.Item[ui.LayoutView], found: re.Match[str]
    ) -> Self:
        """Make the button again from what Discord kept of it."""
        return cls(cls._press.read(found))  # type: ignore[arg-type] # a kind's press is its parameter

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Take so many presses of a person as the client admits."""
        return await admitted(interaction)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Dispatch the press."""
        interaction.client.dispatch(self._event, interaction, self.press)
