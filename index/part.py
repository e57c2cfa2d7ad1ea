"""A part of a library: an index that was opened, with all that is made of it once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from index.lookup.exact import FoldedArticle
from index.lookup.suggestions import Phrases
from index.query.spelling import Vocabulary
from index.retrieval.scope import Scope
from index.retrieval.search import SearchIndex
from index.store import snapshot
from index.text import english
from index.text.windows import windows_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from index.store.snapshot import Snapshot
    from index.text.windows import Window
    from index.types import Article


_SENTENCE_BYTES, _CHARACTER_BYTES, _WORD_BYTES = 400, 15, 260
"""What is held for each; of seven texts, tracemalloc counted 11 % less to 12 % more than these."""


class Part:
    """Articles with their index, to be shared by libraries; safe to use from several threads."""

    def __init__(self, opened: Snapshot) -> None:
        contents = opened.contents
        self.snapshot = opened.name
        """Names what was opened: it changes with every build."""
        self.sources: Mapping[str, str] = opened.sources
        """For each name, the digest of what the article was made from; also of what was left out."""
        self.articles: tuple[Article, ...] = contents.articles
        self.scope = Scope.of(contents.articles)
        """All sentences."""
        self.index = SearchIndex.of(contents)
        self.aliases: Mapping[str, str] = contents.aliases
        """Words of questions, and what they mean."""
        self.vocabulary = Vocabulary.of(
            article.text for article in contents.articles if article.language == english.CODE
        )
        self._windows: dict[str, tuple[Window, ...]] = {}

    @classmethod
    def open(cls, index: Path, *, model_digest: str | None = None) -> Part:
        """Open the index in a folder; its vectors are mapped into memory, and shared with who else does.

        Args:
            index: the folder.
            model_digest: of the encoder that will ask; None accepts any.

        Raises:
            SnapshotMissing: there is none.
            SnapshotError: it is damaged, or of another version or model.

        """
        return cls(snapshot.open_(index, model_digest=model_digest))

    @functools.cached_property
    def size(self) -> int:
        """Bytes that it takes in memory, roughly, when all of it has been used; mapped vectors take none."""
        characters = sum(len(article.text) for article in self.articles)
        words = len(self.vocabulary.words) + sum(half.vocabulary_size for half in self.index.lexical)
        held = len(self.scope.texts) * _SENTENCE_BYTES
        return held + characters * _CHARACTER_BYTES + words * _WORD_BYTES

    def windows(self, article: Article) -> tuple[Window, ...]:
        """Cut one of its articles into what a reader reads at a time, places counted in the article."""
        if article.name not in self._windows:
            self._windows[article.name] = windows_of(article)
        return self._windows[article.name]

    @functools.cached_property
    def folded(self) -> dict[str, FoldedArticle]:
        """Its articles, ready to be looked up in, by their names."""
        return {article.name: FoldedArticle.of(article) for article in self.articles}

    @functools.cached_property
    def phrases(self) -> Phrases:
        """Names and phrases of its articles, to complete what is typed."""
        return Phrases(self.folded)
