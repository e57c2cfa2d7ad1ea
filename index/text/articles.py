"""A file of the articles folder, with its sidecar, -> Article. Text from outside is checked here."""

from __future__ import annotations

import datetime
import hashlib
import os
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError

from index.errors import ArticleError, first_problem
from index.files import read_regular
from index.text import parsing
from index.text.extraction.extracting import extract
from index.text.formats.detection import SUFFIXES
from index.text.parsing import About, Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.types import Article

ALIASES = "aliases.toml"
"""No sidecar, but what words mean in all articles of the folder: see `index.text.aliases`."""
_MAX_SIDECAR = 64 * 2**10


class Sidecar(BaseModel):
    """What `NAME.toml` may say about the article beside it, such as `NAME.txt`."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str | None = Field(None, min_length=1, max_length=200)
    url: HttpUrl | None = None
    published: datetime.date | None = None
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lies on disk, read once so that its digest and its text cannot part."""

    name: str
    content: bytes | None
    """None when the file was not read; `problem` then says why."""
    sidecar: bytes | None
    problem: str | None

    @property
    def digest(self) -> str:
        """SHA-256 of all that the article is made from; changes when reading it again may end otherwise."""
        seal = hashlib.sha256()
        for part in (self.content, self.sidecar, (self.problem or "").encode()):
            seal.update(b"-" if part is None else b"%d:" % len(part) + part)
        return seal.hexdigest()


def collect(folder: Path, *, max_bytes: int) -> Iterator[Source]:
    """Read the articles folder: the files of known formats in order of their names, not its subfolders.

    Raises:
        ArticleError: the folder does not exist, cannot be read, or holds no article.

    """
    try:
        if not folder.is_dir():
            raise ArticleError(f"{folder} is not a folder: name the one that holds your articles")
        paths = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and not path.is_dir()
        )
    except OSError as error:
        raise ArticleError(f"the articles folder {folder} cannot be read: {error.strerror}") from error
    if not paths:
        raise ArticleError(f"no article in {folder}: put a file there that ends in {', '.join(SUFFIXES)}")
    for path in paths:
        yield _read(path, max_bytes)


def _read(path: Path, max_bytes: int) -> Source:
    try:
        content = read_regular(path, limit=max_bytes)
    except OSError as error:
        return Source(path.name, None, None, f"cannot be read: {error.strerror}")
    if len(content) > max_bytes:
        problem = f"is longer than the limit of {max_bytes:,} bytes: split it or raise the limit"
        return Source(path.name, None, None, problem)
    sidecar = path.with_suffix(".toml")
    try:
        there = sidecar.name != ALIASES and os.path.lexists(sidecar)
        beside = read_regular(sidecar, limit=_MAX_SIDECAR) if there else None
    except OSError as error:
        return Source(
            path.name, None, None, f"has {sidecar.name} beside it, which cannot be read: {error.strerror}"
        )
    if beside is not None and len(beside) > _MAX_SIDECAR:
        problem = f"has {sidecar.name} beside it, which is longer than {_MAX_SIDECAR:,} bytes: shorten it"
        return Source(path.name, None, None, problem)
    return Source(path.name, content, beside, problem=None)


def parse(source: Source) -> Article:
    """Make an article of a file.

    Raises:
        ArticleError: it is empty, too long, cannot be read, or its sidecar is wrong; names the file.

    """
    return read(source).article


def read(source: Source) -> Parsed:
    """Make an article of a file, and say what is odd about it.

    Raises:
        ArticleError: as `parse` does.

    """
    if source.content is None:
        raise ArticleError(f"{source.name} {source.problem}")
    sidecar = _sidecar(source.name, source.sidecar)
    url = str(sidecar.url) if sidecar.url else None
    if not parsing.is_foreign(source.name, source.content):
        about = About(sidecar.title, url, sidecar.published, sidecar.language)
        return parsing.parse(source.name, source.content, about)
    document = extract(
        source.name,
        source.content,
        title=sidecar.title,
        url=url,
        published=sidecar.published,
        language=sidecar.language,
    )
    return Parsed(document.article(), document.oddities)


def _sidecar(name: str, content: bytes | None) -> Sidecar:
    if content is None:
        return Sidecar()
    file = f"{name.rpartition('.')[0]}.toml"
    try:
        return Sidecar.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArticleError(f"{file}, beside {name}, is not TOML in UTF-8: {error}") from error
    except ValidationError as error:
        problem = first_problem(error)
        known = ", ".join(Sidecar.model_fields)
        raise ArticleError(
            f"{file}, beside {name}: {problem.path}: {problem.message} (known: {known})"
        ) from error
