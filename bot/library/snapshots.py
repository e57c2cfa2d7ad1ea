"""Where libraries come from: the models, the index of the host's folder, and one folder for each server's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import Library, Part, SnapshotMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from index import Models


class IndexSnapshots:
    """Opens indexes on disk, under models that are loaded once.

    Args:
        load: loads the models.
        shared: the index of the host's folder.
        folder: holds a folder for each server, by its id.

    """

    def __init__(self, load: Callable[[], Models], *, shared: Path, folder: Path) -> None:
        self._load = load
        self._shared = shared
        self._folder = folder
        self._models: Models | None = None

    def load(self) -> None:
        """Load the models.

        Raises:
            ModelError: one cannot be loaded.

        """
        self._models = self._load()

    def open(self, server: int | None) -> Part | None:
        """Open the index of a server, or of the host's folder; None if that server has none yet.

        Raises:
            SnapshotError: it cannot be used.

        """
        index = self._shared if server is None else self.place_of(server)
        try:
            return Part.open(index, model_digest=self.models.encoder.digest)
        except SnapshotMissing:
            if server is None:
                raise
            return None

    def join(self, parts: Sequence[Part]) -> Library:
        """Make one library of parts."""
        return Library(parts, self.models)

    def place_of(self, server: int) -> Path:
        """Return where a server's index is."""
        return self._folder / str(server)

    @property
    def models(self) -> Models:
        """The models; they have to be loaded."""
        if self._models is None:
            raise ValueError("expected the models to be loaded before libraries are opened")
        return self._models
