"""A plan -> trained weights: AdamW with warm-up and linear decay, and an average of the weights kept beside.

The result depends on the plan, the seed and the machine (its kind of processor and its number of threads),
not on the clock or on interruptions.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from index.errors import UsageError
from index.files import atomic_write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import torch
    from torch import Tensor, nn

B = TypeVar("B")
"""A batch."""

_LEAST = 0.02
"""The share of the highest learning rate that decay leaves."""
_WARM = 0.06
"""The share of the steps in which the rate rises."""
_DECAY = 0.01
"""Of the weight matrices (Loshchilov and Hutter 2019, arXiv:1711.05101)."""
_NORM = 1.0
"""Longer gradients are cut to this length."""
_AVERAGE = 0.998
"""What the average keeps of itself at a step, once there have been many."""
_SECONDS = 180.0
"""Between two checkpoints."""


def rate_at(step: int, steps: int, *, highest: float) -> float:
    """Return the learning rate of a step, counted from 0, of so many."""
    warm = max(1, int(steps * _WARM))
    left = 1 - max(0, step - warm) / max(1, steps - warm)
    return highest * min(1.0, (step + 1) / warm) * max(_LEAST, left)


@dataclass(frozen=True, slots=True)
class TrainingRun(Generic[B]):
    """What decides the weights that a run ends with."""

    plan: Sequence[B]
    """The batches, in order."""
    model: nn.Module
    """Whose weights change, but those that need no gradient; moved to a GPU if there is one."""
    loss: Callable[[B], Tensor]
    """What the model loses on a batch."""
    rate: float
    """The highest learning rate."""
    seed: int
    """Of dropout."""
    identity: str
    """A checkpoint of a run with another is refused."""


class TrainingState(Generic[B]):
    """A run as far as it has come."""

    def __init__(
        self, model: nn.Module, loss: Callable[[B], Tensor], *, seed: int, device: torch.device
    ) -> None:
        import torch

        self.step = 0
        self._loss = loss
        self._seed = seed
        self._device = device
        parameters = model.to(device).named_parameters()
        self._weights = {name: weight for name, weight in parameters if weight.requires_grad}
        matrices = [weight for weight in self._weights.values() if weight.ndim > 1]
        vectors = [weight for weight in self._weights.values() if weight.ndim <= 1]
        self._optimizer = torch.optim.AdamW(
            [{"params": matrices, "weight_decay": _DECAY}, {"params": vectors, "weight_decay": 0.0}],
            fused=True,
        )
        self._average = {name: weight.detach().clone() for name, weight in self._weights.items()}

    def advance(self, batch: B, *, rate: float) -> float:
        """Take one step; return the loss before it."""
        import torch

        torch.manual_seed(self._seed * 1_000_003 + self.step)  # so that dropout depends on these alone
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        loss = self._loss(batch)
        loss.backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
        torch.nn.utils.clip_grad_norm_(list(self._weights.values()), _NORM)
        self._optimizer.step()
        self._optimizer.zero_grad()
        self.step += 1
        kept = min(_AVERAGE, self.step / (self.step + 10))
        with torch.no_grad():
            for name, weight in self._weights.items():
                self._average[name].lerp_(weight, 1 - kept)
        return loss.item()

    def weights(self) -> dict[str, Tensor]:
        """Return the averaged weights of everything that training changes (Polyak and Juditsky 1992)."""
        return {name: weight.to("cpu") for name, weight in self._average.items()}

    def save(self, file: Path, *, identity: str) -> None:
        """Write all that is needed to go on."""
        import torch

        weights = {name: weight.detach() for name, weight in self._weights.items()}
        kept = {
            "identity": identity,
            "step": self.step,
            "weights": weights,
            "average": self._average,
            "optimizer": self._optimizer.state_dict(),
        }
        with atomic_write(file) as new:
            torch.save(kept, new)

    def load(self, file: Path, *, identity: str) -> None:
        """Go on from a checkpoint, if there is one.

        Raises:
            UsageError: it is of another run.

        """
        import torch

        if not file.exists():
            return
        kept: dict[str, Any] = torch.load(file, map_location=self._device, weights_only=True)
        if kept["identity"] != identity:
            raise UsageError(f"{file} is of a run with other data or settings: name another --work folder")
        self.step = kept["step"]
        self._average = kept["average"]
        self._optimizer.load_state_dict(kept["optimizer"])
        with torch.no_grad():
            for name, weight in self._weights.items():
                weight.copy_(kept["weights"][name])


def train(
    run: TrainingRun[B],
    work: Path,
    *,
    progress: Callable[[int, int, float], None],
    seconds: float = _SECONDS,
) -> dict[str, Tensor]:
    """Train on every batch in its order, and go on where a run was interrupted.

    Args:
        run: what is trained.
        work: the folder that keeps the checkpoint.
        progress: called with (steps taken, of how many, average loss).
        seconds: between two checkpoints.

    """
    import torch

    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    state = TrainingState(run.model, run.loss, seed=run.seed, device=device)
    checkpoint = work / "checkpoint.pt"
    state.load(checkpoint, identity=run.identity)
    saved, mean, steps = time.monotonic(), None, len(run.plan)
    while state.step < steps:
        value = state.advance(run.plan[state.step], rate=rate_at(state.step, steps, highest=run.rate))
        mean = value if mean is None else 0.98 * mean + 0.02 * value
        if time.monotonic() - saved >= seconds:
            state.save(checkpoint, identity=run.identity)
            saved = time.monotonic()
        progress(state.step, steps, mean)
    return state.weights()
