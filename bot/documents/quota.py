"""How much a server may have, and what its managers are told where it would be more."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import FullError, RefusedError
from bot.state.catalog.entries import Amount, CatalogRefusal, exceeded

MIB = 2**20
USUAL = Amount(documents=100, size=50 * MIB, sentences=20_000)
FILE_SIZE = 10 * MIB


@dataclass(frozen=True, slots=True)
class Quota:
    """What the operator lets each server have."""

    most: Amount = USUAL
    file_size: int = FILE_SIZE
    """Bytes of one file."""

    def check_file(self, name: str, size: int) -> None:
        """Check that a file is not too large.

        Raises:
            RefusedError: it is.

        """
        if size > self.file_size:
            mebibytes, limit = -(-size // MIB), self.file_size // MIB
            raise RefusedError("document-too-large", name=name, mebibytes=mebibytes, limit=limit)

    def check(self, before: Amount, after: Amount) -> None:
        """Check what a change would make of a server's documents; errors as from `accept`."""
        self.accept(exceeded(before, after, self.most))

    def accept(self, refusal: CatalogRefusal | None) -> None:
        """Go on where the catalogue took a change.

        Raises:
            FullError: the server has no room for more.
            RefusedError: it did not; says why, and what to do.

        """
        match refusal:
            case None:
                return
            case CatalogRefusal.DOCUMENTS:
                raise FullError("library-documents-full", limit=self.most.documents)
            case CatalogRefusal.SIZE:
                raise FullError("library-size-full", limit=self.most.size // MIB)
            case CatalogRefusal.SENTENCES:
                raise FullError("library-sentences-full", limit=self.most.sentences)
            case CatalogRefusal.GONE:
                raise RefusedError("document-gone")
            case CatalogRefusal.CHANGED:
                raise RefusedError("document-changed")
