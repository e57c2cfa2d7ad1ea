"""The door before buttons and selects: the client says whether it takes one more press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import discord


@runtime_checkable
class Admitting(Protocol):
    """A client with a limit for what people do beside asking."""

    async def admits(self, interaction: discord.Interaction) -> bool:
        """Whether one more thing is taken from a person now; if not, they are told."""


async def admitted(interaction: discord.Interaction) -> bool:
    """Ask the client whether it takes one more press."""
    client = interaction.client
    return not isinstance(client, Admitting) or await client.admits(interaction)
