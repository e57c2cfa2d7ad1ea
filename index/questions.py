"""A question as people type it -> the question that is asked."""

from __future__ import annotations

import re
import unicodedata

from index.errors import QuestionError

MAX_QUESTION_LENGTH = 500
"""In characters, once cleaned."""
_SMALL_TALK = (
    "afternoon all am are awesome bot brb bye cheers cool day doing evening everyone fine folks "
    "friend gg good goodbye great greetings guys ha haha hahaha hehe hello hey heya hi hiya hm hmm "
    "how huh i k kk lmao lol love m me morning much my neat nice night no nope np oh ok okay omg "
    "ping pls please rofl s see sorry so sup sure test testing thank thanks there thx to today ty u "
    "uh um up ur very welcome well what whats wow wp ya yay yeah yep yes yo you your"
)
"""No question about an article is made of these alone: "what" and "how" are here for "what's up"."""


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


def is_small_talk(question: str) -> bool:
    """Whether a clean question only greets, thanks or chats: there is nothing in it to look for."""
    return set(re.findall(r"\w+", question.lower())) <= set(_SMALL_TALK.split())
