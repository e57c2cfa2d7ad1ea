"""Numbers that were fitted on one's own questions, kept beside the index: `INDEX/calibration.json`.

They belong to a model and a reader, and stay when the articles change; deleting the file takes them back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from index.calibration import Calibration
from index.errors import SnapshotError
from index.files import atomic_write, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.models.protocols import Models

_FILE = "calibration.json"


class _Stored(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    model_digest: str
    reader_digest: str | None
    """None without a reader."""
    calibration: Calibration


def store(index: Path, models: Models) -> Path:
    """Keep what was fitted for a model and a reader; return the file.

    Raises:
        SnapshotError: it cannot be written; what was kept before is kept.

    """
    stored = _Stored(
        model_digest=models.encoder.digest,
        reader_digest=_reader_digest(models),
        calibration=models.calibration,
    )
    file = index / _FILE
    try:
        make_folder(index)
        with atomic_write(file) as new:
            new.write_text(stored.model_dump_json(indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise SnapshotError(f"the calibration {file} cannot be written: {error.strerror}") from error
    return file


def with_kept(models: Models, index: Path, *, say: Callable[[str], None]) -> Models:
    """Take what is kept for this model and this reader, if anything is; else `say` is told why not."""
    file = index / _FILE
    try:
        stored = _Stored.model_validate_json(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return models
    except OSError as error:
        say(f"the calibration {file} is not used: {error.strerror}")
        return models
    except ValidationError:
        say(f"the calibration {file} is not used: it is damaged or of another version; calibrate again")
        return models
    for what, now, then in (
        ("model", models.encoder.digest, stored.model_digest),
        ("reader", _reader_digest(models), stored.reader_digest),
    ):
        if now != then:
            say(f"the calibration {file} is not used: it belongs to another {what}; calibrate again")
            return models
    return replace(models, calibration=stored.calibration)


def _reader_digest(models: Models) -> str | None:
    return None if models.reader is None else models.reader.digest
