"""Data, seed and settings -> every batch in the order of training.

A batch holds questions of one article, or of neighbouring ones, so that what answers one question is a
likely wrong answer to the others.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from index.training.data.qamr import read_qamr
from index.training.data.typos import typed
from index.training.encoder.anchors import qamr_anchors, squad_anchors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from index.models.protocols import Encoder
    from index.training.encoder.anchors import Anchor

T = TypeVar("T")

DATA = (
    "squadshifts-wiki.json",
    "squadshifts-amazon.json",
    "qamr/dev.tsv",
    "qamr/test.tsv",
    "qamr/wiki-sentences.tsv",
)
"""What is trained on."""
_QUESTIONS = 40
"""In a batch."""
_VIEWS = (0.65, 0.15, 0.2)
"""How often a batch shows sentences, sentences with the one before, and paragraphs."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides a plan, but for the data."""

    seed: int = 7
    epochs: int = 2
    qamr: int = 6000
    """Questions in an epoch, other ones in each while there are any."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A batch: questions, and texts of which one answers each."""

    questions: tuple[str, ...]
    texts: tuple[str, ...]
    """No two are equal."""
    right: tuple[int, ...]
    """For each question, the place of the text that answers it."""
    also: tuple[tuple[int, int], ...]
    """Places of a question and of another text that answers it, which counts as neither right nor wrong."""


def make_plan(
    data: Path, recipe: Recipe, *, encoder: Encoder, progress: Callable[[int, int], None]
) -> list[Contrast]:
    """Make every batch of every epoch.

    Args:
        data: the folder with the files of `DATA`.
        recipe: how many, and the seed.
        encoder: finds texts that look as if they answered; the one that training starts from.
        progress: called with (articles embedded, articles to embed), for one file after the other.

    """
    articles = [squad_anchors(data / name, encoder=encoder, progress=progress) for name in DATA[:2]]
    qamr = list(qamr_anchors(read_qamr(data / "qamr")))
    random.Random(recipe.seed).shuffle(qamr)  # noqa: S311 - examples are no secrets
    plan: list[Contrast] = []
    for epoch in range(recipe.epochs):
        rng = random.Random(f"{recipe.seed}/{epoch}")  # noqa: S311 - as above
        first = epoch * recipe.qamr
        drawn = [qamr[(first + place) % len(qamr)] for place in range(min(recipe.qamr, len(qamr)))]
        batches = _batched(drawn)
        for of_file in articles:
            batches += _batched(
                [anchor for article in _shuffled(of_file, rng) for anchor in _shuffled(article, rng)]
            )
        plan += [contrast(batch, rng) for batch in _shuffled(batches, rng)]
    return plan


def contrast(anchors: Sequence[Anchor], rng: random.Random) -> Contrast:
    """Choose a view, and for each anchor one text that answers and one that does not, if it has any."""
    (view,) = rng.choices((0, 1, 2), _VIEWS)
    right = [rng.choice(anchor.right)[view] for anchor in anchors]
    wrong = [rng.choice(anchor.wrong)[view] for anchor in anchors if anchor.wrong]
    places = {text: place for place, text in enumerate(dict.fromkeys([*right, *wrong]))}
    return Contrast(
        questions=tuple(typed(anchor.question, rng) for anchor in anchors),
        texts=tuple(places),
        right=tuple(places[text] for text in right),
        also=tuple(
            (row, places[text])
            for row, anchor in enumerate(anchors)
            for text in dict.fromkeys(views[view] for views in anchor.right)
            if text != right[row] and text in places
        ),
    )


def _batched(anchors: Sequence[Anchor]) -> list[Sequence[Anchor]]:
    """Cut into batches of the full size; what is left over waits for another epoch."""
    whole = max(_QUESTIONS, len(anchors) - len(anchors) % _QUESTIONS)
    return [anchors[start : start + _QUESTIONS] for start in range(0, min(whole, len(anchors)), _QUESTIONS)]


def _shuffled(values: Sequence[T], rng: random.Random) -> list[T]:
    return rng.sample(values, len(values))
