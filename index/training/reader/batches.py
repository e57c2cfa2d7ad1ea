"""Windows -> batches of about as many tokens, packed by workers beside, as tensors on the device."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from index.models.tokenization import LONGEST, MARK, MARK_PARAGRAPH
from index.training.reader.sampling import epoch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt
    from torch import Tensor

    from index.training.data.corpus import Corpus
    from index.training.reader.sampling import Window

_POOLED = 2048
"""Questions whose windows are sorted by length before they are cut into batches."""
_STEP = 16
"""Widths are multiples of this."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Windows as arrays. Shapes: (windows, tokens) or (windows,)."""

    tokens: npt.NDArray[np.uint16]
    text: npt.NDArray[np.int32]
    """How many tokens are the question's."""
    length: npt.NDArray[np.int32]
    answering: npt.NDArray[np.bool_]
    """Whether a token is the mark of a sentence that answers. Shape: (windows, tokens)."""
    start: npt.NDArray[np.int32]
    """Place of the answer's first token, 0 for none, -1 for unknown."""
    end: npt.NDArray[np.int32]
    weight: npt.NDArray[np.float32]
    group: npt.NDArray[np.int32]
    """Numbers questions from 0."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors, and what follows from them. Shapes: (windows, tokens) or (windows,)."""

    tokens: Tensor
    kinds: Tensor
    """0 for the question, 1 for the rest."""
    inside: Tensor
    marks: Tensor
    """Whether a token is a sentence's mark."""
    answering: Tensor
    start: Tensor
    end: Tensor
    weight: Tensor
    group: Tensor
    groups: int
    """How many questions there are."""

    @classmethod
    def of(cls, packed: Packed, device: torch.device) -> Batch:
        """Move arrays to a device."""

        def moved(values: npt.NDArray[np.generic]) -> Tensor:
            tensor = torch.from_numpy(values)
            return (tensor.pin_memory() if device.type == "cuda" else tensor).to(device, non_blocking=True)

        tokens = moved(packed.tokens.astype(np.int32))
        places = torch.arange(tokens.shape[1], device=device)[None]
        inside = places < moved(packed.length)[:, None]
        return cls(
            tokens,
            (places >= moved(packed.text)[:, None]).int(),
            inside,
            (tokens == MARK) | (tokens == MARK_PARAGRAPH),
            moved(packed.answering),
            moved(packed.start).long(),
            moved(packed.end).long(),
            moved(packed.weight),
            moved(packed.group).long(),
            int(packed.group.max()) + 1,
        )


def pack(windows: list[Window]) -> Packed:
    """Lay windows into arrays; what is longer than a network reads is cut off."""
    length = np.array([min(LONGEST, len(window.tokens)) for window in windows], dtype=np.int32)
    shape = (len(windows), math.ceil(int(length.max()) / _STEP) * _STEP)
    tokens = np.zeros(shape, dtype=np.uint16)
    answering = np.zeros(shape, dtype=np.bool_)
    for row, window in enumerate(windows):
        read = window.tokens[: length[row]]
        tokens[row, : len(read)] = read
        if window.answering:
            marks = np.flatnonzero((read == MARK) | (read == MARK_PARAGRAPH))
            answering[row, [marks[number] for number in window.answering if number < len(marks)]] = True
    known = [(w.start, w.end) if w.end < length[row] else (-1, -1) for row, w in enumerate(windows)]
    numbers = {group: number for number, group in enumerate(dict.fromkeys(w.group for w in windows))}
    return Packed(
        tokens,
        np.array([window.text for window in windows], dtype=np.int32),
        length,
        answering,
        np.array([start for start, _ in known], dtype=np.int32),
        np.array([end for _, end in known], dtype=np.int32),
        np.array([window.weight for window in windows], dtype=np.float32),
        np.array([numbers[window.group] for window in windows], dtype=np.int32),
    )


def batches(questions: Iterable[list[Window]], *, tokens: int, seed: int) -> Iterator[Packed]:
    """Cut windows into batches of like lengths and about so many tokens, a question's windows in one."""
    rng = np.random.default_rng(seed)
    pool: list[list[Window]] = []
    for windows in questions:
        if windows:
            pool.append(windows)
        if len(pool) == _POOLED:
            yield from _cut(pool, tokens, rng)
            pool = []
    yield from _cut(pool, tokens, rng)


def _cut(pool: list[list[Window]], tokens: int, rng: np.random.Generator) -> Iterator[Packed]:
    cut: list[list[Window]] = []
    batch: list[Window] = []
    for windows in sorted(pool, key=lambda group: max(len(window.tokens) for window in group)):
        widest = max(len(window.tokens) for window in windows)
        if batch and (len(batch) + len(windows)) * widest > tokens:
            cut.append(batch)
            batch = []
        batch = batch + windows
    if batch:
        cut.append(batch)
    for number in rng.permutation(len(cut)).tolist():
        yield pack(cut[number])


class _Stream(IterableDataset[Packed]):
    """Batches without end; each worker draws epochs of its own."""

    def __init__(self, corpus: Corpus, *, tokens: int, seed: int) -> None:
        self._corpus, self._tokens, self._seed = corpus, tokens, seed

    def __iter__(self) -> Iterator[Packed]:
        """Draw epoch after epoch."""
        info = get_worker_info()
        number, of = (info.id, info.num_workers) if info else (0, 1)
        turn = 0
        while True:
            seed = self._seed * 1_000 + turn
            questions = epoch(self._corpus, seed=seed, part=(number, of))
            yield from batches(questions, tokens=self._tokens, seed=seed)
            turn += 1


def stream(corpus: Corpus, *, tokens: int, seed: int, workers: int) -> Iterator[Packed]:
    """Draw batches without end, so many workers ahead of the network; the same arguments give the same."""
    loader = DataLoader(
        _Stream(corpus, tokens=tokens, seed=seed),
        batch_size=None,
        num_workers=workers,
        collate_fn=_as_it_is,  # type: ignore[arg-type] # without a batch size it is called with one of them
        prefetch_factor=16 if workers else None,
        multiprocessing_context="fork" if workers else None,
    )
    return iter(loader)


def _as_it_is(packed: Packed) -> Packed:
    return packed
