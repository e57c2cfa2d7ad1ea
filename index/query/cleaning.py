"""A question as people type it -> the question that is asked."""

from __future__ import annotations

import re
import unicodedata

from index.errors import QuestionError
from index.text.english import SMALL_TALK

MAX_QUESTION_LENGTH = 500
"""In characters, once cleaned."""


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
        raise QuestionError("the question is empty: ask in at least one word", length=0)
    if len(cleaned) > MAX_QUESTION_LENGTH:
        raise QuestionError(
            f"the question has {len(cleaned):,} characters and may have {MAX_QUESTION_LENGTH}: "
            "ask it in fewer words",
            length=len(cleaned),
            limit=MAX_QUESTION_LENGTH,
        )
    return cleaned


def askable(text: str) -> str | None:
    """Return a question cleaned, or None if it cannot be asked."""
    try:
        return clean_question(text)
    except QuestionError:
        return None


def is_small_talk(question: str) -> bool:
    """Whether a clean question only greets, thanks or chats: there is nothing in it to look for."""
    return set(re.findall(r"\w+", question.lower())) <= SMALL_TALK
