"""A reader's network, as it is trained and as it answers: a BERT or MPNet with four outputs for a token.

A window is `[CLS] question [SEP] title [SEP] MARK sentence MARK sentence ... [SEP]`. Of the outputs, two say
where an answer starts and ends (at [CLS]: nowhere; Devlin et al. 2019, arXiv:1810.04805, section 4.3), one,
at a sentence's mark, that the sentence answers, and one, at [CLS], that none does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from index.models.tokenization import CLS, LONGEST, SEP, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

START, END, SENTENCE, NONE = range(4)
"""What the four outputs of a token mean."""
_BUCKETS, _FAR = 32, 128
"""MPNet's relative positions: how many are told apart, and from what distance on they are alike."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a network and the kind of its encoder."""

    layers: int
    width: int
    relative: bool
    """Whether attention depends on how far tokens are apart, as MPNet's does; BERT tells apart question and
    window instead."""

    @property
    def heads(self) -> int:
        """How many parts of attention there are."""
        return 12

    @property
    def epsilon(self) -> float:
        """What layer normalisation adds to the variance."""
        return 1e-5 if self.relative else 1e-12


class Layer(nn.Module):
    """Attention and a two-layer perceptron, each added to its input and normalised (Vaswani et al. 2017)."""

    def __init__(self, shape: Shape, *, dropout: float) -> None:
        super().__init__()
        self._heads, self._dropout = shape.heads, dropout
        self.joined = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.inner = nn.Linear(shape.width, 4 * shape.width)
        self.outer = nn.Linear(4 * shape.width, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Return the next hidden state.

        Shapes: of hidden, (windows, tokens, width); of bias, (windows, heads or 1, tokens, tokens).
        """
        windows, tokens, width = hidden.shape
        joined = self.joined(hidden).view(windows, tokens, 3, self._heads, width // self._heads)
        query, key, value = joined.permute(2, 0, 3, 1, 4)
        dropout = self._dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias, dropout_p=dropout)
        mixed = self.attended(mixed.transpose(1, 2).reshape(windows, tokens, width))
        hidden = self.attended_norm(hidden + functional.dropout(mixed, dropout))
        widened = self.outer(functional.gelu(self.inner(hidden)))
        result: Tensor = self.outer_norm(hidden + functional.dropout(widened, dropout))
        return result


class Network(nn.Module):
    """The encoder and its outputs. Word vectors are not trained."""

    def __init__(self, shape: Shape, *, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape, self._dropout = shape, dropout
        self.words = nn.Embedding(VOCABULARY, shape.width)
        self.words.requires_grad_(requires_grad=False)
        self.positions = nn.Embedding(LONGEST, shape.width)
        if shape.relative:
            self.relative = nn.Embedding(_BUCKETS, shape.heads)
            self.relative.requires_grad_(requires_grad=False)
        else:
            self.kinds = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout=dropout) for _ in range(shape.layers))
        self.outputs = nn.Linear(shape.width, 4)

    def forward(self, tokens: Tensor, kinds: Tensor, inside: Tensor) -> Tensor:
        """Read windows.

        Args:
            tokens: shape (windows, tokens).
            kinds: 0 for the question and the mark at its end, 1 for the rest. Shape as of the tokens.
            inside: whether a token is one of the window, not filling behind it. Shape as of the tokens.

        Returns:
            The four outputs of each token. Shape: (windows, tokens, 4).

        """
        places = torch.arange(tokens.shape[1], device=tokens.device)
        hidden = self.words(tokens) + self.positions(places)
        if not self.shape.relative:
            hidden = hidden + self.kinds(kinds)
        hidden = functional.dropout(self.norm(hidden), self._dropout if self.training else 0.0)
        bias = self._bias(places, inside, self.positions.weight.dtype)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        outputs: Tensor = self.outputs(hidden).float()
        return outputs

    def _bias(self, places: Tensor, inside: Tensor, dtype: torch.dtype) -> Tensor:
        if torch.is_autocast_enabled(inside.device.type):
            dtype = torch.get_autocast_dtype(inside.device.type)
        outside = torch.zeros_like(inside, dtype=dtype).masked_fill(~inside, -1e4)[:, None, None, :]
        if not self.shape.relative:
            return outside.expand(-1, 1, len(places), -1)
        buckets = _bucket(places[None, :] - places[:, None])
        near = self.relative.weight.to(dtype)[buckets].permute(2, 0, 1)
        return near[None] + outside


def _bucket(distance: Tensor) -> Tensor:
    """Return numbers of relative positions: half look back; small distances differ, others by logarithm.

    Raffel et al. 2020 (T5), arXiv:1910.10683, as MPNet has it.
    """
    half = _BUCKETS // 2
    exact = half // 2
    side = (distance > 0).long() * half
    size = distance.abs()
    share = torch.log(size.clamp(min=1).float() / exact) / math.log(_FAR / exact)
    far = (exact + (share * (half - exact)).long()).clamp(max=half - 1)
    return side + torch.where(size < exact, size, far)


def from_bert(published: Mapping[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Rename the weights of a BERT as transformers writes them."""
    names = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    weights = {
        "words.weight": published["embeddings.word_embeddings.weight"],
        "positions.weight": published["embeddings.position_embeddings.weight"][:LONGEST],
        "kinds.weight": published["embeddings.token_type_embeddings.weight"],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    joined = ("attention.self.query", "attention.self.key", "attention.self.value")
    return {**weights, **_layers(published, layers, names, joined)}


def from_mpnet(published: Mapping[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Rename the weights of an MPNet as transformers writes them, its word pieces in BERT's order."""
    names = {
        "attended": "attention.attn.o",
        "attended_norm": "attention.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    rows = torch.arange(VOCABULARY) + 4  # behind <s>, <pad>, </s> and <unk>
    rows[CLS], rows[SEP] = 0, 2
    weights = {
        "words.weight": published["embeddings.word_embeddings.weight"][rows],
        "positions.weight": published["embeddings.position_embeddings.weight"][2 : 2 + LONGEST],
        "relative.weight": published["encoder.relative_attention_bias.weight"],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    joined = ("attention.attn.q", "attention.attn.k", "attention.attn.v")
    return {**weights, **_layers(published, layers, names, joined)}


def _layers(
    published: Mapping[str, Tensor], layers: int, names: Mapping[str, str], joined: tuple[str, str, str]
) -> dict[str, Tensor]:
    weights = {}
    for number in range(layers):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            for name, theirs in names.items():
                weights[f"{new}{name}.{part}"] = published[f"{old}{theirs}.{part}"]
            weights[f"{new}joined.{part}"] = torch.cat([published[f"{old}{name}.{part}"] for name in joined])
    return weights
