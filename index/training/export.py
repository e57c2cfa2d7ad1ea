"""WeightsConfig weights and fitted numbers -> folders that `load_reader` and `load_encoder` load."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from index.calibration import FUSION_WEIGHTS, Calibration, Confidence, Ranking
from index.errors import UsageError
from index.files import atomic_write
from index.models import adapter, quantization
from index.models.network import Shape
from index.models.reader_files import WORDS, ReaderConfig, read_reader_config, write_part
from index.models.weights import WeightsConfig, write_config
from index.ranking.confidence import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

    from index.models.reader_files import Name

UNFITTED = Calibration(
    ranking=Ranking(search=tuple(0.5 * weight for weight in FUSION_WEIGHTS), sentence=0.5, span=0.5),
    confidence=Confidence(
        weights=(*(0.0,) * (SIGNALS - 1), 1.0),
        enough_cosine=1.0,
        intercept=0.0,
        answered_from=0.8,
        unsure_from=0.3,
    ),
)
"""What a reader starts with until it is calibrated: a fixed mixture, and its own word for it."""


def write_reader(learnt: Mapping[Name, Path], folder: Path, *, published: Path) -> ReaderConfig:
    """Put readers that `learn` wrote into one folder.

    Args:
        learnt: the folders of the readers.
        folder: where they go.
        published: the folder that the thorough one takes its word vectors from, as `prepare` wrote it.

    Raises:
        UsageError: a folder holds no weights.

    """
    parts = {}
    for name, source in learnt.items():
        files = sorted(source.glob("weights-*.safetensors"))
        if not files:
            raise UsageError(f"{source} holds no weights: name a folder that `learn` wrote")
        weights = quantization.read(files)
        shape = _shape_of(weights)
        if shape.relative:
            weights[WORDS] = quantization.read(sorted(published.glob("weights-*.safetensors")))[WORDS]
        told = json.loads((source / "training.json").read_bytes())
        parts[name] = write_part(weights, folder / name, shape=shape, seed=told["seed"], steps=told["steps"])
    config = ReaderConfig(readers=parts, calibration=UNFITTED)
    write_config(config, folder)
    return config


def _shape_of(weights: Mapping[str, Tensor]) -> Shape:
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    return Shape(layers, weights["positions.weight"].shape[1], relative="relative.weight" in weights)


def write_calibration(calibration: Calibration, folder: Path) -> None:
    """Put what was fitted beside the weights that it was fitted for."""
    write_config(read_reader_config(folder).model_copy(update={"calibration": calibration}), folder)


def write_adapter(factors: Mapping[str, Tensor], folder: Path, *, seed: int, steps: int) -> None:
    """Write an encoder's changes in eight bits, with how they came about."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / adapter.WEIGHTS_FILE
    with atomic_write(file) as new:
        save_file(quantization.packed(factors), new)
        new.chmod(0o644)  # safetensors lets only its owner read it
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    write_config(WeightsConfig(sha256=digest, seed=seed, steps=steps), folder)
