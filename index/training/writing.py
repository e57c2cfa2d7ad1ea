"""Trained weights and fitted numbers -> folders that `load_reader` and `load_encoder` load."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from index import adapter
from index.calibration import Calibration, Confidence, Ranking
from index.reader import WEIGHTS, ReaderConfig
from index.search import WEIGHTS as SEARCH_WEIGHTS
from index.trained import CONFIG, Trained

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

UNFITTED = Calibration(
    ranking=Ranking(
        search=tuple(0.5 * weight for weight in SEARCH_WEIGHTS), span=1.0, null=-0.5, answerable=0.5
    ),
    confidence=Confidence(
        weights=(*(0.0,) * 6, 1.0),
        enough_cosine=1.0,
        intercept=0.0,
        answered_from=0.8,
        unsure_from=0.3,
    ),
)
"""What a reader starts with until it is calibrated: a fixed mixture, and its own word for it."""


def write_reader(weights: Mapping[str, Tensor], folder: Path, *, seed: int, steps: int) -> None:
    """Write a reader's weights in half precision, with how they came about."""
    digest = _write_weights(weights, folder / WEIGHTS)
    _write_config(ReaderConfig(sha256=digest, seed=seed, steps=steps, calibration=UNFITTED), folder)


def write_calibration(calibration: Calibration, folder: Path) -> None:
    """Put what was fitted beside the weights that it was fitted for."""
    config = ReaderConfig.model_validate_json((folder / CONFIG).read_bytes())
    _write_config(config.model_copy(update={"calibration": calibration}), folder)


def write_adapter(factors: Mapping[str, Tensor], folder: Path, *, seed: int, steps: int) -> None:
    """Write an encoder's changes in half precision, with how they came about."""
    digest = _write_weights(factors, folder / adapter.WEIGHTS)
    _write_config(Trained(sha256=digest, seed=seed, steps=steps), folder)


def _write_weights(weights: Mapping[str, Tensor], file: Path) -> str:
    """Write them in half precision; gives the file's digest."""
    import torch
    from safetensors.torch import save_file

    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    save_file({name: weight.to(torch.float16).contiguous() for name, weight in weights.items()}, new)
    new.chmod(0o644)  # safetensors lets only its owner read it
    new.replace(file)
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _write_config(config: Trained, folder: Path) -> None:
    new = folder / f"{CONFIG}.new"
    new.write_text(config.model_dump_json(indent=2) + "\n", encoding="utf-8")
    new.replace(folder / CONFIG)
