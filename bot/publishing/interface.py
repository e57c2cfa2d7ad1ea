"""What whoever waits for a server's library needs to know of its publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.publishing.problems import LibraryProblem
    from bot.publishing.publisher import Progress


class Publishing(Protocol):
    """What hears by itself that a library is to be built; see `Publisher`."""

    def progress(self, server: int) -> Progress | None:
        """Say how far a server's library is; None where there is nothing to do."""

    def problem(self, server: int) -> LibraryProblem | None:
        """Say why a server's library is not what it should be; None if it is."""

    async def wait(self, server: int) -> None:
        """Wait until a server's library is what it should be, or cannot be for now; may be cancelled."""
