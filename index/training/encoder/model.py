"""The encoder as it is trained, and what it loses on a batch; sentence-transformers computes the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.models.adapter import DOWN, UP
from index.models.bundle import load_tokenizer
from index.training.bert import lower_precision, published_bert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Encoding, Tokenizer
    from torch import Tensor, nn

    from index.training.encoder.plan import Contrast

RANK = 32
"""Of the changes; they take 1.4 MB in eight bits."""
RATE = 5e-4
"""The highest learning rate."""
_TOKENS = 128
"""Tokens read of a text, at most."""
_TOGETHER = 20
"""Texts of like length that are embedded together, so that little is wasted on padding."""
_SCALE = 20.0
"""Cosines times this are logits."""
_NEVER = -1e4


def new_model(seed: int, *, rank: int = RANK) -> nn.Module:
    """Build all-MiniLM-L6-v2's encoder, as it was published, with changes that are zero at first.

    A layer's change is `up @ down` (LoRA: Hu et al. 2021, arXiv:2106.09685); nothing else is trained.
    """
    import torch

    bert = published_bert(dropout=0.0)
    torch.manual_seed(seed)
    bert.requires_grad_(False)  # noqa: FBT003 - torch names it so
    for layer in bert.modules():
        if isinstance(layer, torch.nn.Linear):
            down = torch.randn(rank, layer.in_features) / layer.in_features**0.5
            layer.register_parameter(DOWN[1:], torch.nn.Parameter(down))
            layer.register_parameter(UP[1:], torch.nn.Parameter(torch.zeros(layer.out_features, rank)))
            layer.register_forward_hook(_changed)
    bert.train()
    return bert


def _changed(layer: nn.Linear, inputs: tuple[Tensor], output: Tensor) -> Tensor:
    from torch.nn import functional

    down, up = (layer.get_parameter(name[1:]) for name in (DOWN, UP))
    return output + functional.linear(functional.linear(inputs[0], down), up)


def cutting_tokenizer() -> Tokenizer:
    """Load the tokenizer that cuts a text after what training reads of it."""
    tokenizer = load_tokenizer()
    tokenizer.enable_truncation(_TOKENS)
    return tokenizer


def embedded(model: nn.Module, tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    """Embed texts. Shape: (len(texts), dimension), rows of unit length."""
    import torch

    encodings = tokenizer.encode_batch(list(texts))
    order = sorted(range(len(texts)), key=lambda place: len(encodings[place].ids))
    rows = torch.cat(
        [
            _embedded(model, [encodings[place] for place in order[start : start + _TOGETHER]])
            for start in range(0, len(order), _TOGETHER)
        ]
    )
    return rows[torch.argsort(torch.tensor(order))]


def _embedded(model: nn.Module, encodings: Sequence[Encoding]) -> Tensor:
    """Embed texts of like length, by the mean of their tokens."""
    import torch
    from torch.nn import functional
    from torch.nn.utils.rnn import pad_sequence

    device = next(model.parameters()).device
    ids = pad_sequence([torch.tensor(encoding.ids) for encoding in encodings], batch_first=True).to(device)
    mask = (ids != 0).long()  # [PAD] is token 0
    with lower_precision(device):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
    summed = (hidden.float() * mask[..., None]).sum(1)
    return functional.normalize(summed, dim=-1)


def contrastive_loss(model: nn.Module, tokenizer: Tokenizer, contrast: Contrast) -> Tensor:
    """Tell the text that answers a question from all others of the batch: cross-entropy over their cosines.

    Multiple negatives ranking: Henderson et al. 2017, arXiv:1705.00652, section 4.4.
    """
    import torch
    from torch.nn import functional

    questions = embedded(model, tokenizer, contrast.questions)
    texts = embedded(model, tokenizer, contrast.texts)
    logits = _SCALE * questions @ texts.T
    if contrast.also:
        rows, columns = zip(*contrast.also, strict=True)
        neither = torch.zeros_like(logits, dtype=torch.bool)
        neither[list(rows), list(columns)] = True
        logits = logits.masked_fill(neither, _NEVER)
    return functional.cross_entropy(logits, torch.tensor(contrast.right, device=logits.device))
