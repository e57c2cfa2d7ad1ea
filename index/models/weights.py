"""A folder that training wrote -> what it says of itself, and its weights, checked to be what was written."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import ModelError
from index.files import atomic_write

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

CONFIG = "config.json"
"""What stands beside weights, in every such folder."""


class WeightsConfig(BaseModel):
    """What `config.json` says of the weights beside it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    sha256: str
    """Of the file of weights."""
    seed: int
    steps: int


C = TypeVar("C", bound=BaseModel)
T = TypeVar("T", bound=WeightsConfig)


def open_trained(folder: Path, weights: str, kind: type[T], *, what: str) -> tuple[T, dict[str, Tensor]]:
    """Read a folder.

    Args:
        folder: that training wrote.
        weights: the name of its file of weights.
        kind: what its `config.json` holds.
        what: it is, for errors.

    Raises:
        ModelError: its files are missing, or the weights are not those that were written.

    """
    from safetensors.torch import load

    config = read_config(folder, kind, what=what)
    return config, load(content_of(folder / weights, config.sha256, what=what))


def read_config(folder: Path, kind: type[C], *, what: str) -> C:
    """Read what a folder says of itself.

    Raises:
        ModelError: it does not, or not in this version's words.

    """
    try:
        return kind.model_validate_json((folder / CONFIG).read_bytes())
    except OSError as error:
        raise ModelError(f"the {what} in {folder} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        raise ModelError(f"the {what} in {folder} is of another version: train it again") from error


def write_config(config: BaseModel, folder: Path) -> None:
    """Write what a folder says of itself."""
    with atomic_write(folder / CONFIG) as new:
        new.write_text(config.model_dump_json(indent=2) + "\n", encoding="utf-8")


def content_of(file: Path, sha256: str, *, what: str) -> bytes:
    """Read a file of weights once, checked to be what was written.

    Raises:
        ModelError: it is missing, or is not.

    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ModelError(f"the {what} in {file.parent} cannot be read: {error.strerror}") from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        raise ModelError(f"{file} is not what was trained: its SHA-256 is {digest}, expected {sha256}")
    return content
