"""The door before buttons, selects and forms: the client says whether it takes one more press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import discord


@runtime_checkable
class Admitting(Protocol):
    """A client with a limit for what people do beside asking."""

    async def admits(self, interaction: discord.Interaction) -> bool:
        """Whether one more thing is taken from a person now; if not, they are told."""


_TAKEN = "taken"


async def admitted(interaction: discord.Interaction) -> bool:
    """Take a press that somebody knows what to do with, and ask the client whether it takes one more."""
    interaction.extras[_TAKEN] = True  # before all else: discord.py lets the press run until it waits first
    client = interaction.client
    return not isinstance(client, Admitting) or await client.admits(interaction)


def was_taken(interaction: discord.Interaction) -> bool:
    """Whether anybody knew what to do with a press."""
    return _TAKEN in interaction.extras
