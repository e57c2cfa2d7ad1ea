"""Trained weights and fitted numbers -> a folder that `index.reader.load_reader` loads."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from index.calibration import Calibration, Confidence, Ranking
from index.reader import ReaderConfig
from index.search import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

UNFITTED = Calibration(
    ranking=Ranking(search=tuple(0.5 * weight for weight in WEIGHTS), span=1.0, null=-0.5, answerable=0.5),
    confidence=Confidence(
        weights=(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0), intercept=0.0, answered_from=0.8, unsure_from=0.3
    ),
)
"""What a reader starts with until it is calibrated: a fixed mixture, and its own word for it."""


def write_reader(weights: Mapping[str, Tensor], folder: Path, *, seed: int, steps: int) -> None:
    """Write weights in half precision, with how they came about."""
    import torch
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "model.safetensors"
    new = folder / "model.safetensors.new"
    save_file({name: weight.to(torch.float16).contiguous() for name, weight in weights.items()}, new)
    new.chmod(0o644)  # safetensors lets only its owner read it
    new.replace(file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    _write(ReaderConfig(sha256=digest, seed=seed, steps=steps, calibration=UNFITTED), folder)


def write_calibration(calibration: Calibration, folder: Path) -> None:
    """Put what was fitted beside the weights that it was fitted for."""
    config = ReaderConfig.model_validate_json((folder / "config.json").read_bytes())
    _write(config.model_copy(update={"calibration": calibration}), folder)


def _write(config: ReaderConfig, folder: Path) -> None:
    new = folder / "config.json.new"
    new.write_text(config.model_dump_json(indent=2) + "\n", encoding="utf-8")
    new.replace(folder / "config.json")
