"""Questions and windows of sentences -> what answers: the only door to the trained readers.

A reader is a transformer over a question and a window, `index.models.network`. Two come with Verbatim: a
quick one reads everything; where it is not certain, a thorough one, ten times its size, reads again.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from index.models.memory import give_back
from index.models.protocols import Reading, keep_better
from index.models.span_decoding import best_span
from index.models.tokenization import tokenized_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    from tokenizers import Tokenizer

    from index.models.network import Network
    from index.models.protocols import Reader, RerankRequest
    from index.models.tokenization import TokenizedWindow
    from index.text.windows import Window

BATCH_TOKENS = 512
"""Tokens computed at a time; more would hardly be quicker, and take more memory."""


class SpanReader:
    """A trained network as `index.models.protocols.Reader`; safe to call from several threads.

    It computes in the number format of the network's weights.
    """

    def __init__(self, network: Network, tokenizer: Tokenizer, *, digest: str) -> None:
        self.digest = digest
        self._tokenizer = tokenizer
        self._network = network.eval().requires_grad_(requires_grad=False)

    def read_all(self, asked: Sequence[RerankRequest]) -> list[dict[int, Reading]]:
        """Read windows for questions; see `index.models.protocols.Reader`."""
        laid = [
            (number, window)
            for number, request in enumerate(asked)
            for window in tokenized_windows(request, self._tokenizer)
        ]
        laid.sort(key=lambda pair: len(pair[1].tokens))
        read: list[dict[int, Reading]] = [{} for _ in asked]
        for batch in _batches([len(window.tokens) for _, window in laid]):
            some = laid[batch.start : batch.stop]
            for (number, window), outputs in zip(some, self._outputs([w for _, w in some]), strict=True):
                for place, reading in _readings(window, outputs):
                    keep_better(read[number], place, reading)
        if sum(len(window.tokens) for _, window in laid) > BATCH_TOKENS:
            give_back()
        return read

    def _outputs(self, windows: Sequence[TokenizedWindow]) -> npt.NDArray[np.float32]:
        """Compute the four outputs of each token. Shape: (windows, tokens, 4)."""
        import torch

        lengths = np.array([len(window.tokens) for window in windows])
        texts = np.array([window.text for window in windows])
        tokens = np.zeros((len(windows), lengths.max()), dtype=np.int64)
        for place, window in enumerate(windows):
            tokens[place, : len(window.tokens)] = window.tokens
        places = np.arange(tokens.shape[1])[None]
        inside, kinds = places < lengths[:, None], places >= texts[:, None]
        with torch.inference_mode():
            outputs = self._network(
                torch.from_numpy(tokens), torch.from_numpy(kinds.astype(np.int64)), torch.from_numpy(inside)
            )
        values: npt.NDArray[np.float32] = outputs.numpy()
        return values


def _batches(lengths: Sequence[int]) -> Iterator[range]:
    """Cut rows, the shortest first, into batches of at most about as many tokens as bound the memory."""
    first = 0
    for place, length in enumerate(lengths):
        if place > first and (place + 1 - first) * length > BATCH_TOKENS:
            yield range(first, place)
            first = place
    if lengths:
        yield range(first, len(lengths))


def _readings(window: TokenizedWindow, outputs: npt.NDArray[np.float32]) -> Iterator[tuple[int, Reading]]:
    """Return what is said of each sentence, by its place; not of one that is cut off."""
    from index.models.network import END, NONE, SENTENCE, START

    null, none = float(outputs[0, START] + outputs[0, END]), float(outputs[0, NONE])
    for place, sentence, mark, end in window.stretches():
        words = outputs[mark + 1 : end]
        first, last, span = best_span(words[:, START], words[:, END])
        yield (
            place,
            Reading(
                start=sentence.offsets[first][0],
                end=sentence.offsets[last][1],
                span=span,
                null=null,
                sentence=float(outputs[mark, SENTENCE]),
                none=none,
            ),
        )


class CascadeReader:
    """A quick reader, and a thorough one that reads again where the first is not certain."""

    CERTAIN, AHEAD = 3.0, 4.0
    """A sentence so much likelier than none, and so much ahead of all others, is certain; in logits."""
    HOPELESS = -7.0
    """If all are so much less likely than none, the question is about something else."""
    SPARED = 5.0
    """A window whose best sentence is so far behind the best of all is not read again."""

    def __init__(self, quick: Reader, thorough: Reader) -> None:
        self._quick, self._thorough = quick, thorough
        numbers = (self.CERTAIN, self.AHEAD, self.HOPELESS, self.SPARED)
        self.digest = hashlib.sha256(f"{quick.digest} {thorough.digest} {numbers}".encode()).hexdigest()

    def read_all(self, asked: Sequence[RerankRequest]) -> list[dict[int, Reading]]:
        """Read windows for questions; see `index.models.protocols.Reader`."""
        read = self._quick.read_all(asked)
        again = [number for number, readings in enumerate(read) if not self._settled(readings)]
        worth = [replace(asked[number], windows=self._worth(asked[number], read[number])) for number in again]
        for number, readings in zip(again, self._thorough.read_all(worth), strict=True):
            read[number] = readings
        return read

    def _settled(self, read: dict[int, Reading]) -> bool:
        ordered = sorted((reading.over_none for reading in read.values()), reverse=True)
        best, second = [*ordered, -math.inf, -math.inf][:2]
        return best <= self.HOPELESS or (best >= self.CERTAIN and best - second >= self.AHEAD)

    def _worth(self, asked: RerankRequest, read: dict[int, Reading]) -> tuple[Window, ...]:
        """Choose the windows that may hold the answer."""
        best = [
            max(
                (read[place].over_none for place in range(window.first, window.stop) if place in read),
                default=-math.inf,
            )
            for window in asked.windows
        ]
        return tuple(
            window
            for window, value in zip(asked.windows, best, strict=True)
            if value > max(best) - self.SPARED
        )
