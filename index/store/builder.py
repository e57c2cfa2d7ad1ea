"""Articles, or a folder of them, -> index folder, embedding only what is new."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from index.errors import ArticleError, SnapshotError, SnapshotMissing
from index.retrieval.contents import ChunkVectors, IndexContents
from index.retrieval.lexical import LexicalIndex
from index.retrieval.vectors import VectorIndex
from index.store import snapshot, writer
from index.text import articles as files
from index.text.aliases import parse_aliases
from index.text.chunking import chunks_of
from index.text.folder import sources_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from index.models.protocols import Encoder
    from index.store.vector_cache import VectorCache
    from index.text.chunking import Chunks
    from index.text.formats.types import Oddity
    from index.types import Article, Vectors

DEFAULT_MAX_BYTES = 10 * 2**20
_TOGETHER = 128
"""Texts embedded between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    sentences: int
    embedded: int
    """Vectors computed now; the others were in the index before, or in the cache."""
    skipped: Mapping[str, ArticleError]
    """Why what was left out was, by its name."""
    refused: SnapshotError | None
    """Why the index that was there could not be used, if one was there and could not."""
    oddities: Mapping[str, tuple[Oddity, ...]] = field(default_factory=dict)
    """What is odd about files that were read all the same, by their names."""


def build(
    folder: Path,
    index: Path,
    *,
    encoder: Encoder,
    keep_going: bool = False,
    max_bytes: int = DEFAULT_MAX_BYTES,
    cache: VectorCache | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Build the index of an articles folder; a sentence that the old index holds is not embedded again.

    Args:
        folder: the articles.
        index: the folder that keeps the index.
        encoder: what embeds the sentences.
        keep_going: leave out articles that cannot be read instead of stopping.
        max_bytes: the largest article that is read.
        cache: where vectors are looked for, and kept as soon as they are computed.
        progress: called with (texts embedded, texts to embed).

    Raises:
        ArticleError: an article cannot be read, or there is none; the old index stays as it was.
        SnapshotError: the index cannot be written; the old index stays as it was.

    """
    sources, articles, aliases, problems = {}, [], dict[str, str](), {}
    oddities: dict[str, tuple[Oddity, ...]] = {}
    for source in sources_in(folder, max_bytes=max_bytes):
        sources[source.name] = source.digest
        try:
            if source.name == files.ALIASES:
                aliases.update(parse_aliases(source))
            else:
                parsed = files.read(source)
                articles.append(parsed.article)
                oddities[source.name] = parsed.oddities
        except ArticleError as error:
            problems[source.name] = error
    if problems and not (keep_going and articles):
        raise ArticleError("; ".join(map(str, problems.values())))
    report = build_articles(
        articles,
        index,
        encoder=encoder,
        sources=sources,
        skipped=problems,
        aliases=aliases,
        cache=cache,
        progress=progress,
    )
    return replace(report, oddities=oddities)


def build_articles(
    articles: Sequence[Article],
    index: Path,
    *,
    encoder: Encoder,
    sources: Mapping[str, str],
    skipped: Mapping[str, ArticleError] | None = None,
    aliases: Mapping[str, str] | None = None,
    cache: VectorCache | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Build the index of articles; what the old index or the cache holds is not embedded again.

    Args:
        articles: of different names, at least one.
        index: the folder that keeps the index.
        encoder: what embeds the sentences.
        sources: for each name, the digest of what the article was made from, the skipped ones included.
        skipped: why what was left out was.
        aliases: words of questions, and what they mean.
        cache: where vectors are looked for, and kept as soon as they are computed.
        progress: called with (texts embedded, texts to embed).

    Raises:
        ArticleError: there is no article, or two have the same name.
        SnapshotError: the index cannot be written; the old index stays as it was.

    """
    names = Counter(article.name for article in articles)
    if len(names) < len(articles) or not names:
        name, count = names.most_common(1)[0] if names else ("", 0)
        what = f"{count} articles are named {name}" if names else "there is no article"
        raise ArticleError(f"{what}: an index needs at least one, each with a name of its own")
    problems = skipped or {}
    with writer.building(index):
        old, refused = _old(index, encoder)
        chunks = [chunks_of(article) for article in articles]
        texts: dict[int, str] = {}
        ids = tuple(_ids(of_article, encoder, texts) for of_article in chunks)
        vectors, embedded = _vectors(texts, encoder, old, cache, progress)
        store = VectorIndex.of(list(texts), vectors)
        contents = IndexContents(tuple(articles), ids, store, _lexical(chunks), aliases or {})
        manifest = writer.write(index, contents, encoder=encoder, sources=sources, skipped=tuple(problems))
    return Report(
        articles=manifest.articles,
        sentences=manifest.sentences,
        embedded=embedded,
        skipped=problems,
        refused=refused,
    )


def _old(index: Path, encoder: Encoder) -> tuple[IndexContents | None, SnapshotError | None]:
    try:
        return snapshot.open_(index, model_digest=encoder.digest).contents, None
    except SnapshotMissing:
        return None, None
    except SnapshotError as error:
        return None, error


def _vectors(
    texts: Mapping[int, str],
    encoder: Encoder,
    old: IndexContents | None,
    cache: VectorCache | None,
    progress: Callable[[int, int], None] | None,
) -> tuple[Vectors, int]:
    """Find each text's vector, or compute it; return them in order, and how many were computed."""
    vectors = np.empty((len(texts), encoder.dimension), dtype=np.float32)
    rows = {identity: row for row, identity in enumerate(texts)}
    held: set[int] = set()
    if old:
        held = set(old.vectors.ids.tolist()) & texts.keys()
        for identity in held:
            vectors[rows[identity]] = old.vectors.vector(identity)
    found = cache.find(encoder.digest, texts.keys() - held) if cache else {}
    for identity, vector in found.items():
        vectors[rows[identity]] = vector
    new = [identity for identity in texts if identity not in held and identity not in found]
    if progress and new:
        progress(0, len(new))
    for start in range(0, len(new), _TOGETHER):
        some = new[start : start + _TOGETHER]
        computed = encoder.encode([texts[identity] for identity in some])
        vectors[[rows[identity] for identity in some]] = computed
        if cache:
            cache.keep(encoder.digest, some, computed)
        if progress:
            progress(start + len(some), len(new))
    return vectors, len(new)


def _ids(chunks: Chunks, encoder: Encoder, texts: dict[int, str]) -> ChunkVectors:
    """Cut an article's texts into windows, by their ids, and put the windows into `texts`."""

    def ids(text: str) -> tuple[int, ...]:
        windows = {_identity(window): window for window in encoder.windows(text)}
        texts.update(windows)
        return tuple(windows)

    return ChunkVectors(
        sentences=tuple(map(ids, chunks.sentences)),
        pairs=tuple(map(ids, chunks.pairs)),
        paragraphs=tuple(map(ids, chunks.paragraphs)),
    )


def _lexical(articles: Sequence[Chunks]) -> tuple[LexicalIndex, LexicalIndex, LexicalIndex]:
    return (
        LexicalIndex.of([text for chunks in articles for text in chunks.sentences]),
        LexicalIndex.of([text for chunks in articles for text in chunks.pairs]),
        LexicalIndex.of([text for chunks in articles for text in chunks.paragraphs]),
    )


def _identity(text: str) -> int:
    """Give a text an id by its content, so that it keeps its vector wherever it moves: 63 bits, positive."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) >> 1
