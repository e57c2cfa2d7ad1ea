"""What somebody may read in a place: the one answer to it, which every way to an article goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.interface import SHARED

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.access.origin import Origin
    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Selection
    from bot.state.records import ServerSettings


@dataclass(frozen=True, slots=True)
class Reach:
    """A person in a place, with what the server's managers chose."""

    origin: Origin
    settings: ServerSettings

    @property
    def lane(self) -> Hashable:
        """Whom what is computed counts for."""
        return self.origin.lane

    @property
    def selection(self) -> Selection:
        """Which libraries answer."""
        return SHARED

    def within(self, catalog: ArticleCatalog) -> ArticleCatalog:
        """Leave out of a library what may not be read here."""
        # Articles that the server chose and that have gone leave it the others, and all if none is left.
        chosen = self.settings.articles & {article.name for article in catalog.articles}
        return catalog.within(lambda article: article.name in chosen) if chosen else catalog
