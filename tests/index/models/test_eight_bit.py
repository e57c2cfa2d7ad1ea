"""Layers in eight bits compute what those of torch do with the same weights."""

from __future__ import annotations

import pytest
import torch  # noqa: TID253 - a test of networks
from torch import nn  # noqa: TID253

from index.models import eight_bit
from index.models.quantization import FACTOR, packed, quantise


def weights(*shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(shape[0]))


@pytest.mark.parametrize(("dtype", "near"), [(torch.float32, 1e-5), (torch.bfloat16, 0.05)])
def test_a_product(dtype: torch.dtype, near: float) -> None:
    whole, factor = quantise(weights(64, 32))
    bias, hidden = weights(64), weights(2, 5, 32)
    with torch.inference_mode():
        product = eight_bit.Linear(whole, factor, bias.to(dtype))(hidden.to(dtype))
    exact = nn.functional.linear(hidden, whole.float() * factor.float(), bias)
    assert product.dtype is dtype
    assert (product.float() - exact).abs().max() < near * exact.abs().max()


def test_rows_of_whole_numbers() -> None:
    rows = weights(7, 4)
    whole, factor = quantise(rows)
    row_of = torch.tensor([3, 0, 0, 6])
    looked_up = eight_bit.Embedding(whole, torch.float32, factor=factor, row_of=row_of)(
        torch.tensor([[0, 3], [1, 2]])
    )
    expected = (whole.float() * factor.float())[torch.tensor([[3, 6], [0, 0]])]
    assert torch.equal(looked_up, expected)


def test_rows_in_another_format() -> None:
    rows = weights(7, 4)
    looked_up = eight_bit.Embedding(rows, torch.bfloat16)(torch.tensor([2, 2]))
    assert torch.equal(looked_up, rows[[2, 2]].bfloat16())


def test_a_network_is_filled() -> None:
    class Small(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = nn.Linear(4, 8)
            self.norm = nn.LayerNorm(8)

        def forward(self, hidden: torch.Tensor) -> torch.Tensor:
            normalised: torch.Tensor = self.norm(self.inner(hidden))
            return normalised

    made = {
        "inner.weight": weights(8, 4),
        "inner.bias": weights(8),
        "norm.weight": weights(8),
        "norm.bias": weights(8),
    }
    found = packed(made)
    assert f"inner.weight{FACTOR}" in found
    with torch.device("meta"):
        network = Small()
    eight_bit.fill(network, found, torch.float32)
    assert not found
    usual = Small()
    usual.load_state_dict(made)
    hidden = weights(3, 4)
    with torch.inference_mode():
        assert (network(hidden) - usual(hidden)).abs().max() < 0.05
