"""What can be changed in a question so that its window no longer answers it.

Each function takes the question and gives what to change, or None where it finds nothing to change. After
the unanswerable questions that people wrote for SQuAD 2.0 (Rajpurkar et al. 2018, arXiv:1806.03822, table 1):
another entity or number, an opposite, a negation, a condition that does not hold, another thing asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.training.words import (
    CAPITALISED,
    DIGITS,
    FUNCTION_WORDS,
    MONTHS,
    NUMBERS,
    OPPOSITES,
    YEAR,
    bare_name,
    has,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from index.training.neighbours import Neighbours, Pool
    from index.types import Span

_YEARS_OFF = (-20, -10, -7, -3, -2, -1, 1, 2, 4, 10, 25)
_NEAREST, _KEPT = 25, 8
"""So many names are looked at, and kept."""
_AUXILIARY = re.compile(r"\b(did|does|do|is|was|were|are|can|could|would|has|have|had|will)\b")
_NEGATED = (
    ("didn't", "did"),
    ("doesn't", "does"),
    ("isn't", "is"),
    ("wasn't", "was"),
    (" not ", " "),
    (" never ", " "),
)
_IRREGULAR = {"can": "can't", "will": "won't"}
_ASKS = re.compile(r"(When|Where|Why|How) (did|was|is|were|are|do|does|has|can|will|had)\b")
_SAYS_WHEN = re.compile(r"\d|century|during|after|before|today|when |" + "|".join(MONTHS), re.IGNORECASE)
_SAYS_WHY = re.compile(r"because|since|due to|so that|in order|therefore|caus|reason|to \w+", re.IGNORECASE)
_SAYS_HOW_MANY = re.compile(r"\d|" + "|".join(NUMBERS), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """An answerable question with its window and the answer's place in it."""

    question: str
    window: str
    answer: Span
    pool: Pool

    @property
    def words(self) -> str:
        """The answer's words."""
        return self.window[self.answer.start : self.answer.end]


def swap_name(item: Item, neighbours: Neighbours, rng: random.Random) -> tuple[str, str] | None:
    """Choose a name, year or number of the question, and one of the same kind instead."""
    found = [
        *_names(item, neighbours, rng),
        *_numbers(item, rng),
        *(
            (word, rng.choice([other for other in NUMBERS if other != word]))
            for word in NUMBERS
            if has(item.question, word)
        ),
    ]
    return rng.choice(found) if found else None


def _names(item: Item, neighbours: Neighbours, rng: random.Random) -> Iterator[tuple[str, str]]:
    asked, answer = item.question.lower(), item.words.lower()
    for match in CAPITALISED.finditer(item.question):
        old = bare_name(match.group())
        if old in MONTHS:
            yield old, rng.choice([month for month in MONTHS if month != old])
            continue
        words = set(old.lower().split())
        nearest = np.argsort(-(item.pool.vectors @ neighbours.vector(old)), kind="stable")[:_NEAREST]
        alike = [
            name
            for name in (item.pool.names[place] for place in nearest.tolist())
            if not words & set(name.lower().split())
            and name.lower() not in answer
            and answer not in name.lower()
            and name.lower() not in asked
        ][:_KEPT]
        inside = [name for name in alike if has(item.window, name)]
        if alike:
            yield old, rng.choice(inside if inside and rng.random() < 0.5 else alike)


def _numbers(item: Item, rng: random.Random) -> Iterator[tuple[str, str]]:
    for match in DIGITS.finditer(item.question):
        old = match.group().rstrip(",")
        is_year = YEAR.fullmatch(old) is not None
        lent = item.pool.years if is_year else item.pool.numbers
        others = [number for number in lent if number != old and number not in item.words]
        if not others:
            others = [str(int(old) + rng.choice(_YEARS_OFF) if is_year else rng.randint(2, 90))]
        yield old, rng.choice(others)


def swap_word(item: Item, neighbours: Neighbours, rng: random.Random) -> tuple[str, str] | None:
    """Choose a word of the question, and its opposite, or else one of its kind, instead."""
    words = [word for word in re.findall(r"(?<![Hh]ow )\b[a-z]{2,}", item.question) if word not in item.words]
    opposites = [(word, other) for word in words for other in OPPOSITES.get(word, ())]
    if opposites and rng.random() < 0.8:
        return rng.choice(opposites)
    content = [word for word in words if len(word) > 3 and word not in FUNCTION_WORDS]
    rng.shuffle(content)
    return next(((word, rng.choice(near)) for word in content if (near := neighbours.near(word))), None)


def negate(item: Item) -> str | None:
    """Put a "not" into the question, or take it out."""
    question = item.question
    for negative, positive in _NEGATED:
        if negative in question:
            return question.replace(negative, positive, 1)
    if found := _AUXILIARY.search(question):
        word = found.group()
        negated = _IRREGULAR.get(word, f"{word}n't")
        return question[: found.start()] + negated + question[found.end() :]
    if found := re.match(r"(Who|What|Which \w+) (\w+ed) ", question):
        return f"{found[1]} never {question[found.start(2) :]}"
    return None


def other_role(item: Item, rng: random.Random) -> str | None:
    """Ask for what the window does not hold: a time, a reason, a number."""
    question = item.question
    options = [
        word for word, says in (("When", _SAYS_WHEN), ("Why", _SAYS_WHY)) if not says.search(item.window)
    ]
    if found := _ASKS.match(question):
        options = [word for word in options if word != found[1]]
        if options:
            return rng.choice(options) + question[found.end(1) :]
    if options and re.match(r"What (did|does|do) ", question):
        return rng.choice(options) + question[len("What") :]
    found = re.match(r"(?:What|Which) (\w+s) (?=are|were|did|do|have|had|can)", question)
    if found and not _SAYS_HOW_MANY.search(item.window):
        return f"How many {found[1]} {question[found.end() :]}"
    return None


def condition(item: Item, rng: random.Random) -> str | None:
    """Add a year or a name that the window does not hold."""
    if not item.question.endswith("?"):
        return None
    pool, window, asked = item.pool, item.window, item.question.lower()
    years = [f" in {year}" for year in pool.years if not has(window, year) and year not in asked]
    names = [
        f"{rng.choice([' in ', ' of the ', ' by ', ' after ', ' with '])}{name}"
        for name in rng.sample(pool.names, min(4, len(pool.names)))
        if not has(window, name.split()[0]) and name.lower() not in asked
    ]
    options = rng.sample(years, min(3, len(years))) + names
    return f"{item.question[:-1].rstrip()}{rng.choice(options)}?" if options else None
