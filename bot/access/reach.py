"""What somebody may read in a place: the one answer to it, which every way to an article goes by."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.library.interface import SHARED, Selection
from bot.state.records import LibraryChoice

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from bot.access.origin import Origin
    from bot.library.catalog import ArticleCatalog
    from bot.state.catalog.entries import CatalogEntry
    from bot.state.records import ServerSettings
    from index import Answer, Article


@dataclass(frozen=True, slots=True)
class SharedWith:
    """Where the library of the host's folder may answer."""

    servers: frozenset[int] | None = None
    """None is everywhere. A direct message is in no server, and may have it where any server may."""

    def includes(self, server: int | None) -> bool:
        """Whether it may answer in a server, or in a direct message, None."""
        if self.servers is None:
            return True
        return bool(self.servers) if server is None else server in self.servers


@dataclass(frozen=True)
class Reach:
    """A person in a place, with what the server's managers chose."""

    origin: Origin
    settings: ServerSettings
    entries: tuple[CatalogEntry, ...] = ()
    """The documents of the server's own library; none where the bot is not a member."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """What words of questions mean here, as the server's managers say."""
    host: bool = True
    """Whether the library of the host's folder may answer here."""
    aloud: bool = False
    """Whether others read the answer, too."""

    @property
    def server(self) -> int | None:
        """Whose own documents and chosen answers it has; None where the bot is not a member."""
        return None if self.origin.brought else self.origin.server

    @property
    def lane(self) -> Hashable:
        """Whom what is computed counts for."""
        return self.origin.lane

    @property
    def selection(self) -> Selection:
        """Which libraries answer."""
        return Selection(self.origin.server, shared=self._shared) if self._own else SHARED

    @property
    def discreet(self) -> bool:
        """Whether it holds what is for certain roles alone, and so only for answers that nobody else sees."""
        return any(_is_discreet(entry) for entry in self._own.values())

    def within(self, catalog: ArticleCatalog) -> ArticleCatalog:
        """Leave out of a library what may not be read here."""
        # Articles that the server chose and that have gone leave it the others, and all if none is left.
        chosen = self.settings.articles & {article.name for article in catalog.articles}

        def keep(article: Article) -> bool:
            if is_of_a_server(article.name):
                return article.name in self._own
            return self._shared and (not chosen or article.name in chosen)

        return catalog.within(keep)

    def may_share(self, answer: Answer) -> bool:
        """Whether everybody here may read an answer."""
        named = {each.article.name for quote in answer.quotes for each in (quote, *quote.also)}
        return not any(_is_discreet(self._own[name]) for name in named & self._own.keys())

    @property
    def _shared(self) -> bool:
        return self.host and self.settings.libraries is not LibraryChoice.OWN

    @functools.cached_property
    def _own(self) -> dict[str, CatalogEntry]:
        """The server's own documents that may be read, by the names of their articles."""
        if self.settings.libraries is LibraryChoice.SHARED:
            return {}
        return {entry.article_name: entry for entry in self.entries if self._may_read(entry)}

    def _may_read(self, entry: CatalogEntry) -> bool:
        here = entry.channels is None or entry.channels & {self.origin.channel, *self.origin.above}
        theirs = entry.roles is None or entry.roles & self.origin.roles
        return bool(here and theirs and not (self.aloud and _is_discreet(entry)))


def _is_discreet(entry: CatalogEntry) -> bool:
    """Whether a document is for certain roles, but not in certain channels, where it may be read aloud."""
    return entry.roles is not None and entry.channels is None


def is_of_a_server(name: str) -> bool:
    """Whether an article of this name is a document of a server's, as no name of a file has a slash."""
    return "/" in name
