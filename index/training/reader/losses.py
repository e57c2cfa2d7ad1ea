"""What a network loses on a batch, against what people marked and against its teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from index.models.network import END, NONE, SENTENCE, START

if TYPE_CHECKING:
    from torch import Tensor

    from index.training.reader.batches import Batch

_NEVER = -1e4
_SPAN, _LISTWISE = 0.5, 0.5
"""Weights of the losses beside that of the sentences in each window, which is 1."""
_MARGIN = 0.1
"""Weight of how far a student is from its teacher on whether a window answers, in logits."""


def sentence_logits(outputs: Tensor, batch: Batch) -> Tensor:
    """Return each sentence's logit at its mark, and at place 0 that of none. Shape: (windows, tokens)."""
    logits = outputs[:, :, SENTENCE].masked_fill(~batch.marks, _NEVER)
    return torch.cat([outputs[:, :1, NONE], logits[:, 1:]], dim=1)


def span_logits(outputs: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return where an answer starts and ends; place 0 means nowhere. Shapes: (windows, tokens)."""
    allowed = batch.inside & (batch.kinds == 1) & ~batch.marks
    allowed[:, 0] = True
    start, end = outputs[:, :, START], outputs[:, :, END]
    return start.masked_fill(~allowed, _NEVER), end.masked_fill(~allowed, _NEVER)


def supervised_loss(outputs: Tensor, batch: Batch) -> Tensor:
    """Add three losses, each the mean over windows by their weights.

    The answering sentences against the others and none, in each window; the same over all windows of a
    question, so that scores can be compared between windows (Clark and Gardner 2018, arXiv:1710.10723); and
    the answer's place against nowhere (Devlin et al. 2019, arXiv:1810.04805).
    """
    logits = sentence_logits(outputs, batch)
    golden = batch.answering.clone()
    golden[:, 0] = ~batch.answering.any(dim=1)
    of_all = torch.logsumexp(logits, dim=1)
    of_golden = torch.logsumexp(logits.masked_fill(~golden, _NEVER), dim=1)
    sentence = _mean(of_all - of_golden, batch.weight)

    spans = torch.zeros((), device=outputs.device)
    known = batch.start >= 0
    for values, gold in zip(span_logits(outputs, batch), (batch.start, batch.end), strict=True):
        each = functional.cross_entropy(values, gold.clamp(min=0), reduction="none")
        spans = spans + _mean(each, batch.weight * known) / 2
    return sentence + _LISTWISE * _listwise(logits, batch) + _SPAN * spans


def _listwise(logits: Tensor, batch: Batch) -> Tensor:
    """Let the sentences of all windows of a question compete, each measured against its window's none."""
    count = batch.groups
    over = (logits - logits[:, :1]).clamp(max=30)
    marks = batch.marks
    device = logits.device

    def summed(where: Tensor) -> Tensor:
        sums = (torch.exp(over) * where).sum(dim=1)
        return torch.zeros(count, device=device).index_add(0, batch.group, sums)

    answered = torch.zeros(count, device=device).index_add(0, batch.group, batch.answering.any(1).float()) > 0
    weight = torch.zeros(count, device=device).scatter(0, batch.group, batch.weight)
    golden = torch.where(answered, summed(batch.answering), torch.ones(count, device=device))
    return _mean(torch.log1p(summed(marks)) - torch.log(golden + 1e-20), weight)


def distilled(student: Tensor, teacher: Tensor, batch: Batch, *, temperature: float) -> Tensor:
    """Say how far a student's opinions are from its teacher's (Hinton et al. 2015, arXiv:1503.02531)."""
    pairs = [(sentence_logits(student, batch), sentence_logits(teacher, batch), 1.0)]
    pairs += [
        (ours, theirs, _SPAN / 2)
        for ours, theirs in zip(span_logits(student, batch), span_logits(teacher, batch), strict=True)
    ]
    loss = torch.zeros((), device=student.device)
    for ours, theirs, weight in pairs:
        target = functional.softmax(theirs / temperature, dim=1)
        each = -(target * functional.log_softmax(ours / temperature, dim=1)).sum(1)
        each = each + (target * functional.log_softmax(theirs / temperature, dim=1)).sum(1)
        loss = loss + weight * temperature**2 * each.mean()
    over = sentence_logits(student, batch), sentence_logits(teacher, batch)
    margins = [torch.logsumexp(values[:, 1:], dim=1) - values[:, 0] for values in over]
    return loss + _MARGIN * functional.smooth_l1_loss(margins[0], margins[1])


def _mean(values: Tensor, weight: Tensor) -> Tensor:
    return (values * weight).sum() / weight.sum().clamp(min=1e-6)
