"""A question as people type it -> the question that is asked."""

from __future__ import annotations

import unicodedata

from index.errors import QuestionError

MAX_LENGTH = 500


def clean_question(text: str) -> str:
    """Normalise a question: NFC, no control or zero-width characters, white space folded and stripped.

    Raises:
        QuestionError: fewer than 1 or more than 500 characters are left.

    """
    # Cc are controls, Cf the invisible format characters (zero-width, bidirectional, tags), Cs halves
    # of surrogate pairs, which no encoder can take.
    visible = "".join(
        char for char in text if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
    )
    cleaned = unicodedata.normalize("NFC", " ".join(visible.split()))
    if not cleaned:
        raise QuestionError("the question is empty: ask in at least one word")
    if len(cleaned) > MAX_LENGTH:
        raise QuestionError(
            f"the question has {len(cleaned):,} characters and may have {MAX_LENGTH}: ask it in fewer words"
        )
    return cleaned
