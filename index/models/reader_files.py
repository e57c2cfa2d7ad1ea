"""A folder that training wrote -> readers, with what was fitted for them; and the folder as it is written.

    config.json                          what it is, and the fitted numbers
    quick/weights-1.safetensors          the quick reader
    thorough/weights-1.safetensors, ...  the thorough one

Either reader may be missing; the other then reads alone. Weights have eight bits, see
`index.models.quantization`.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from index.calibration import Calibration
from index.errors import ModelError
from index.models.bundle import load_tokenizer, word_vectors
from index.models.hardware import faster_dtype
from index.models.reader import CascadeReader, SpanReader
from index.models.tokenization import MARK, MARK_PARAGRAPH, UNKNOWN
from index.models.weights import content_of, read_config

if TYPE_CHECKING:
    from pathlib import Path

    import torch
    from tokenizers import Tokenizer
    from torch import Tensor

    from index.models.eight_bit import Embedding
    from index.models.network import Shape
    from index.models.protocols import Reader

Name: TypeAlias = Literal["quick", "thorough"]
QUICK: Name = "quick"
THOROUGH: Name = "thorough"
WORDS = "words.weight"
KEPT = "words.kept"
"""Which word pieces a thorough reader has vectors of; the others are read as unknown."""


class Part(BaseModel):
    """What is known of one reader."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: dict[str, str]
    """Of each file of weights."""
    layers: int
    width: int
    relative: bool
    """See `index.models.network.Shape`."""
    seed: int
    steps: int


class ReaderConfig(BaseModel):
    """What `config.json` says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[2] = 2
    readers: dict[Name, Part]
    calibration: Calibration


def load_reader(folder: Path) -> tuple[Reader, Calibration]:
    """Load what a folder holds.

    Raises:
        ModelError: its files are missing, or the weights are not those that were written.

    """
    config = read_reader_config(folder)
    tokenizer = load_tokenizer()
    readers = {name: _load(folder / name, part, tokenizer) for name, part in config.readers.items()}
    if len(readers) == 1:
        return next(iter(readers.values())), config.calibration
    return CascadeReader(readers[QUICK], readers[THOROUGH]), config.calibration


def read_reader_config(folder: Path) -> ReaderConfig:
    """Read what a folder says of its readers.

    Raises:
        ModelError: it does not, or not in this version's words, or has none.

    """
    config = read_config(folder, ReaderConfig, what="reader")
    if not config.readers:
        raise ModelError(f"the reader in {folder} has no weights: expected {QUICK} or {THOROUGH}")
    return config


def _load(folder: Path, part: Part, tokenizer: Tokenizer) -> SpanReader:
    import torch
    from safetensors.torch import load

    from index.models import eight_bit
    from index.models.network import Network, Shape

    dtype = faster_dtype()
    found: dict[str, Tensor] = {}
    for name, sha256 in part.sha256.items():
        found |= load(content_of(folder / name, sha256, what="reader"))
    with torch.device("meta"):  # the weights come as they are; none is made up first
        network = Network(Shape(part.layers, part.width, relative=part.relative))
    network.set_submodule("words", _words(found, dtype))
    eight_bit.fill(network, found, dtype)
    digest = hashlib.sha256(" ".join(part.sha256.values()).encode()).hexdigest()
    return SpanReader(network, tokenizer, digest=digest)


def _words(found: dict[str, Tensor], dtype: torch.dtype) -> Embedding:
    """Take the vector of each word piece from what was found, or else from the bundled model."""
    import torch

    from index.models.eight_bit import Embedding
    from index.models.quantization import FACTOR

    if WORDS not in found:
        return Embedding(word_vectors(), dtype)
    kept = found.pop(KEPT).bool()
    unknown = int(kept[:UNKNOWN].sum())
    row_of = torch.where(kept, kept.cumsum(0) - 1, unknown)
    return Embedding(found.pop(WORDS), dtype, factor=found.pop(WORDS + FACTOR), row_of=row_of)


def write_part(weights: dict[str, Tensor], folder: Path, *, shape: Shape, seed: int, steps: int) -> Part:
    """Write a reader's weights, without word pieces of other scripts than Latin; say what was written."""
    import torch

    from index.models import quantization

    for file in folder.glob("weights-*.safetensors"):
        file.unlink()
    if WORDS in weights:
        kept = torch.tensor(_latin())
        weights = {**weights, WORDS: weights[WORDS][kept], KEPT: kept}
    files = quantization.write(weights, folder)
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    return Part(
        sha256=digests,
        layers=shape.layers,
        width=shape.width,
        relative=shape.relative,
        seed=seed,
        steps=steps,
    )


def _latin() -> list[bool]:
    """Tell for each word piece whether English text may hold it."""
    pieces = sorted(load_tokenizer().get_vocab().items(), key=lambda pair: pair[1])
    return [
        number in (MARK, MARK_PARAGRAPH) or not (piece.startswith("[unused") or any(map(_foreign, piece)))
        for number, (piece, _) in enumerate(pieces)
    ]


def _foreign(letter: str) -> bool:
    return letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN")
