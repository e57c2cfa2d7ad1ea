"""A text -> the language that it is in, where that is plain: the only door to py3langid."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # noqa: TID251 - this is its door

_SAMPLE = 20_000
"""Characters at the beginning that are looked at."""
_LEAST = 150
"""Bytes in UTF-8 that say enough; of less nothing is concluded."""
_SURE = 0.8
"""Of 1,157 English texts none was taken for another language with more than 0.31; of 213 short ones in ten
other languages 192 are told with as much, the others not at all: `python -m tests.bench.language`."""
_NONE = "zxx"
"""What is no language, such as numbers."""


def language_of(text: str) -> str | None:
    """Say which language a text is in, as an ISO 639 code; None where that cannot be said with certainty.

    The first call takes a second.
    """
    sample = text[:_SAMPLE]
    if len(sample.encode(errors="replace")) < _LEAST:
        return None
    try:
        code, probability = _identifier().classify(sample)
    except (ImportError, MemoryError, OSError):  # there is no room for it in a process that is limited
        return None
    return None if probability < _SURE or code == _NONE else code


@functools.cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: TID251 - this is its door

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
