"""A question as people type it in a chat: short, hasty, with a name or a pronoun for what both know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_OPENERS = (
    "so", "and", "but", "ok so", "wait", "hey", "also", "hm", "btw", "sorry but", "quick question,",
    "anyone know",
    "does anyone know", "do we know", "any idea", "can someone tell me", "just wondering", "pls", "yo",
)  # fmt: skip
_CLOSERS = (
    "again",
    "then",
    "exactly",
    "though",
    "tho",
    "lol",
    "please",
    "pls",
    "now",
    "anyway",
    "in the end",
    "here",
)
_SHORTER = (
    (r"\b(what|who|where|how|when|that|it|there) is\b", r"\1s"),
    (r"\b(what|who|where|how|when|that|it|there) is\b", r"\1's"),
    (r"\b(did|does|do|was|were|is|are|could|would|should|has|have|had) not\b", r"\1nt"),
    (r"\b(did|does|do|was|were|is|are|could|would|should|has|have|had)n't\b", r"\1nt"),
    (r"^in (what|which) year\b", "when"),
    (r"^(what|which) year\b", "when"),
    (r"^(on|at|since|by|until) (what|which) (date|day|time)\b", "when"),
    (r"^in (what|which) (country|city|place|location|town|state)\b", "where"),
    (r"^for (what|which) (reason|purpose)\b", "why"),
    (r"^(what|which) (is|was|were|are) the (reason|cause) (for|of|behind|that)\b", "why"),
    (r"^in (what|which) (manner|way)\b", "how"),
    (r"^(what|which) (person|man|woman|individual)\b", "who"),
    (r"^what (is|was) the name of (the |a |an )?", "which "),
    (r"^what (is|was) (the )?(amount|number) of\b", "how many"),
    (r"^what (is|was|are|were) (the )?", ""),
    (r"^what (does|did|do) .* (think|say) about\b", "opinion on"),
    (r"^which (of the following )?", "what "),
    (r"\bapproximately\b", "about"),
    (r"\b(received|obtained)\b", "got"),
    (r"\b(individuals|persons)\b", "people"),
    (r"\bchildren\b", "kids"),
    (r"\bpurchase(d?)\b", "buy"),
    (r"\bbecause\b", "cuz"),
    (r"\byou\b", "u"),
    (r"\byour\b", "ur"),
    (r"\band\b", "&"),
)  # fmt: skip
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NAME = re.compile(r"(?<!^)(?:\b[A-Z][\w.'’-]+(?: (?:of |the |de |van )?[A-Z][\w.'’-]+)+)")
_PRONOUNS = {"he": ("he", "his", "him"), "she": ("she", "her", "her"), "they": ("they", "their", "them")}
_SUBJECT_AFTER = re.compile(
    r"\b(did|does|do|is|was|were|are|has|have|had|will|would|could|can|should)\s*$", re.IGNORECASE
)


def typed(question: str, rng: random.Random, *, title: str = "", paragraph: str = "") -> str:
    """Write a question as someone in a hurry would; the case of letters is left, as no model here sees it.

    Args:
        question: with good manners.
        rng: decides what happens to it.
        title: of what it is asked about: people say "it" or "they" for that.
        paragraph: that answers, which shows how it speaks of people.

    """
    question = question.strip()
    if rng.random() < 0.45:
        question = _known(question, rng, title, paragraph)
    for pattern, short in rng.sample(_SHORTER, len(_SHORTER)):
        if rng.random() < 0.5:
            changed = re.sub(pattern, short, question, count=1, flags=re.IGNORECASE)
            question = changed if len(changed.split()) > 2 else question
    if rng.random() < 0.25:
        question = re.sub(r"\b(the|a|an) ", lambda m: "" if rng.random() < 0.5 else m[0], question)
    if rng.random() < 0.15:
        question = f"{rng.choice(_OPENERS)} {question}"
    if rng.random() < 0.7:
        question = question.rstrip("?. ")
        if rng.random() < 0.12:
            question = f"{question} {rng.choice(_CLOSERS)}"
    if rng.random() < 0.35:
        question = slipped(question, rng)
    return question


def _known(question: str, rng: random.Random, title: str, paragraph: str) -> str:
    """Say a name shorter, or a pronoun for it, as if it had just been spoken of."""
    names = [match for match in _NAME.finditer(question) if len(match[0]) > 4]
    named = _of_title(question, title)
    if named and rng.random() < 0.6:
        names = [named]
    if not names:
        return question
    name = rng.choice(names)
    if name is not named or rng.random() < 0.4:
        last = name[0].split()[-1]
        return question[: name.start()] + last + question[name.end() :]
    low = f" {paragraph.lower()} "
    counts = {word: low.count(f" {word} ") for word in _PRONOUNS}
    likeliest = max(counts, key=lambda word: counts[word])
    before, behind = question[: name.start()], question[name.end() :]
    if counts[likeliest] == 0 or rng.random() < 0.2:
        return (
            before.removesuffix("the ").removesuffix("The ")
            + rng.choice(("it", "this", "they", "that"))
            + behind
        )
    subject, possessive, object_ = _PRONOUNS[likeliest]
    if behind.startswith(("'s ", "’s ")):
        return before + possessive + behind[2:]
    return before + (subject if _SUBJECT_AFTER.search(before) or not before else object_) + behind


def _of_title(question: str, title: str) -> re.Match[str] | None:
    words = title.replace("_", " ").split("(")[0].strip()
    return re.search(rf"\b{re.escape(words)}\b", question, re.IGNORECASE) if len(words) > 3 else None


def slipped(text: str, rng: random.Random) -> str:
    """Mistype one of the longer words: two letters swapped, one left out, doubled, or its neighbour's key."""
    words = list(re.finditer(r"[A-Za-z]{4,}", text))
    if not words:
        return text
    word = rng.choice(words)
    place = rng.randrange(word.start() + 1, word.end() - 1)
    letter, following = text[place], text[place + 1]
    row = next((keys for keys in _KEYS if letter.lower() in keys), None)
    near = row[max(0, row.index(letter.lower()) - 1)] if row else letter
    slip = rng.choice((following + letter, following, letter + letter + following, near + following))
    return text[:place] + slip + text[place + 2 :]
