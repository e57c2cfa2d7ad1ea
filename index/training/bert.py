"""The published encoder as it is trained further, and the number format that training multiplies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.models.bundle import bundled_folder
from index.models.hardware import faster_dtype

if TYPE_CHECKING:
    import torch
    from transformers import BertModel


def published_bert(*, dropout: float) -> BertModel:
    """Build all-MiniLM-L6-v2's encoder as it was published, with such a share of dropout.

    Attention is computed as plain products: torch's own is slower on the way back.
    """
    from safetensors.torch import load_file
    from transformers import BertConfig, BertModel

    folder = bundled_folder()
    config = BertConfig.from_pretrained(
        folder, attn_implementation="eager", hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout
    )
    bert = BertModel(config, add_pooling_layer=False)
    published = load_file(folder / "model.safetensors")
    bert.load_state_dict({name: published[name] for name in bert.state_dict()})
    return bert


def lower_precision(device: torch.device) -> torch.autocast:
    """Multiply matrices in bfloat16 within this, but on a processor that is faster at float32."""
    import torch

    faster = device.type != "cpu" or faster_dtype() is torch.bfloat16
    return torch.autocast(device.type, torch.bfloat16, enabled=faster)
