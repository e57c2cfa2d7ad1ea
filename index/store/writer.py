"""A snapshot is written beside the old one and swapped in by one rename; see `index.store.snapshot`."""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
from typing import TYPE_CHECKING

from filelock import FileLock

from index.files import make_folder
from index.store.refusals import refused
from index.store.schema import FORMAT, ArticlesFile, Manifest
from index.store.snapshot import ARTICLES, LEXICAL, MANIFEST, POINTER, PREFIX, VECTORS, digest, pointed_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from index.models.protocols import Encoder
    from index.retrieval.contents import IndexContents

_UNFINISHED = "unfinished-"


@contextlib.contextmanager
def building(index: Path) -> Iterator[None]:
    """Hold the index folder for one builder at a time; another one waits.

    Raises:
        SnapshotError: the folder cannot be made or written to.

    """
    try:
        make_folder(index)
        lock = FileLock(index / "LOCK")
        lock.acquire()
    except OSError as error:
        raise refused(index, error) from error
    try:
        yield
    finally:
        lock.release()


def write(
    index: Path,
    contents: IndexContents,
    *,
    encoder: Encoder,
    sources: Mapping[str, str],
    skipped: tuple[str, ...],
) -> Manifest:
    """Write a snapshot and make it the current one; whoever calls holds `building`.

    Until the last rename the old snapshot stays in use; killed at any moment, one of the two is whole.

    Raises:
        SnapshotError: the disk refused (full, read-only); the old snapshot stays in use, and nothing is left
            of the new one.

    """
    try:
        _sweep(index, keep=pointed_at(index))
        with _undoing(index):
            folder = index / f"{_UNFINISHED}{os.getpid()}"
            manifest = _write_files(folder, contents, encoder=encoder, sources=sources, skipped=skipped)
            name = PREFIX + digest(folder / MANIFEST)
            folder.rename(index / name)
            _sync(index)
            pointer = folder.with_name(folder.name + ".pointer")
            pointer.write_text(name, encoding="ascii")
            _sync(pointer)
            pointer.replace(index / POINTER)
            _sync(index)
        _sweep(index, keep=name)
    except OSError as error:
        raise refused(index, error, least=contents.vectors.size) from error
    return manifest


def _write_files(
    folder: Path,
    contents: IndexContents,
    *,
    encoder: Encoder,
    sources: Mapping[str, str],
    skipped: tuple[str, ...],
) -> Manifest:
    folder.mkdir()
    contents.vectors.write(folder / VECTORS)
    for name, half in zip(LEXICAL, contents.lexical, strict=True):
        half.write(folder / name)
    articles = ArticlesFile.of(contents.articles, contents.chunks)
    (folder / ARTICLES).write_text(articles.model_dump_json(), encoding="utf-8")
    manifest = Manifest(
        format=FORMAT,
        created=datetime.datetime.now(datetime.UTC),
        model=encoder.name,
        model_digest=encoder.digest,
        dimension=contents.vectors.dimension,
        sources=dict(sources),
        skipped=skipped,
        aliases=dict(contents.aliases),
        articles=len(contents.articles),
        sentences=sum(len(article.sentences) for article in contents.articles),
        vectors=len(contents.vectors),
        files={str(path.relative_to(folder)): digest(path) for path in _files(folder)},
    )
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=2), encoding="utf-8")
    for path in (*folder.rglob("*"), folder):
        _sync(path)
    return manifest


@contextlib.contextmanager
def _undoing(index: Path) -> Iterator[None]:
    """Where a snapshot is not finished, remove what there is of it; what cannot be is for the next build."""
    before = pointed_at(index)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            if pointed_at(index) == before:
                _sweep(index, keep=before)
        raise


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _sweep(index: Path, keep: str | None) -> None:
    """Remove what killed builds left and what is no longer pointed at."""
    for path in index.iterdir():
        if path.name.startswith((PREFIX, _UNFINISHED)) and path.name != keep:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _sync(path: Path) -> None:
    """Make a file, or the names in a folder, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
