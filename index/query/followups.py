"""A follow-up and the question before it -> the text that is searched and read for. English rules only."""

from __future__ import annotations

import re

from index.query.cleaning import MAX_QUESTION_LENGTH, is_small_talk
from index.text.english import ASKING, COMPARING, DEMONSTRATIVE, FUNCTION_WORDS, LINKING, POINTING, VERBS

_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")
_OPENING = re.compile(r"(?:and|but|(?:what|how) about)\b[\s,]*", re.IGNORECASE)
_SHORT_VERB = re.compile(
    rf"\b({'|'.join(sorted(ASKING | {'he', 'she', 'it', 'they', 'that', 'there'}))})'(?:s|re|ve|d|ll)\b",
    re.IGNORECASE,
)
"""As in "what's that"; in "Lee's" it is no verb."""
_EMPTY_IT = re.compile(r"\bit\s+\w+\s+(?:that|to|for)\b", re.IGNORECASE)
"""As in "is it true that": this "it" points to nothing."""
_FEW = 4
"""An incomplete sentence has no more words than these."""


def standalone(question: str, before: str | None) -> str:
    """Return a text that can be searched and read for without knowing the question before it; both are clean.

    A question that leans on the one before is followed by it, cut to the length that a question may have;
    any other stays as it is. Of the ways to join them that were tried on `tests/followups.jsonl`, those with
    the question in front found most answers, and harm least where a question only seems to lean.
    """
    if before is None or not leans(question):
        return question
    return f"{question} {before}"[:MAX_QUESTION_LENGTH].rstrip()


def leans(question: str) -> bool:
    """Whether a question cannot be understood alone; only one in English is ever found to be so."""
    question = _SHORT_VERB.sub(r"\1 is", question.replace("’", "'"))
    opening = _OPENING.match(question)
    words = _WORD.findall(question[opening.end() :] if opening else question)
    lower = [word.lower() for word in words]
    named = [_is_name(word, first=number == 0 and not opening) for number, word in enumerate(words)]
    if not _is_english(lower, named, opened=opening is not None):
        return False
    if is_small_talk(question) and not ASKING.issuperset(lower):
        return False  # "hello there"
    unnamed = lower[: named.index(True)] if True in named else lower
    return (
        FUNCTION_WORDS.issuperset(lower)
        or (not POINTING.isdisjoint(unnamed) and not _EMPTY_IT.search(question))
        or lower[-1] in DEMONSTRATIVE
        or not COMPARING.isdisjoint(lower)
        or _is_incomplete(lower, opened=opening is not None)
    )


def _is_english(words: list[str], named: list[bool], *, opened: bool) -> bool:
    """Whether a third of the words that are no names are English function words, and none is foreign."""
    plain = [word for word, name in zip(words, named, strict=True) if not name]
    known = sum(word in FUNCTION_WORDS for word in words) + opened
    return all(map(str.isascii, plain)) and bool(words) and 0 < known >= len(plain) / 3


def _is_incomplete(words: list[str], *, opened: bool) -> bool:
    """Whether its verb is the one before's: "and to Xi Jinping?", "for which song?", "which songs?"."""
    starts_late = opened or words[0] in LINKING
    return VERBS.isdisjoint(words) and (
        (starts_late and len(words) <= _FEW) or (words[0] in ASKING and len(words) <= _FEW // 2)
    )


def _is_name(word: str, *, first: bool) -> bool:
    return word[0].isupper() and word != "I" and not (first and word.lower() in FUNCTION_WORDS)
