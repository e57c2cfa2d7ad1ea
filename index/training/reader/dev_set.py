"""Questions whose answers are known, laid out as windows, and what a network says to them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from index.models.network import END, NONE, SENTENCE, START
from index.models.span_decoding import best_span
from index.training.data.arrays import Ragged, load_arrays, save_arrays

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from index.models.network import Network

_TOKENS = 65536
"""Of a batch."""


@dataclass(frozen=True, slots=True)
class DevWindows:
    """Windows, in order of their questions."""

    tokens: Ragged
    text: npt.NDArray[np.int32]
    """How many tokens are the question's. Shape: (windows,)."""
    marks: Ragged
    """The places of the sentences' marks."""

    def save(self, file: Path) -> None:
        """Write all arrays."""
        save_arrays(self, file)

    @classmethod
    def load(cls, file: Path) -> DevWindows:
        """Read what `save` wrote."""
        return load_arrays(cls, file)


@dataclass(frozen=True, slots=True)
class DevOutputs:
    """What a network says: of each window, and of each of its sentences in the order of the marks."""

    none: npt.NDArray[np.float32]
    """That no sentence answers. Shape: (windows,)."""
    null: npt.NDArray[np.float32]
    """That no words answer. Shape: (windows,)."""
    sentence: npt.NDArray[np.float32]
    """That a sentence answers. Shape of this and of what follows: (marks,)."""
    span: npt.NDArray[np.float32]
    """That its likeliest words answer."""
    start: npt.NDArray[np.int32]
    """Their first token, counted from the sentence's first."""
    end: npt.NDArray[np.int32]

    def save(self, file: Path) -> None:
        """Write all arrays."""
        save_arrays(self, file)

    @classmethod
    def load(cls, file: Path) -> DevOutputs:
        """Read what `save` wrote."""
        return load_arrays(cls, file)


def outputs_on(network: Network, windows: DevWindows, device: torch.device) -> DevOutputs:
    """Let a network read all windows."""
    lengths = windows.tokens.lengths()
    count = len(lengths)
    none, null = (np.zeros(count, dtype=np.float32) for _ in range(2))
    marks = len(windows.marks.values)
    sentence, span = (np.zeros(marks, dtype=np.float32) for _ in range(2))
    start, end = (np.zeros(marks, dtype=np.int32) for _ in range(2))
    order = np.argsort(lengths, kind="stable").tolist()
    while order:
        width = math.ceil(int(lengths[order[-1]]) / 16) * 16
        batch = [order.pop() for _ in range(min(len(order), max(1, _TOKENS // width)))]
        tokens = np.zeros((len(batch), width), dtype=np.int32)
        for row, window in enumerate(batch):
            tokens[row, : lengths[window]] = windows.tokens[window]
        places = np.arange(width)[None]
        inside = torch.from_numpy(places < lengths[batch][:, None])
        kinds = torch.from_numpy((places >= windows.text[batch][:, None]).astype(np.int32))
        with (
            torch.inference_mode(),
            torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"),
        ):
            outputs = network(torch.from_numpy(tokens).to(device), kinds.to(device), inside.to(device))
        for row, window in enumerate(outputs.float().cpu().numpy()):
            number = batch[row]
            none[number], null[number] = window[0, NONE], window[0, START] + window[0, END]
            marks = windows.marks[number].tolist()
            borders = [*marks, int(lengths[number]) - 1]
            for at, (mark, following) in enumerate(zip(marks, borders[1:], strict=True)):
                place = int(windows.marks.borders[number]) + at
                inner = window[mark + 1 : following]
                sentence[place] = window[mark, SENTENCE]
                start[place], end[place], span[place] = best_span(inner[:, START], inner[:, END])
    return DevOutputs(none, null, sentence, span, start, end)
