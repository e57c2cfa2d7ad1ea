"""Weights in eight bits: each row of a matrix as whole numbers from -127 to 127, with one factor a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file, save_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from torch import Tensor

PART_BYTES = 60_000_000
"""A file holds about so much, if it holds more than one matrix."""
FACTOR = ".factor"
"""What follows the name of a matrix in the name of its factors."""
_MOST = 127
_LEAST = 1e-5
"""A smaller factor would lose too much in half precision."""


def quantise(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Round a matrix. Shapes: (rows, columns), int8, and (rows, 1), float16."""
    factor = (weight.float().abs().amax(dim=1, keepdim=True) / _MOST).clamp(min=_LEAST).to(torch.float16)
    return torch.round(weight.float() / factor.float()).clamp(-_MOST, _MOST).to(torch.int8), factor


def rounded(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return weights as they would be read after they were written."""
    return {
        name: weight if weight.ndim < 2 else _product(*quantise(weight)) for name, weight in weights.items()
    }


def write(weights: Mapping[str, Tensor], folder: Path, *, part_bytes: int = PART_BYTES) -> list[Path]:
    """Write weights in files `weights-1.safetensors`, ...; vectors stay in half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, part in enumerate(_parts(weights, part_bytes), start=1):
        file = folder / f"weights-{number}.safetensors"
        save_file(part, file)
        file.chmod(0o644)  # safetensors lets only its owner read it
        written.append(file)
    return written


def _parts(weights: Mapping[str, Tensor], part_bytes: int) -> Iterator[dict[str, Tensor]]:
    part: dict[str, Tensor] = {}
    size = 0
    for name, weight in weights.items():
        tensors = packed({name: weight})
        bytes_ = sum(tensor.nbytes for tensor in tensors.values())
        if part and size + bytes_ > part_bytes:
            yield part
            part, size = {}, 0
        part |= tensors
        size += bytes_
    if part:
        yield part


def packed(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return weights as files hold them: matrices in eight bits, with their factors; vectors in sixteen."""
    found = {}
    for name, weight in weights.items():
        if weight.ndim == 2:
            found[name], found[name + FACTOR] = quantise(weight.detach().cpu())
        else:
            found[name] = weight.detach().cpu().to(torch.float16)
    return {name: tensor.contiguous() for name, tensor in found.items()}


def unpacked(found: dict[str, Tensor], dtype: torch.dtype = torch.float32) -> dict[str, Tensor]:
    """Return weights as they are computed with; what was found is used up, so that little is held twice."""
    weights = {}
    for name in [name for name in found if not name.endswith(FACTOR)]:
        weight, factor = found.pop(name), found.pop(name + FACTOR, None)
        weights[name] = (weight if factor is None else _product(weight, factor)).to(dtype)
    return weights


def read(files: Sequence[Path], dtype: torch.dtype = torch.float32) -> dict[str, Tensor]:
    """Read weights back, in a format to compute in."""
    found: dict[str, Tensor] = {}
    for file in files:
        found |= load_file(file)
    return unpacked(found, dtype)


def _product(whole: Tensor, factor: Tensor) -> Tensor:
    return whole.float() * factor.float()
