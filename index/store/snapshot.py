"""A library on disk, checked when opened; `index.store.writer` writes it.

    INDEX/CURRENT                 the name of the snapshot in use, one line
    INDEX/snapshot-DIGEST/        DIGEST is the SHA-256 of its manifest.json
        manifest.json             what it was made from, and the SHA-256 of the other files
        articles.json             the articles' texts, their sentences, and each sentence's vector ids
        vectors.faiss             the vectors by id
        sentences/, pairs/, paragraphs/     BM25 of each

    INDEX/calibration.json        see `index.store.calibration_file`

CURRENT vouches for the manifest and the manifest for the rest, so that an edit anywhere is noticed.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from index.errors import SnapshotError, SnapshotMissing, first_problem
from index.retrieval.contents import IndexContents
from index.retrieval.lexical import LexicalIndex
from index.retrieval.vectors import VectorIndex
from index.store.schema import ArticlesFile, Manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


_T = TypeVar("_T")

POINTER, MANIFEST, ARTICLES, VECTORS = "CURRENT", "manifest.json", "articles.json", "vectors.faiss"
LEXICAL = ("sentences", "pairs", "paragraphs")
PREFIX = "snapshot-"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that was read in."""

    name: str
    """Of its folder; another one's is another."""
    sources: Mapping[str, str]
    """What it was made from: for each article's name, the digest of its file, the skipped ones included."""
    contents: IndexContents


def manifest_of(index: Path) -> Manifest:
    """Read what a snapshot was made from, without checking that its files are whole.

    Raises:
        SnapshotMissing: none has been built here.
        SnapshotError: its manifest is damaged, edited, or of another version; says which.

    """
    return _undisturbed(index, lambda name: _manifest(index, name))


def check(index: Path) -> Manifest:
    """Check a snapshot down to the last byte, without reading it in.

    Raises:
        SnapshotMissing: none has been built here.
        SnapshotError: it is damaged, edited, or of another version; says which.

    """
    return _undisturbed(index, lambda name: _checked(index, name))


def open_(index: Path, *, model_digest: str | None = None) -> Snapshot:
    """Check a snapshot and read it in.

    Args:
        index: the index folder.
        model_digest: of the encoder that will ask; None accepts any.

    Raises:
        SnapshotMissing: none has been built here.
        SnapshotError: it is damaged, edited, of another version or another model; says which.

    """
    return _undisturbed(index, lambda name: _read(index, name, model_digest))


def _undisturbed(index: Path, read: Callable[[str], _T]) -> _T:
    """Read the current snapshot, and the next one if a builder replaced it meanwhile."""
    while True:
        name = pointed_at(index)
        if name is None:
            raise SnapshotMissing(f"there is no index in {index} yet: build it with `verbatim build`")
        try:
            return read(name)
        except SnapshotError:
            if name == pointed_at(index):
                raise


def _manifest(index: Path, name: str) -> Manifest:
    with _refusing(index):
        if not re.fullmatch(PREFIX + "[0-9a-f]{64}", name):
            raise ValueError(f"{POINTER} does not name a snapshot")
        content = (index / name / MANIFEST).read_bytes()
        if name != PREFIX + hashlib.sha256(content).hexdigest():
            raise ValueError(f"{MANIFEST} was changed after it was written")
        return Manifest.model_validate_json(content)


def _checked(index: Path, name: str) -> Manifest:
    manifest = _manifest(index, name)
    with _refusing(index):
        for file, expected in manifest.files.items():
            if digest(index / name / file) != expected:
                raise ValueError(f"{file} was changed or cut short after it was written")
    return manifest


def _read(index: Path, name: str, model_digest: str | None) -> Snapshot:
    manifest = _checked(index, name)
    if model_digest not in {None, manifest.model_digest}:
        raise SnapshotError(
            f"the index in {index} was built with another model ({manifest.model}): build it again"
        )
    with _refusing(index):
        records = ArticlesFile.model_validate_json((index / name / ARTICLES).read_bytes()).articles
        articles = tuple(record.article() for record in records)
        chunks = tuple(record.chunks for record in records)
        first, second, third = (LexicalIndex.read(index / name / half) for half in LEXICAL)
        contents = IndexContents(
            articles,
            chunks,
            VectorIndex.read(index / name / VECTORS),
            (first, second, third),
            manifest.aliases,
        )
    _check_sums(index, contents, manifest)
    return Snapshot(name, manifest.sources, contents)


@contextlib.contextmanager
def _refusing(index: Path) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        problem = first_problem(error)
        reason = f"is of another version ({problem.path}: {problem.message}, got {problem.got!r:.40})"
        raise SnapshotError(f"the index in {index} {reason}: build it again") from error
    except OSError as error:
        reason = f"is damaged ({Path(str(error.filename)).name}: {error.strerror})"
        raise SnapshotError(f"the index in {index} {reason}: build it again") from error
    except (RuntimeError, ValueError) as error:
        raise SnapshotError(f"the index in {index} is damaged ({error}): build it again") from error


def _check_sums(index: Path, contents: IndexContents, manifest: Manifest) -> None:
    sentences = sum(len(article.sentences) for article in contents.articles)
    paragraphs = sum(len(article.paragraphs) for article in contents.articles)
    found = (len(contents.articles), sentences, len(contents.vectors), contents.vectors.dimension)
    expected = (manifest.articles, manifest.sentences, manifest.vectors, manifest.dimension)
    words_fit = tuple(map(len, contents.lexical)) == (sentences, sentences, paragraphs)
    used = {
        identity
        for chunks in contents.chunks
        for text in (*chunks.sentences, *chunks.pairs, *chunks.paragraphs)
        for identity in text
    }
    if found != expected or not words_fit or used != set(contents.vectors.ids.tolist()):
        raise SnapshotError(
            f"the index in {index} does not add up (articles, sentences, vectors, dimension {found},"
            f" expected {expected}): build it again"
        )


def pointed_at(index: Path) -> str | None:
    """Return the name of the snapshot in use, as it stands there; None if there is none."""
    try:
        return (index / POINTER).read_text(encoding="utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
