"""What training changed in the bundled encoder: for each linear layer, a matrix of low rank that is added.

LoRA: Hu et al. 2021, arXiv:2106.09685. A change is the product of `LAYER.up`, of shape (outputs, rank), and
`LAYER.down`, of shape (rank, inputs); it is added to the weights once, on loading, and costs nothing later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.models.weights import WeightsConfig, open_trained

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor, nn

WEIGHTS_FILE = "adapter.safetensors"
"""The file that tells such a folder from one with a whole model."""
DOWN, UP = ".down", ".up"


@dataclass(frozen=True, slots=True)
class Adapter:
    """The changes of all layers."""

    digest: str
    """Changes whenever they do."""
    factors: dict[str, Tensor]
    """Both matrices of each layer, by its name."""

    def add_to(self, model: nn.Module) -> None:
        """Change the weights of a BERT model; what has no change stays as it is."""
        import torch

        with torch.no_grad():
            for name, down in self.factors.items():
                if name.endswith(DOWN):
                    layer = name.removesuffix(DOWN)
                    up = self.factors[layer + UP]
                    model.get_parameter(f"{layer}.weight").add_(up @ down)


def holds_adapter(folder: Path) -> bool:
    """Whether a folder holds changes rather than a whole model."""
    return (folder / WEIGHTS_FILE).exists()


def load_adapter(folder: Path) -> Adapter:
    """Load changes from a folder that training wrote.

    Raises:
        ModelError: its files are missing, or the weights are not those that were written.

    """
    from index.models.quantization import unpacked

    config, factors = open_trained(folder, WEIGHTS_FILE, WeightsConfig, what="encoder")
    return Adapter(config.sha256, unpacked(factors))
