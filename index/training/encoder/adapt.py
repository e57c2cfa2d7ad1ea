"""The whole way from question sets to the encoder's changes, from where it was interrupted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from index.cli.exits import say
from index.errors import UsageError
from index.training.encoder.model import RATE, contrastive_loss, cutting_tokenizer, new_model
from index.training.encoder.plan import DATA, make_plan
from index.training.export import write_adapter
from index.training.progress import Progress
from index.training.trainer import TrainingRun, train

if TYPE_CHECKING:
    from pathlib import Path

    from index.models.protocols import Encoder
    from index.training.encoder.plan import Recipe


def adapt(
    data: Path, recipe: Recipe, out: Path, *, work: Path, published: Encoder, steps: int | None
) -> None:
    """Adapt the published encoder to a folder of question sets, and write what changed.

    Args:
        data: the folder of the question sets.
        recipe: how many questions, and the seed.
        out: the folder for what changed.
        work: the folder that keeps the checkpoint; made if there is none.
        published: the encoder as it was published.
        steps: that are taken at most; None for all.

    Raises:
        UsageError: a question set cannot be read, or the checkpoint is of another run.

    """
    identity = _identity(data, recipe, published)
    work.mkdir(parents=True, exist_ok=True)
    embedding = Progress("embedding articles and their questions:")
    plan = make_plan(data, recipe, encoder=published, progress=embedding)[:steps]
    say(f"{len(plan)} steps")
    model, tokenizer, stepping = new_model(recipe.seed), cutting_tokenizer(), Progress("step")
    run = TrainingRun(
        plan,
        model=model,
        loss=lambda batch: contrastive_loss(model, tokenizer, batch),
        rate=RATE,
        seed=recipe.seed,
        identity=f"{identity} {len(plan)} steps",
    )
    factors = train(run, work, progress=lambda done, total, loss: stepping(done, total, f"loss {loss:.3f}"))
    write_adapter(factors, out, seed=recipe.seed, steps=len(plan))


def _identity(data: Path, recipe: Recipe, encoder: Encoder) -> str:
    """Describe a run by its settings and the digests of what it is made from."""
    seal = hashlib.sha256()
    try:
        for name in DATA:
            seal.update(hashlib.sha256((data / name).read_bytes()).digest())
    except OSError as error:
        raise UsageError(f"{data / name} cannot be read: {error.strerror}") from error
    return json.dumps({**asdict(recipe), "data": seal.hexdigest(), "encoder": encoder.digest}, sort_keys=True)
