"""Layers that hold their weights in eight bits, as files do, and compute in another number format.

They compute what `nn.Linear` and `nn.Embedding` do with the same weights, in a quarter of the memory of
float32: a matrix is in the other format only for as long as one product takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from index.models.quantization import FACTOR, unpacked

if TYPE_CHECKING:
    from torch import Tensor


class Linear(nn.Module):
    """A matrix of whole numbers with one factor a row, see `index.models.quantization`, and a bias."""

    whole: Tensor
    factor: Tensor
    bias: Tensor

    def __init__(self, whole: Tensor, factor: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.register_buffer("whole", whole)
        self.register_buffer("factor", factor.flatten().to(bias.dtype))
        self.register_buffer("bias", bias)

    def forward(self, hidden: Tensor) -> Tensor:
        """Multiply; the factors come after the sum, as whole numbers up to 127 are exact in bfloat16."""
        product = functional.linear(hidden, self.whole.to(hidden.dtype))
        return torch.addcmul(self.bias, product, self.factor, out=product)


class Embedding(nn.Module):
    """Rows in one format that are looked up in another.

    Args:
        rows: shape (rows, width).
        dtype: of what is looked up.
        factor: of each row, if its numbers are whole ones. Shape: (rows, 1).
        row_of: the row of each entry, if they are not the same. Shape: (entries,).

    """

    rows: Tensor
    factor: Tensor | None
    row_of: Tensor | None

    def __init__(
        self,
        rows: Tensor,
        dtype: torch.dtype,
        *,
        factor: Tensor | None = None,
        row_of: Tensor | None = None,
    ) -> None:
        super().__init__()
        self._dtype = dtype
        self.register_buffer("rows", rows)
        self.register_buffer("factor", factor)
        self.register_buffer("row_of", row_of)

    def forward(self, entries: Tensor) -> Tensor:
        """Look entries up. Shape: that of the entries, and the width."""
        places = entries if self.row_of is None else self.row_of[entries]
        found = functional.embedding(places, self.rows)
        if self.factor is not None:
            found = found.float() * functional.embedding(places, self.factor).float()
        return found.to(self._dtype)


def fill(network: nn.Module, found: dict[str, Tensor], dtype: torch.dtype) -> None:
    """Give a network on the meta device what files hold; its products take eight bits, all else `dtype`.

    What was found is used up, so that little is held twice.
    """
    for name, module in list(network.named_modules()):
        if isinstance(module, nn.Linear):
            whole, factor = found.pop(f"{name}.weight"), found.pop(f"{name}.weight{FACTOR}")
            network.set_submodule(name, Linear(whole, factor, found.pop(f"{name}.bias").to(dtype)))
    network.load_state_dict(unpacked(found, dtype), strict=False, assign=True)
