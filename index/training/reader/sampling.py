"""A corpus -> windows to learn from, drawn anew in each epoch: the same seed gives the same windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.models.tokenization import assemble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.training.data.corpus import Corpus, Tokens

QUESTION_MARK = 1029
SHORTEST, LONGEST = 110, 380
"""A window has so many tokens, drawn evenly, if its article is long enough."""
_AS_ASKED = 0.45
"""The share of questions that are taken as they were asked; the others as people type them."""
_WITHOUT_MARK = 0.5
"""The share of those that then lose their question mark."""
_TITLED, _FIRST_WORDS = 0.5, 0.3
"""The shares of windows with their article's title, and with its first words instead."""
_BESIDE = 0.55
"""The share of answerable questions that a second window, which does not answer, is read for."""
_HARD = 0.75
"""The share of second windows, and of windows for questions without one, that share the question's words."""
_FOREIGN = 0.12
"""The share of second windows of another article."""


@dataclass(frozen=True, slots=True)
class Window:
    """A question with a stretch of an article."""

    tokens: Tokens
    """All of them, with their marks."""
    text: int
    """How many belong to the question."""
    answering: tuple[int, ...]
    """Which of its sentences answer, counted from 0; none if none does."""
    start: int
    """Place of the answer's first token; 0 if there is none, -1 if it is not known where."""
    end: int
    weight: float
    group: int
    """The question's number: windows of one question compete."""


def epoch(corpus: Corpus, *, seed: int, part: tuple[int, int] = (0, 1)) -> Iterator[list[Window]]:
    """Draw all questions' windows, in a random order.

    Args:
        corpus: what is drawn from.
        seed: of the order and of all that is drawn.
        part: of how many parts of the questions only one is drawn, and which, counted from 0.

    """
    number, of = part
    order = np.random.default_rng(seed).permutation(len(corpus.questions) - 1)[number::of]
    rng = np.random.default_rng([seed, number])
    for question in order.tolist():
        yield windows_for(corpus, question, rng)


def windows_for(corpus: Corpus, question: int, rng: np.random.Generator) -> list[Window]:
    """Draw a question's windows: where it is answered or was asked, and perhaps one that does not answer."""
    asked = _form(corpus, question, rng)
    answering = set(corpus.answering[question].tolist())
    near = corpus.near[question].tolist()
    drawn = []
    if near[0] >= 0:
        must = range(min(answering), max(answering) + 1) if answering else range(*near)
        if answering and len(must) > 8:  # far apart: one of them will do
            must = range(min(answering), min(answering) + 1)
        drawn.append(_window(corpus, question, asked, must, answering, rng))
    if not drawn or (answering and rng.random() < _BESIDE):
        place = _elsewhere(corpus, question, answering, rng)
        if place is not None:
            drawn.append(_window(corpus, question, asked, range(place, place + 1), answering, rng))
    return drawn


def _form(corpus: Corpus, question: int, rng: np.random.Generator) -> Tokens:
    first, last = corpus.questions[question], corpus.questions[question + 1]
    if last - first == 1 or rng.random() < _AS_ASKED:
        form = corpus.forms[first]
        return (
            form[:-1]
            if len(form) > 1 and form[-1] == QUESTION_MARK and rng.random() < _WITHOUT_MARK
            else form
        )
    return corpus.forms[int(rng.integers(first + 1, last))]


def _elsewhere(corpus: Corpus, question: int, answering: set[int], rng: np.random.Generator) -> int | None:
    """Choose a sentence around which nothing answers."""
    article = corpus.article_of[question]
    foreign = article < 0 or rng.random() < _FOREIGN
    if rng.random() < _HARD or article < 0:
        alike = corpus.foreign[question] if foreign else corpus.hard[question]
        alike = alike[alike >= 0]
        if len(alike):
            return int(rng.choice(alike))
    if article < 0 or foreign:
        return int(rng.integers(corpus.articles[-1]))
    first, last = corpus.articles[article], corpus.articles[article + 1]
    for _ in range(4):
        place = int(rng.integers(first, last))
        if place not in answering and not corpus.near[question, 0] <= place < corpus.near[question, 1]:
            return place
    return None


def _window(
    corpus: Corpus,
    question: int,
    asked: Tokens,
    must: range,
    answering: set[int],
    rng: np.random.Generator,
) -> Window:
    """Draw a stretch of sentences that holds some, with what stands before and behind by chance."""
    article = int(np.searchsorted(corpus.articles, must.start, side="right")) - 1
    title = _title(corpus, article, rng)
    room = int(rng.integers(SHORTEST, LONGEST + 1)) - len(asked) - len(title) - 4
    answered = must.start in answering
    stretch = _stretch(corpus, article, must, room, set() if answered else answering, rng)
    tokens, text, marks = assemble(
        asked.tolist(),
        title.tolist(),
        [(corpus.sentences[place].tolist(), bool(corpus.opens[place])) for place in stretch],
    )
    start, end = (-1, -1) if answering & set(stretch) else (0, 0)
    sentence, first, last = corpus.span[question].tolist()
    if sentence in stretch:
        begin = marks[sentence - stretch.start] + 1
        start, end = begin + first, begin + last
    return Window(
        np.array(tokens, dtype=np.uint16),
        text,
        tuple(number for number, place in enumerate(stretch) if place in answering),
        start,
        end,
        float(corpus.weight[question]),
        question,
    )


def _title(corpus: Corpus, article: int, rng: np.random.Generator) -> Tokens:
    kind = rng.random()
    title, first_words = corpus.titles[2 * article], corpus.titles[2 * article + 1]
    if kind < _TITLED:
        return title if len(title) else first_words
    return first_words if kind < _TITLED + _FIRST_WORDS else title[:0]


def _stretch(
    corpus: Corpus, article: int, must: range, room: int, avoid: set[int], rng: np.random.Generator
) -> range:
    """Grow a range of sentences, to the left and the right by chance, up to so many tokens.

    What must be in it is cut only where it alone is too long; what must not be in it ends it.
    """
    lengths = corpus.sentences.borders
    first, last = int(corpus.articles[article]), int(corpus.articles[article + 1])

    def cost(place: int) -> int:
        return int(lengths[place + 1] - lengths[place]) + 1

    start, stop = must.start, must.start
    used = 0
    while stop < must.stop and (stop == start or used + cost(stop) <= max(room, 300)):
        used += cost(stop)
        stop += 1
    left_share = rng.random()
    while True:
        left = start > first and start - 1 not in avoid and used + cost(start - 1) <= room
        right = stop < last and stop not in avoid and used + cost(stop) <= room
        if not left and not right:
            return range(start, stop)
        if left and (not right or rng.random() < left_share):
            start -= 1
            used += cost(start)
        else:
            used += cost(stop)
            stop += 1
