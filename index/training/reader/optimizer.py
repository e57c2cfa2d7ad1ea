"""One network's steps: AdamW with warm-up and linear decay (Loshchilov and Hutter 2019, arXiv:1711.05101)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from torch import Tensor, nn

_WARM = 0.06
"""The share of the time in which the rate rises."""
_DECAY = 0.01
"""Of the weight matrices."""
_NORM = 1.0
"""Longer gradients are cut to this length."""


class Trainer:
    """A network with its optimizer."""

    def __init__(self, network: nn.Module, rate: float) -> None:
        self._network, self._rate = network, rate
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]
        matrices = [weight for weight in self._weights if weight.ndim > 1]
        vectors = [weight for weight in self._weights if weight.ndim <= 1]
        self._optimizer = torch.optim.AdamW(
            [{"params": matrices, "weight_decay": _DECAY}, {"params": vectors, "weight_decay": 0.0}],
            lr=rate,
            betas=(0.9, 0.98),
            fused=True,
        )

    def step(self, loss: Tensor, *, share: float) -> None:
        """Take a step, at the rate that belongs to so much of the time."""
        for group in self._optimizer.param_groups:
            group["lr"] = (
                self._rate * min(1.0, (share + 1e-3) / _WARM) * max(0.0, min(1.0, (1 - share) / (1 - _WARM)))
            )
        loss.backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
        torch.nn.utils.clip_grad_norm_(self._weights, _NORM, foreach=True)
        self._optimizer.step()
        self._optimizer.zero_grad()

    def state(self) -> dict[str, Any]:
        """Return all that is needed to go on."""
        return {"network": self._network.state_dict(), "optimizer": self._optimizer.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from a state."""
        self._network.load_state_dict(state["network"])
        self._optimizer.load_state_dict(state["optimizer"])
