"""The libraries of a bot that has only one, which a test gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.catalog import ArticleCatalog
from bot.library.interface import Held

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.library.interface import Answering, Selection


class SharedLibrary:
    """One library, whatever is selected; `load` loads it, and may take long."""

    def __init__(self, load: Callable[[], Answering]) -> None:
        self._load = load
        self._held: Held | None = None

    def load(self) -> None:
        """Load it, and find names and phrases, a second for each MiB, before the first look-up wants them."""
        library = self._load()
        library.phrases("", limit=1, articles=None)
        self._held = Held(library, ArticleCatalog(library.articles))

    def open(self, _: Selection) -> Held:
        """Return it."""
        if self._held is None:
            self.load()
        assert self._held is not None
        return self._held

    def held(self, _: Selection) -> Held | None:
        """Return it once it is loaded."""
        return self._held

    def renew(self, _: int | None) -> None:
        """Load it again."""
        self.load()
