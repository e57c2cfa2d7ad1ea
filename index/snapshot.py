"""A library on disk: written beside the old one, swapped in by one rename, checked when opened.

    INDEX/CURRENT                 the name of the snapshot in use, one line
    INDEX/snapshot-DIGEST/        DIGEST is the SHA-256 of its manifest.json
        manifest.json             what it was made from, and the SHA-256 of the other files
        articles.json             the articles' texts, their sentences, and each sentence's vector ids
        vectors.faiss             the vectors by id
        sentences/, pairs/, paragraphs/     BM25 of each

CURRENT vouches for the manifest and the manifest for the rest, so that an edit anywhere is noticed.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from filelock import FileLock
from pydantic import ValidationError

from index.errors import SnapshotError, SnapshotMissing
from index.lexical import LexicalIndex
from index.records import FORMAT, Manifest, Shelf, Windows
from index.vectors import VectorIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from index.types import Article

_T = TypeVar("_T")

_POINTER, _MANIFEST, _ARTICLES, _VECTORS = "CURRENT", "manifest.json", "articles.json", "vectors.faiss"
_LEXICAL = ("sentences", "pairs", "paragraphs")
_PREFIX, _UNFINISHED = "snapshot-", "unfinished-"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a snapshot holds."""

    articles: tuple[Article, ...]
    windows: tuple[Windows, ...]
    """One for each article."""
    vectors: VectorIndex
    lexical: tuple[LexicalIndex, LexicalIndex, LexicalIndex]
    """Of all sentences, pairs and paragraphs, in reading order."""


@contextlib.contextmanager
def building(index: Path) -> Iterator[None]:
    """Hold the index folder for one builder at a time; another one waits.

    Raises:
        SnapshotError: the folder cannot be made or written to.

    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(index / "LOCK")
        lock.acquire()
    except OSError as error:
        reason = error.strerror or error
        raise SnapshotError(f"the index folder {index} cannot be written to: {reason}") from error
    try:
        yield
    finally:
        lock.release()


def write(
    index: Path,
    contents: Contents,
    *,
    model: str,
    model_digest: str,
    sources: Mapping[str, str],
    skipped: tuple[str, ...],
) -> Manifest:
    """Write a snapshot and make it the current one; whoever calls holds `building`.

    Until the last rename the old snapshot stays in use; killed at any moment, one of the two is whole.

    Raises:
        SnapshotError: the disk refused (full, read-only); the old snapshot stays in use.

    """
    try:
        _sweep(index, keep=_pointed_at(index))
        folder = index / f"{_UNFINISHED}{os.getpid()}"
        folder.mkdir()
        contents.vectors.write(folder / _VECTORS)
        for name, half in zip(_LEXICAL, contents.lexical, strict=True):
            half.write(folder / name)
        shelf = Shelf.of(contents.articles, contents.windows)
        (folder / _ARTICLES).write_text(shelf.model_dump_json(), encoding="utf-8")
        manifest = Manifest(
            format=FORMAT,
            created=datetime.datetime.now(datetime.UTC),
            model=model,
            model_digest=model_digest,
            dimension=contents.vectors.dimension,
            sources=dict(sources),
            skipped=skipped,
            articles=len(contents.articles),
            sentences=sum(len(article.sentences) for article in contents.articles),
            vectors=len(contents.vectors),
            files={str(path.relative_to(folder)): _digest(path) for path in _files(folder)},
        )
        (folder / _MANIFEST).write_text(manifest.model_dump_json(indent=2), encoding="utf-8")
        for path in (*folder.rglob("*"), folder):
            _sync(path)
        name = _PREFIX + _digest(folder / _MANIFEST)
        folder.rename(index / name)
        _sync(index)
        pointer = folder.with_name(folder.name + ".pointer")
        pointer.write_text(name, encoding="ascii")
        _sync(pointer)
        pointer.replace(index / _POINTER)
        _sync(index)
        _sweep(index, keep=name)
    except OSError as error:
        raise SnapshotError(f"the index in {index} cannot be written: {error.strerror or error}") from error
    return manifest


def check(index: Path) -> Manifest:
    """Check a snapshot down to the last byte, without reading it in.

    Raises:
        SnapshotMissing: none has been built here.
        SnapshotError: it is damaged, edited, or of another version; says which.

    """
    return _undisturbed(index, lambda name: _checked(index, name))


def open_(index: Path, *, model_digest: str | None = None) -> Contents:
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
        name = _pointed_at(index)
        if name is None:
            raise SnapshotMissing(f"there is no index in {index} yet: build it with `verbatim build`")
        try:
            return read(name)
        except SnapshotError:
            if name == _pointed_at(index):
                raise


def _checked(index: Path, name: str) -> Manifest:
    with _refusing(index):
        if not re.fullmatch(_PREFIX + "[0-9a-f]{64}", name):
            raise ValueError(f"{_POINTER} does not name a snapshot")
        content = (index / name / _MANIFEST).read_bytes()
        if name != _PREFIX + hashlib.sha256(content).hexdigest():
            raise ValueError(f"{_MANIFEST} was changed after it was written")
        manifest = Manifest.model_validate_json(content)
        for file, digest in manifest.files.items():
            if _digest(index / name / file) != digest:
                raise ValueError(f"{file} was changed or cut short after it was written")
    return manifest


def _read(index: Path, name: str, model_digest: str | None) -> Contents:
    manifest = _checked(index, name)
    if model_digest not in {None, manifest.model_digest}:
        raise SnapshotError(
            f"the index in {index} was built with another model ({manifest.model}): build it again"
        )
    with _refusing(index):
        records = Shelf.model_validate_json((index / name / _ARTICLES).read_bytes()).articles
        articles = tuple(record.article() for record in records)
        windows = tuple(record.windows for record in records)
        sizes = [
            sum(len(own.sentences) for own in windows),
            sum(len(own.pairs) for own in windows),
            sum(len(own.paragraphs) for own in windows),
        ]
        first, second, third = (
            LexicalIndex.read(index / name / half, size=size)
            for half, size in zip(_LEXICAL, sizes, strict=True)
        )
        contents = Contents(
            articles,
            windows,
            VectorIndex.read(index / name / _VECTORS),
            (first, second, third),
        )
    _check_sums(index, contents, manifest)
    return contents


@contextlib.contextmanager
def _refusing(index: Path) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        reason = f"is of another version ({field}: {first['msg']}, got {first['input']!r:.40})"
        raise SnapshotError(f"the index in {index} {reason}: build it again") from error
    except OSError as error:
        reason = f"is damaged ({Path(str(error.filename)).name}: {error.strerror})"
        raise SnapshotError(f"the index in {index} {reason}: build it again") from error
    except (RuntimeError, ValueError) as error:
        raise SnapshotError(f"the index in {index} is damaged ({error}): build it again") from error


def _check_sums(index: Path, contents: Contents, manifest: Manifest) -> None:
    found = (
        len(contents.articles),
        sum(len(article.sentences) for article in contents.articles),
        len(contents.vectors),
        contents.vectors.dimension,
    )
    expected = (manifest.articles, manifest.sentences, manifest.vectors, manifest.dimension)
    used = {
        identity
        for windows in contents.windows
        for text in (*windows.sentences, *windows.pairs, *windows.paragraphs)
        for identity in text
    }
    if found != expected or used != set(contents.vectors.ids.tolist()):
        raise SnapshotError(
            f"the index in {index} does not add up (articles, sentences, vectors, dimension {found},"
            f" expected {expected}): build it again"
        )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _pointed_at(index: Path) -> str | None:
    try:
        return (index / _POINTER).read_text(encoding="utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _sweep(index: Path, keep: str | None) -> None:
    """Remove what killed builds left and what is no longer pointed at."""
    for path in index.iterdir():
        if path.name.startswith((_PREFIX, _UNFINISHED)) and path.name != keep:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Make a file, or the names in a folder, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
