"""Words and names of the same kind, by the word vectors of the bundled model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.encoder import bundled_folder
from index.training.words import CAPITALISED, DIGITS, FUNCTION_WORDS, YEAR, bare_name

if TYPE_CHECKING:
    import numpy.typing as npt
    from tokenizers import Tokenizer

    Floats = npt.NDArray[np.float32]

_NEAR = (0.30, 0.56)
"""Cosines between which another word is of the kind; above are its forms and synonyms."""
_KEPT = 8
_LOOKED_AT = 40
_SHORTEST = 3
_ENDINGS = frozenset({"ed", "ng", "es", "st", "ly", "er"})
_NO_NAMES = frozenset({"I", "The", "It", "I'm", "I've", "A", "In"})


def bundled_tokenizer() -> Tokenizer:
    """Load the bundled model's tokenizer, which neither cuts nor pads."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(bundled_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


class Neighbours:
    """Word vectors, centred and of unit length (Mu and Viswanath 2018, arXiv:1702.01417, on centring)."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        from safetensors.numpy import load_file

        weights = load_file(bundled_folder() / "model.safetensors")
        vectors = weights["embeddings.word_embeddings.weight"].astype(np.float32)
        vectors -= vectors.mean(axis=0)
        self._vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + np.float32(1e-9))
        self._tokenizer = tokenizer
        self._words = [tokenizer.id_to_token(number) or "" for number in range(len(vectors))]
        self._usable = np.array(
            [word.isascii() and word.isalpha() and len(word) >= _SHORTEST for word in self._words]
        )
        self._known: dict[str, tuple[str, ...]] = {}

    def near(self, word: str) -> tuple[str, ...]:
        """Find up to eight words of its kind, nearest first; none if it has no vector of its own."""
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> tuple[str, ...]:
        number = self._tokenizer.token_to_id(word)
        if number is None:
            return ()
        cosines = np.where(self._usable, self._vectors @ self._vectors[number], np.float32(-1))
        nearest = np.argsort(-cosines, kind="stable")[1:_LOOKED_AT].tolist()
        ending = word[-2:] if word[-2:] in _ENDINGS else ""
        found = [
            other
            for place in nearest
            if _NEAR[0] < cosines[place] < _NEAR[1]
            and (other := self._words[place])[:4] != word[:4]
            and other not in FUNCTION_WORDS
            and other.endswith(ending)
        ]
        return tuple(found[:_KEPT])

    def vector(self, phrase: str) -> Floats:
        """Average a phrase's word vectors. Shape: (width,), unit length."""
        ids = self._tokenizer.encode(phrase, add_special_tokens=False).ids
        mean = self._vectors[ids].mean(axis=0) if ids else np.zeros_like(self._vectors[0])
        vector: Floats = mean / (np.linalg.norm(mean) + np.float32(1e-9))
        return vector

    def vectors(self, phrases: list[str]) -> Floats:
        """Average each phrase's word vectors. Shape: (phrases, width)."""
        return np.stack([self.vector(phrase) for phrase in phrases]) if phrases else self._vectors[:0]


@dataclass(frozen=True, slots=True)
class Pool:
    """What an article can lend to a changed question."""

    names: tuple[str, ...]
    vectors: Floats
    """Of the names. Shape: (names, width)."""
    years: tuple[str, ...]
    numbers: tuple[str, ...]
    """Those that are no years."""

    @classmethod
    def of(cls, text: str, neighbours: Neighbours, *, most: int = 600) -> Pool:
        """Gather the first `most` names of a text, its years and its numbers."""
        names = list(dict.fromkeys(bare_name(match.group()) for match in CAPITALISED.finditer(text)))
        names = [name for name in names if name not in _NO_NAMES][:most]
        numbers = list(dict.fromkeys(match.group().rstrip(",") for match in DIGITS.finditer(text)))
        return cls(
            tuple(names),
            neighbours.vectors(names),
            tuple(number for number in numbers if YEAR.fullmatch(number)),
            tuple(number for number in numbers if not YEAR.fullmatch(number)),
        )
