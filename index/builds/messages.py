"""What the building process is asked and what it says: one line of JSON each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, TypeAdapter


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Build(_Message):
    index: Path
    """The folder that keeps the index."""
    model: str
    """As `LibrarySettings.model`."""
    threads: PositiveInt | None = None
    """As `LibrarySettings.threads`."""
    cache: Path | None = None
    """The file of `VectorCache`; none without."""
    cache_bytes: PositiveInt | None = None
    """How long that file may become; by default as long as `VectorCache` lets it."""


class DocumentFile(_Message):
    """Where a `Document` is stored as JSON."""

    name: str
    """What its article is called in the index, whatever the file says."""
    file: Path


class DocumentsBuild(_Build):
    """Asks for the index of documents; those that cannot be used are left out, and named in `BuildDone`."""

    kind: Literal["documents"] = "documents"
    documents: tuple[DocumentFile, ...]


class FolderBuild(_Build):
    """Asks for the index of an articles folder."""

    kind: Literal["folder"] = "folder"
    folder: Path
    max_bytes: PositiveInt
    """The largest article that is read."""
    keep_going: bool = False
    """Leave out articles that cannot be read instead of failing."""


class BuildProgress(_Message):
    """Says how far a build is."""

    kind: Literal["progress"] = "progress"
    embedded: int
    of: int
    """Texts to embed, without those whose vectors are known."""


class BuildDone(_Message):
    """Says that an index is built and in use."""

    kind: Literal["done"] = "done"
    articles: int
    sentences: int
    embedded: int
    """Texts embedded now."""
    skipped: dict[str, str]
    """For each article that was left out, why: a sentence."""


class BuildFailed(_Message):
    """Says that there is no new index; the old one stays as it was."""

    kind: Literal["failed"] = "failed"
    reason: str
    """A sentence."""


Build = DocumentsBuild | FolderBuild
Reply = BuildProgress | BuildDone | BuildFailed
_BUILD: TypeAdapter[Build] = TypeAdapter(Annotated[Build, Field(discriminator="kind")])
_REPLY: TypeAdapter[Reply] = TypeAdapter(Annotated[Reply, Field(discriminator="kind")])


def read_build(line: bytes) -> Build:
    """Read what is asked.

    Raises:
        ValidationError: it is nothing that can be asked.

    """
    return _BUILD.validate_json(line)


def read_build_reply(line: bytes) -> Reply:
    """Read what the process says.

    Raises:
        ValidationError: it is nothing that the process of this version says.

    """
    return _REPLY.validate_json(line)
