"""The reader as it is trained, and what it loses on a batch; `index.reader` computes the same for answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.encoder import bundled_folder
from index.precision import faster_dtype
from index.training.batches import height, padded

if TYPE_CHECKING:
    from collections.abc import Mapping

    import torch
    from torch import Tensor, nn
    from transformers import BertModel

    from index.training.batches import Batch

WORDS = "bert.embeddings.word_embeddings.weight"
"""The word vectors, which stay as they are, so that the reader takes them from the bundled model."""
_CLS, _SEP = 101, 102
_NEVER = -1e4
_SHARED, _ANSWER, _LISTWISE = 0.5, 0.7, 0.4
"""Weights of the losses beside that of the null answer, which is 1."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A batch as tensors. Shapes: (rows, width); rows after the batch's own are empty."""

    ids: Tensor
    kinds: Tensor
    """0 for the question, 1 for the window and the mark at its end."""
    mask: Tensor


@dataclass(frozen=True, slots=True)
class Pace:
    """How boldly a reader learns."""

    rate: float
    """The highest learning rate."""
    dropout: float
    """The share of hidden values and of attention that a step leaves out."""


FIRST = Pace(rate=2e-4, dropout=0.0)
"""For new heads on the published encoder."""
FURTHER = Pace(rate=1e-4, dropout=0.1)
"""For a reader that has seen the questions before, and must not learn them by heart."""


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


def new_model(seed: int, *, dropout: float, initial: Mapping[str, Tensor] | None = None) -> nn.ModuleDict:
    """Build all-MiniLM-L6-v2's encoder, as it was published, with three new heads.

    Args:
        seed: of the heads.
        dropout: the share of hidden values and of attention that a step leaves out.
        initial: the weights of a trained reader, which then take the place of all but the word vectors.

    """
    import torch

    torch.manual_seed(seed)
    bert = published_bert(dropout=dropout)
    bert.get_parameter(WORDS.removeprefix("bert.")).requires_grad_(False)  # noqa: FBT003 - torch names it so
    width = bert.config.hidden_size
    heads = {"span": 2, "answer_hidden": width, "answer_out": 1}
    model = torch.nn.ModuleDict(
        {"bert": bert.train(), **{name: torch.nn.Linear(width, size) for name, size in heads.items()}}
    )
    if initial:
        model.load_state_dict({**model.state_dict(), **initial})
    return model


def averaged(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Average two readers, one of which went on from the other: each keeps what the other would lose.

    Wortsman et al. 2022, arXiv:2109.01903.
    """
    return {name: (weight.float() + other[name].float()) / 2 for name, weight in one.items()}


def pack(batch: Batch, *, tokens: int, device: torch.device) -> Packed:
    """Fill a batch up to one of few shapes."""
    import torch

    longest = max(example.length for example in batch)
    shape = (max(len(batch), height(longest, tokens)), padded(longest))
    ids, kinds, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    mask[len(batch) :, 0] = 1
    for row, example in enumerate(batch):
        ids[row, : example.length] = [_CLS, *example.question, _SEP, *example.window, _SEP]
        kinds[row, len(example.question) + 2 : example.length] = 1
        mask[row, : example.length] = 1
    return Packed(*(torch.from_numpy(array).to(device) for array in (ids, kinds, mask)))


def logits(model: nn.ModuleDict, packed: Packed) -> tuple[Tensor, Tensor, Tensor]:
    """Give start and end of each token, (rows, width), and whether each window answers, (rows,)."""
    import torch

    with lower_precision(packed.ids.device):
        hidden = model["bert"](
            input_ids=packed.ids, token_type_ids=packed.kinds, attention_mask=packed.mask
        ).last_hidden_state
        start, end = model["span"](hidden).float().unbind(-1)
        answers = model["answer_out"](torch.tanh(model["answer_hidden"](hidden[:, 0]))).squeeze(-1)
    return start, end, answers.float()


def loss_of(model: nn.ModuleDict, batch: Batch, *, tokens: int) -> Tensor:
    """Add four losses.

    The answer's place against "no answer" at place 0, in each window (Devlin et al. 2019, arXiv:1810.04805);
    its place against all tokens of all windows of the question (shared normalisation: Clark and Gardner
    2018, arXiv:1710.10723); whether a window answers at all; and which window of the question does.
    """
    import torch
    from torch.nn import functional

    device = next(model.parameters()).device
    packed = pack(batch, tokens=tokens, device=device)
    start, end, answers = (values[: len(batch)] for values in logits(model, packed))

    def column(values: list[int]) -> Tensor:
        return torch.tensor(values, device=device)

    lengths = column([example.length for example in batch])
    places = torch.arange(packed.ids.shape[1], device=device)
    inside = (packed.kinds[: len(batch)] == 1) & (places[None] < lengths[:, None] - 1)
    allowed = inside.clone()
    allowed[:, 0] = True
    holds = [example.start >= 0 for example in batch]
    offsets = [len(example.question) + 2 for example in batch]
    golds = [
        column([offset + place if place >= 0 else 0 for offset, place in zip(offsets, own, strict=True)])
        for own in ([example.start for example in batch], [example.end for example in batch])
    ]
    numbers = {group: number for number, group in enumerate(dict.fromkeys(e.group for e in batch))}
    groups = column([numbers[example.group] for example in batch])
    rows = column([row for row, held in enumerate(holds) if held]).long()
    count = max(1, len(rows))

    null = shared = torch.zeros((), device=device)
    for values, gold in zip((start, end), golds, strict=True):
        null = null + functional.cross_entropy(values.masked_fill(~allowed, _NEVER), gold) / 2
        own = torch.logsumexp(values.masked_fill(~inside, _NEVER), dim=1)
        of_group = _group_logsumexp(own, groups, len(numbers))[groups[rows]]
        shared = shared + (of_group - values[rows, gold[rows]]).sum() / count / 2
    target = torch.tensor(holds, dtype=answers.dtype, device=device)
    answer = functional.binary_cross_entropy_with_logits(answers, target)
    listwise = (_group_logsumexp(answers, groups, len(numbers))[groups[rows]] - answers[rows]).sum() / count
    return null + _SHARED * shared + _ANSWER * answer + _LISTWISE * listwise


def _group_logsumexp(values: Tensor, groups: Tensor, count: int) -> Tensor:
    """Give the logarithm of each group's sum of exponentials. Shape: (count,)."""
    import torch

    top = torch.full((count,), _NEVER, device=values.device).scatter_reduce(
        0, groups, values.detach(), "amax"
    )
    sums = torch.zeros(count, device=values.device).index_add(0, groups, torch.exp(values - top[groups]))
    return top + torch.log(sums + 1e-20)
