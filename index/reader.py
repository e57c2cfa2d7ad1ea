"""(question, windows of sentences) -> the answering words of each sentence: the only door to the reader.

The reader is all-MiniLM-L6-v2's encoder over `[CLS] question [SEP] window [SEP]` with three heads: where an
answer starts, where it ends, and whether the window holds one at all. Position 0 of the first two means "no
answer here" (Devlin et al. 2019, arXiv:1810.04805, section 4.3).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from index.calibration import Calibration
from index.encoder import bundled_folder
from index.precision import faster_dtype
from index.spans import readings
from index.trained import Trained, open_trained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import torch
    from tokenizers import Encoding, Tokenizer

    from index.spans import Logits
    from index.types import Reading

    Row = tuple[Sequence[int], Sequence[int]]
    """The tokens of a question and of a window."""
    Weights = dict[str, torch.Tensor]

WEIGHTS = "model.safetensors"
"""The file of weights in a reader's folder."""
QUESTION_TOKENS, SENTENCE_TOKENS = 40, 110
"""So much is read of a question and of a sentence."""
BATCH_TOKENS = 2048
"""So many are computed at a time, which take some 25 MB."""
LAYERS, HEADS = 6, 12
_CLS, _SEP = 101, 102
_WORDS = "bert.embeddings.word_embeddings.weight"


class ReaderConfig(Trained):
    """What stands beside a reader's weights."""

    calibration: Calibration


class SpanReader:
    """A trained reader as `index.types.Reader`; safe to call from several threads.

    All windows, of one question or of many, are one flat row of tokens for the linear layers, which so waste
    nothing on padding; attention runs window by window. It computes in bfloat16 where this machine is faster
    at that.
    """

    def __init__(
        self, weights: Weights, tokenizer: Tokenizer, *, digest: str, dtype: torch.dtype | None = None
    ) -> None:
        import torch

        self.digest = digest
        self._tokenizer = tokenizer
        dtype = dtype or faster_dtype()
        self._weights = {name: weight.to(dtype) for name, weight in weights.items()}
        for layer in range(LAYERS):
            attention = f"bert.encoder.layer.{layer}.attention.self."
            for part in ("weight", "bias"):
                self._weights[f"{attention}joined.{part}"] = torch.cat(
                    [self._weights.pop(f"{attention}{name}.{part}") for name in ("query", "key", "value")]
                )

    def read_all(self, windows: Sequence[tuple[str, Sequence[str]]]) -> list[list[Reading]]:
        """Read windows; see `index.types.Reader`."""
        questions = list(dict.fromkeys(question for question, _ in windows))
        asked = dict(zip(questions, self._encode(questions, QUESTION_TOKENS), strict=True))
        texts = [self._encode(sentences, SENTENCE_TOKENS) for _, sentences in windows]
        rows = [
            (asked[question].ids, [token for sentence in text for token in sentence.ids])
            for (question, _), text in zip(windows, texts, strict=True)
        ]
        logits = itertools.chain.from_iterable(map(self._logits, _batches(rows)))
        return [
            readings(text, start, end, answerable, first=len(question) + 2)
            for text, (question, _), (start, end, answerable) in zip(texts, rows, logits, strict=True)
        ]

    def _encode(self, texts: Sequence[str], most: int) -> list[Encoding]:
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        for encoding in encodings:
            encoding.truncate(most)
        return encodings

    def _logits(self, rows: Sequence[Row]) -> list[tuple[Logits, Logits, float]]:
        """For each (question, window) of tokens: start and end of each token, and whether it answers."""
        import torch

        lengths = [_length(row) for row in rows]
        tokens = [t for question, window in rows for t in (_CLS, *question, _SEP, *window, _SEP)]
        kinds = [k for q, w in rows for k in [0] * (len(q) + 2) + [1] * (len(w) + 1)]
        places = [place for length in lengths for place in range(length)]
        with torch.inference_mode():
            embedded = (
                self._weights[_WORDS][tokens]
                + self._weights["bert.embeddings.token_type_embeddings.weight"][kinds]
                + self._weights["bert.embeddings.position_embeddings.weight"][places]
            )
            hidden = self._norm(embedded, "bert.embeddings.LayerNorm")
            for layer in range(LAYERS):
                hidden = self._layer(hidden, f"bert.encoder.layer.{layer}.", lengths)
            spans = self._linear(hidden, "span").float()
            firsts = np.cumsum([0, *lengths[:-1]])
            pooled = torch.tanh(self._linear(hidden[torch.from_numpy(firsts)], "answer_hidden"))
            answerable = self._linear(pooled, "answer_out").squeeze(-1).tolist()
        return [
            (span[:, 0].numpy(), span[:, 1].numpy(), answer)
            for span, answer in zip(torch.split(spans, lengths), answerable, strict=True)
        ]

    def _layer(self, hidden: torch.Tensor, name: str, lengths: list[int]) -> torch.Tensor:
        import torch
        from torch.nn import functional

        width = hidden.shape[1]
        joined = self._linear(hidden, f"{name}attention.self.joined").view(-1, 3, HEADS, width // HEADS)
        attended = torch.cat([_attended(window) for window in torch.split(joined, lengths)])
        hidden = self._norm(
            self._linear(attended.reshape(-1, width), f"{name}attention.output.dense") + hidden,
            f"{name}attention.output.LayerNorm",
        )
        widened = functional.gelu(self._linear(hidden, f"{name}intermediate.dense"))
        return self._norm(self._linear(widened, f"{name}output.dense") + hidden, f"{name}output.LayerNorm")

    def _linear(self, hidden: torch.Tensor, name: str) -> torch.Tensor:
        from torch.nn import functional

        return functional.linear(hidden, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, hidden: torch.Tensor, name: str) -> torch.Tensor:
        from torch.nn import functional

        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return functional.layer_norm(hidden, weight.shape, weight, bias, eps=1e-12)


def _length(row: Row) -> int:
    question, window = row
    return len(question) + len(window) + 3  # with [CLS] and two [SEP]


def _batches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Cut rows into batches of about as many tokens as bound the memory; a longer row is one of its own."""
    batch: list[Row] = []
    tokens = 0
    for row in rows:
        if batch and tokens + _length(row) > BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
        batch.append(row)
        tokens += _length(row)
    if batch:
        yield batch


def _attended(window: torch.Tensor) -> torch.Tensor:
    """Attend within a window. From shape (tokens, 3, heads, width) to (tokens, heads, width)."""
    from torch.nn import functional

    # Only with a batch dimension does torch take its fused kernel, which is much faster.
    query, key, value = window.permute(1, 2, 0, 3).unsqueeze(1)
    return functional.scaled_dot_product_attention(query, key, value)[0].transpose(0, 1)


def load_reader(folder: Path) -> tuple[SpanReader, Calibration]:
    """Load a reader, with what was fitted for it, from a folder that training wrote.

    Its word vectors are those of the bundled model, which training leaves as they are.

    Raises:
        ModelError: its files are missing, or the weights are not those that were written.

    """
    from safetensors import safe_open
    from tokenizers import Tokenizer

    config, weights = open_trained(folder, WEIGHTS, ReaderConfig, what="reader")
    bundle = bundled_folder()
    tokenizer = Tokenizer.from_file(str(bundle / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with safe_open(bundle / "model.safetensors", framework="pt") as published:
        words = published.get_tensor("embeddings.word_embeddings.weight")
    reader = SpanReader({**weights, _WORDS: words}, tokenizer, digest=config.sha256)
    return reader, config.calibration
