"""Data, seed and settings -> every example in the order of training: the plan."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.training.batches import batched
from index.training.examples import Maker
from index.training.neighbours import Neighbours, bundled_tokenizer
from index.training.qamr import read_qamr
from index.training.qamr_examples import qamr_examples
from index.training.squad_examples import read_sources, squad_examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.training.batches import Batch
    from index.training.examples import Example
    from index.training.qamr import QamrSource
    from index.training.squad_examples import Source
    from index.types import Encoder, Reader

DATA = (
    "squadshifts-wiki.json",
    "squadshifts-amazon.json",
    "qamr/dev.tsv",
    "qamr/test.tsv",
    "qamr/wiki-sentences.tsv",
)
"""What is trained on."""
_WIKI = {"negatives": 0.65, "twins": 0.75}
_AMAZON = {"negatives": 0.65 * 0.75, "twins": 0.75 * 0.5}
_MINED = {"negatives": 2.0, "twins": 0.75}
"""Where a reader has read what search found, as it does for answers, several windows compete."""
_QAMR = {"twins": 0.5}


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides a plan, but for the data."""

    seed: int = 7
    epochs: int = 2
    qamr: int = 9000
    """Questions in an epoch, other ones in each while there are any."""
    amazon: float = 0.6
    """The share in an epoch, chosen anew in each."""
    tokens: int = 3072
    """Of a batch, with its padding."""
    after: str | None = None
    """The digest of the reader that it goes on from, which chooses what does not answer."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All questions that examples are made of."""

    wiki: tuple[Source, ...]
    amazon: tuple[Source, ...]
    qamr: tuple[QamrSource, ...]


def make_plan(
    data: Path,
    recipe: Recipe,
    *,
    encoder: Encoder,
    progress: Callable[[int, int], None],
    reader: Reader | None = None,
) -> list[Batch]:
    """Make every example of every epoch.

    Args:
        data: the folder with the files of `DATA`.
        recipe: how many, and the seed.
        encoder: searches the articles for windows that look like answers.
        progress: called with (articles searched, articles to search), for one file after the other.
        reader: the one that the recipe goes on from, if any; it reads them.

    """
    tokenizer = bundled_tokenizer()
    neighbours = Neighbours(tokenizer)

    def read(name: str) -> tuple[Source, ...]:
        return read_sources(
            data / name, neighbours=neighbours, encoder=encoder, reader=reader, progress=progress
        )

    sources = Sources(read(DATA[0]), read(DATA[1]), read_qamr(data / "qamr", neighbours=neighbours))
    plan: list[Batch] = []
    for epoch in range(recipe.epochs):
        rng = random.Random(f"{recipe.seed}/{epoch}")  # noqa: S311 - examples are no secrets
        examples = list(_epoch(sources, recipe, epoch, Maker(tokenizer, neighbours, rng)))
        plan += batched(examples, tokens=recipe.tokens, rng=rng)
    return plan


def _epoch(sources: Sources, recipe: Recipe, epoch: int, maker: Maker) -> Iterator[Example]:
    group = 0
    amazon = maker.rng.sample(sources.amazon, int(len(sources.amazon) * recipe.amazon))
    for share, chosen in ((_WIKI, sources.wiki), (_AMAZON, amazon)):
        for source in chosen:
            group += 1
            yield from squad_examples(source, maker, group=group, **(_MINED if recipe.after else share))
    order = list(range(len(sources.qamr)))
    random.Random(recipe.seed).shuffle(order)  # noqa: S311 - as above; the same in every epoch
    for place in range(min(recipe.qamr, len(order))):
        group += 1
        source_ = sources.qamr[order[(epoch * recipe.qamr + place) % len(order)]]
        yield from qamr_examples(source_, sources.qamr, maker, group=group, **_QAMR)
