"""Text -> the same text with case, accents and the shapes of quotes and dashes folded, and the way back."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

_SHAPES = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_LETTER_MARKS = frozenset({0, 7, 8, 9})
"""Combining classes of marks that make another letter: vowel signs, nukta, kana voicing, virama."""
_SPACES = re.compile("  +")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_SELECTORS = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
"""Variation selectors: they choose how a character is drawn."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"  # Thai, Lao, Burmese, Hangul letters, Khmer
    "\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff"  # kana and bopomofo
    "\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"  # ideographs, Hangul
)
"""Scripts without spaces, or with particles joined to words; for a class of a regular expression."""
_HANGUL_SIGNS = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
"""Vowels and finals; a folded syllable is a consonant with one or two of them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its characters came from; white space is one space, however wide."""

    text: str
    _origins: npt.NDArray[np.int32] = field(repr=False)
    """The place in the original of each character, and the original's length. Shape: (len(text) + 1,)."""

    @classmethod
    def of(cls, text: str) -> Folded:
        """Fold a text; takes time in proportion to its length."""
        table = {ord(char): _fold(char) for char in set(text)}
        folded = text.translate(table)
        sizes = np.zeros(max(table, default=0) + 1, dtype=np.int32)
        sizes[list(table)] = [len(letters) for letters in table.values()]
        origins = np.repeat(np.arange(len(text), dtype=np.int32), sizes[_codes(text)])
        spaces = _codes(folded) == ord(" ")
        spaces[1:] &= spaces[:-1].copy()
        spaces[:1] = False
        return cls(_SPACES.sub(" ", folded), np.append(origins[~spaces], np.int32(len(text))))

    def original(self, place: int) -> int | None:
        """Say which original character begins at a place of the folded text, the end included.

        None inside of a character that became several. Characters that became nothing belong to the one
        before.
        """
        origin = int(self._origins[place])
        return None if place and origin == self._origins[place - 1] else origin

    def place(self, original: int) -> int:
        """Say where the first character stands that came from an original one or from what follows it."""
        return int(np.searchsorted(self._origins, np.int32(original)))


def _codes(text: str) -> npt.NDArray[np.uint32]:
    """Code points of a text. Shape: (len(text),)."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def fold(text: str) -> str:
    """Fold case, accents, full width and ligatures (NFKD), quotes and dashes; drop what is invisible.

    Each character of white space becomes a space. "ß" becomes "ss". What a character becomes never depends on
    its neighbours.
    """
    return "".join(map(_fold, text))


@functools.cache
def _fold(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char) in _INVISIBLE or ord(char) in _SELECTORS:
        return ""
    plain = unicodedata.normalize("NFKD", _SHAPES.get(char, char)).casefold()
    return "".join(
        mark for mark in unicodedata.normalize("NFKD", plain) if unicodedata.combining(mark) in _LETTER_MARKS
    )


@functools.cache
def is_mark(char: str) -> bool:
    """Whether it belongs to the letter before it; in a folded text that makes it another letter."""
    return unicodedata.category(char).startswith("M") or _HANGUL_SIGNS.match(char) is not None


@functools.cache
def is_letter(char: str) -> bool:
    """Whether it is part of a word in a script with spaces: a letter, a digit or a mark."""
    return (char.isalnum() or is_mark(char)) and re.match(f"[{UNSPACED}]", char) is None
