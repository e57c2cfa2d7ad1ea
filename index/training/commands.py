"""`train-encoder`, `train` and `calibrate`, for `python -m index.training`."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.ending import Verbose, ending, say, sensible_settings
from index.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.training.encoder.plan import Recipe as EncoderRecipe
    from index.training.plan import Recipe
    from index.types import Encoder

app = typer.Typer(
    name="index.training",
    help="Make the encoder and the reader that Verbatim ships: first train them, then calibrate.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Data = Annotated[Path, typer.Argument(help="Folder of the question sets.", show_default=False)]
Seed = Annotated[int, typer.Option(help="The same seed gives the same weights.")]
Work = Annotated[
    Path | None,
    typer.Option(help="Folder to go on from when interrupted (by default OUT.work).", show_default=False),
]
Steps = Annotated[
    int | None, typer.Option(min=1, help="Take so many steps at most, for a try.", show_default=False)
]
CHOSEN_ON = {"squad2-dev.json": 1, "reddit-dev.json": 6}
"""What is calibrated on, and that every n-th of its questions is read."""
ELSEWHERE = 30
"""Answerable questions of other articles that each article is asked."""


@app.command()
def train_encoder(
    data: Data,
    *,
    out: Annotated[Path, typer.Option(help="Folder for the encoder's changes.", show_default=False)],
    work: Work = None,
    seed: Seed = 7,
    epochs: Annotated[int, typer.Option(min=1, help="How often the questions are seen.")] = 2,
    steps: Steps = None,
    verbose: Verbose = False,
) -> None:
    """Adapt the bundled encoder: about half an hour on two cores; goes on where it was interrupted."""
    with ending(verbose=verbose):
        from index.encoder import bundled_folder
        from index.training.encoder.model import RATE, cutting_tokenizer, loss_of, new_model
        from index.training.encoder.plan import Recipe, make_plan
        from index.training.loop import train as run
        from index.training.progress import Progress
        from index.training.writing import write_adapter

        recipe = Recipe(seed=seed, epochs=epochs)
        published = _encoder(model=str(bundled_folder()))
        identity = _identity(data, recipe, published)
        work = _work(work, out)
        embedding = Progress("embedding articles and their questions:")
        plan = make_plan(data, recipe, encoder=published, progress=embedding)[:steps]
        say(f"{len(plan)} steps")
        model, tokenizer = new_model(seed), cutting_tokenizer()
        factors = run(
            plan,
            work,
            model=model,
            loss=lambda batch: loss_of(model, tokenizer, batch),
            rate=RATE,
            seed=seed,
            identity=f"{identity} {len(plan)} steps",
            progress=_stepping(),
        )
        write_adapter(factors, out, seed=seed, steps=len(plan))
        say(f"wrote {out}; now calibrate a reader with it: VERBATIM_MODEL={out}, and the command `calibrate`")


@app.command()
def train(
    data: Data,
    *,
    out: Annotated[Path, typer.Option(help="Folder for the reader.", show_default=False)],
    work: Work = None,
    after: Annotated[
        Path | None,
        typer.Option(
            help="Go on from the reader in this folder, with what it wrongly likes; the two are averaged.",
            show_default=False,
        ),
    ] = None,
    seed: Seed = 7,
    epochs: Annotated[int, typer.Option(min=1, help="How often the wiki questions are seen.")] = 2,
    steps: Steps = None,
    verbose: Verbose = False,
) -> None:
    """Train the reader: about an hour on two cores, minutes on a GPU; goes on where it was interrupted."""
    with ending(verbose=verbose):
        from index.reader import WEIGHTS, ReaderConfig, load_reader
        from index.trained import open_trained
        from index.training.loop import train as run
        from index.training.model import FIRST, FURTHER, averaged, loss_of, new_model
        from index.training.plan import Recipe, make_plan
        from index.training.plan_file import load_plan, save_plan
        from index.training.progress import Progress
        from index.training.writing import write_reader

        config, initial = open_trained(after, WEIGHTS, ReaderConfig, what="reader") if after else (None, None)
        recipe = Recipe(seed=seed, epochs=epochs, after=config.sha256 if config else None)
        encoder = _encoder()  # sets the threads, also where the plan is there already
        identity = _identity(data, recipe, encoder)
        work = _work(work, out)
        plan = load_plan(work / "plan.safetensors", identity=identity)
        if plan is None:
            searching = Progress("searching articles for windows that look like answers:")
            reader = load_reader(after)[0] if after else None
            plan = make_plan(data, recipe, encoder=encoder, reader=reader, progress=searching)
            save_plan(plan, work / "plan.safetensors", identity=identity)
        plan = plan[:steps]
        examples = sum(len(batch) for batch in plan)
        say(f"{len(plan)} steps, {examples} examples")
        pace = FURTHER if initial else FIRST
        model = new_model(seed, dropout=pace.dropout, initial=initial)
        weights = run(
            plan,
            work,
            model=model,
            loss=lambda batch: loss_of(model, batch, tokens=recipe.tokens),
            rate=pace.rate,
            seed=seed,
            identity=f"{identity} {len(plan)} steps",
            progress=_stepping(),
        )
        if initial:
            weights = averaged(initial, weights)
        write_reader(weights, out, seed=seed, steps=len(plan))
        say(f"wrote {out}; now calibrate it: python -m index.training calibrate {data} {out}")


@app.command()
def calibrate(
    data: Data,
    folder: Annotated[Path, typer.Argument(help="Folder of the reader.", show_default=False)],
    *,
    every: Annotated[int, typer.Option(min=1, help="Read every n-th question only, for a try.")] = 1,
    seed: Seed = 7,
    verbose: Verbose = False,
) -> None:
    """Fit the order of sentences, the confidence and its thresholds, and write them beside the weights."""
    with ending(verbose=verbose):
        from index.fitting.calibrating import calibrate as fit
        from index.reader import load_reader
        from index.training.gathering import gather
        from index.training.progress import Progress
        from index.training.report import report
        from index.training.writing import write_calibration

        encoder = _encoder()
        reader, _ = load_reader(folder)
        everything = [
            gathered
            for name, thinned in CHOSEN_ON.items()
            for gathered in gather(
                data / name,
                encoder=encoder,
                reader=reader,
                every=every * thinned,
                elsewhere=max(1, ELSEWHERE // every),
                seed=seed,
                progress=Progress(f"{name}, question"),
            )
        ]
        calibration, checked = fit(everything)
        write_calibration(calibration, folder)
        for line in report(everything, checked, calibration):
            typer.echo(line)


def _work(work: Path | None, out: Path) -> Path:
    """Make the folder that keeps what an interrupted run goes on from."""
    work = work or out.with_name(f"{out.name}.work")
    work.mkdir(parents=True, exist_ok=True)
    return work


def _stepping() -> Callable[[int, int, float], None]:
    from index.training.progress import Progress

    stepping = Progress("step")
    return lambda done, total, loss: stepping(done, total, f"loss {loss:.3f}")


def _identity(data: Path, recipe: Recipe | EncoderRecipe, encoder: Encoder) -> str:
    """Describe a plan by its settings and the digests of what it is made from."""
    from index.training.plan import DATA

    seal = hashlib.sha256()
    try:
        for name in DATA:
            seal.update(hashlib.sha256((data / name).read_bytes()).digest())
    except OSError as error:
        raise UsageError(f"{data / name} cannot be read: {error.strerror}") from error
    return json.dumps({**asdict(recipe), "data": seal.hexdigest(), "encoder": encoder.digest}, sort_keys=True)


def _encoder(*, model: str | None = None) -> Encoder:
    """Load an encoder, by default the one that is set, and set the threads."""
    from index.opening import encoder_for
    from index.settings import LibrarySettings

    with sensible_settings():
        settings = LibrarySettings()
    return encoder_for(settings.model_copy(update={"model": model}) if model else settings)
