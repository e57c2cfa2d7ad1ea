"""Texts -> unit vectors: the only door to sentence-transformers."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.errors import ModelError
from index.models.adapter import holds_adapter, load_adapter
from index.models.bundle import BUNDLED_MODEL, WEIGHTS_SHA256, bundled_folder, check_bundle, word_vectors
from index.models.hardware import available_cores
from index.models.memory import save_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentence_transformers import SentenceTransformer  # noqa: TID251 - this is its door

    from index.types import Vectors

_ADAPTED = Path(__file__).parents[1] / "encoder_model"
_BATCH = 32
_MOST_TOKENS_A_CHARACTER = 4
"""Decomposed characters (a Hangul syllable is three letters) may give several tokens each."""


class SentenceEncoder:
    """A sentence-transformers model as an `Encoder`; safe to call from several threads."""

    def __init__(self, model: SentenceTransformer, *, name: str, digest: str) -> None:
        self._model = model
        self.name = name
        self.digest = digest
        dimension = model.get_embedding_dimension()
        if dimension is None:
            raise ModelError(f"the model {name} does not say how wide its vectors are: choose another")
        self.dimension = dimension

    def windows(self, text: str) -> tuple[str, ...]:
        """Cut a text into overlapping pieces, none longer than the model reads; one piece if it fits.

        Neighbouring windows share a quarter of their tokens; cuts fall between words.
        """
        limit = self._model.max_seq_length
        if not limit or len(text) * _MOST_TOKENS_A_CHARACTER <= limit:
            return (text,)
        tokens = self._model.tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )
        size = int(limit) - self._model.tokenizer.num_special_tokens_to_add()
        words, offsets = tokens.word_ids(), tokens["offset_mapping"]
        if len(words) <= size:
            return (text,)
        windows = []
        first = 0
        while True:
            last = min(first + size, len(words))
            if last < len(words):
                last = _word_start(words, last, after=first)
            windows.append(text[offsets[first][0] : offsets[last - 1][1]])
            if last == len(words):
                return tuple(windows)
            first = _word_start(words, last - size // 4, after=first)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed texts. Shape: (len(texts), dimension), float32, rows of unit length."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        rows = self._model.encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.ascontiguousarray(rows, dtype=np.float32)


def _word_start(words: Sequence[int | None], place: int, *, after: int) -> int:
    """Move back to the first token of the word at `place`, but stay behind `after`."""
    start = place
    while start > after + 1 and words[start] == words[start - 1]:
        start -= 1
    return start if start > after + 1 else place


def load_encoder(name: str = BUNDLED_MODEL, *, threads: int | None = None) -> SentenceEncoder:
    """Load a model: the bundled one with Verbatim's changes, one in a folder, or one that a hub knows.

    A folder may also hold other changes of the bundled one, as training writes them. Only a hub name can
    cause a download, and HF_HUB_OFFLINE forbids that too.

    Args:
        name: what the setting `model` holds.
        threads: that torch computes with; by default one for each core this process may use.

    Raises:
        ModelError: it is missing, cannot be loaded, or the bundled weights are not the published ones.

    """
    folder = _ADAPTED if name == BUNDLED_MODEL else Path(name)
    adapter = load_adapter(folder) if name == BUNDLED_MODEL or holds_adapter(folder) else None
    if adapter:
        folder = bundled_folder()
        check_bundle(folder)

    save_memory()
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer  # noqa: TID251

    torch.set_num_threads(threads or available_cores())
    transformers.utils.logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    local = folder.is_dir()
    try:
        model = SentenceTransformer(str(folder) if local else name, device="cpu", local_files_only=local)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ModelError(
            f"the model {name} cannot be loaded ({reason}): name a folder, a model that is on this machine,"
            f" or {BUNDLED_MODEL}"
        ) from error
    if adapter:
        adapter.add_to(model.get_submodule("0.model"))
        model.get_submodule("0.model.embeddings.word_embeddings").weight.data = word_vectors()
        digest = hashlib.sha256(f"{WEIGHTS_SHA256} + {adapter.digest}".encode()).hexdigest()
    else:
        digest = _weights_digest(model)
    return SentenceEncoder(model, name=name, digest=digest)


def _weights_digest(model: SentenceTransformer) -> str:
    """Digest what the vectors depend on: modules, length that is read, prompt, weights, tokenizer."""
    prompt = model.prompts.get(model.default_prompt_name or "")
    seal = hashlib.sha256(repr((str(model), model.max_seq_length, prompt)).encode())
    for name, tensor in sorted(model.state_dict().items()):
        seal.update(name.encode())
        seal.update(tensor.detach().float().contiguous().numpy().tobytes())
    tokenizer = getattr(model.tokenizer, "backend_tokenizer", model.tokenizer)
    if hasattr(tokenizer, "to_str"):
        seal.update(tokenizer.to_str().encode())
    return seal.hexdigest()
