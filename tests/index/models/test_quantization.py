"""Weights in eight bits: what is lost, and that what was written is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch  # noqa: TID253 - a test of what imports it

from index.models import quantization

if TYPE_CHECKING:
    from pathlib import Path


def test_a_row_is_rounded_to_whole_numbers_of_its_own_factor() -> None:
    whole, factor = quantization.quantise(torch.tensor([[1.27, -0.5, 0.004], [0.0, 0.0, 0.0]]))
    assert whole.tolist() == [[127, -50, 0], [0, 0, 0]]
    assert factor[0].item() == pytest.approx(0.01, rel=1e-3)


def test_what_was_written_is_read_from_several_files(tmp_path: Path) -> None:
    torch.manual_seed(1)
    weights = {"a": torch.randn(40, 30), "b": torch.randn(50, 30), "bias": torch.randn(30)}
    files = quantization.write(weights, tmp_path, part_bytes=2000)
    assert [file.name for file in files] == ["weights-1.safetensors", "weights-2.safetensors"]
    read = quantization.read(files)
    assert read.keys() == weights.keys()
    for name, weight in weights.items():
        # Half a step of the row's factor, and what the factor itself loses in half precision.
        step = weight.abs().amax(-1, keepdim=True) / 127
        assert bool(
            ((read[name] - weight).abs() <= 0.5 * step + 127 * step * 2**-11 + 1e-3 * (weight.ndim < 2)).all()
        )
    again = quantization.read(quantization.write(read, tmp_path / "again"))
    assert all(torch.allclose(again[name], read[name], atol=1e-6) for name in ("a", "b"))
    assert quantization.read(files, torch.bfloat16)["a"].dtype is torch.bfloat16
    rounded = quantization.rounded(weights)
    assert torch.equal(rounded["a"], read["a"])
